// The live preview: how long from a saved file to the moment the browser holds the new page. The
// benchmark stands in for the browser: it listens for the sign to load again, then loads the page.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import type { BenchSite } from "./bench-site.ts";
import { NOW, type BenchStory } from "./generate-stories.ts";
import { endWithUs } from "./measure-process.ts";
import { editedStory, editMark } from "./scenarios.ts";

export interface PreviewTimes {
  /** From the start of the command to the address it prints. */
  readonly secondsToStart: number;
  /** From each saved story to its new page. */
  readonly secondsToPage: readonly number[];
}

/** Saves each of the stories, one after the other. */
export async function measurePreview(
  site: BenchSite,
  stories: readonly BenchStory[],
): Promise<PreviewTimes> {
  const started = performance.now();
  const words = ["src/bin.js", "dev", "--port", "28080", "--content", "content", "--now", NOW];
  const child = spawn(process.execPath, words, {
    cwd: site.folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  endWithUs(child);
  try {
    const url = await addressFrom(child);
    const secondsToStart = (performance.now() - started) / 1_000;
    const secondsToPage: number[] = [];
    for (const [index, story] of stories.entries()) {
      const page = new URL(story.address, url).href;
      secondsToPage.push(
        await savedToSeen(page, () => site.writeStory(editedStory(story, index)), index),
      );
    }
    return { secondsToStart, secondsToPage };
  } finally {
    child.kill();
    await once(child, "close");
  }
}

/** @throws when the preview ends before it has said where it is */
async function addressFrom(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    said.push(line);
    const url = /The paper is at (\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stderr!.resume();
    return url;
  }
  throw new Error(`The preview did not start:\n${said.join("\n")}`);
}

async function savedToSeen(page: string, save: () => void, index: number): Promise<number> {
  const before = await textAt(page);
  const edition = /reload\.js\?edition=([^"]+)/.exec(before)?.[1];
  if (edition === undefined) throw new Error(`${page} has no script that loads it again`);
  const events = await answerAt(new URL(`/@broadsheet/events?edition=${edition}`, page).href);
  const told = signFrom(events);
  const started = performance.now();
  save();
  await told;
  const after = await textAt(page);
  const seconds = (performance.now() - started) / 1_000;
  events.destroy();
  if (!after.includes(editMark(index))) throw new Error(`${page} does not show the saved story`);
  return seconds;
}

function signFrom(events: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    events.setEncoding("utf8").on("data", (piece: string) => {
      if (piece.includes("data: changed")) resolve();
    });
    events.once("end", () => reject(new Error("The preview has hung up.")));
  });
}

function answerAt(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, resolve).on("error", reject);
  });
}

async function textAt(url: string): Promise<string> {
  let text = "";
  for await (const piece of (await answerAt(url)).setEncoding("utf8")) text += String(piece);
  return text;
}
