// The watch as `broadsheet watch` runs it: with real builds, and in words, for a terminal and a log
// alike. A line for each publish; troubles in the words of the build that met them.

import { join } from "node:path";
import type { BuildOrder } from "../build-order.ts";
import type { NextChange } from "../news/newspaper.ts";
import { readNextChange } from "../publish/next-change-file.ts";
import { buildApart } from "./build-apart.ts";
import { dueWords, publishedLine } from "./summary.ts";
import { type WatchNews, watchPaper } from "./watch.ts";

const PRESS = join(import.meta.dirname, "..");

export interface Keeping {
  /** The output as it was typed. */
  readonly output: string;
  /** Options of `broadsheet build`, for each build. */
  readonly buildOptions: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  readonly say: (words: string, about: WatchNews["kind"]) => void;
}

/** Keeps the paper of that content current, until the process ends. */
export async function keepCurrent(
  { contentFolder, layoutsFolder, stateFolder }: BuildOrder,
  { output, buildOptions, clock, say }: Keeping,
): Promise<void> {
  await watchPaper({
    folders: [contentFolder, layoutsFolder, PRESS],
    clock,
    build: buildApart(buildOptions),
    nextChange: readNextChange(stateFolder)?.nextChange,
    onNews: (news) => {
      if (news.kind === "published" && news.report) say(news.report, "refused");
      say(inWords(news, output), news.kind);
    },
  });
}

function inWords(news: WatchNews, output: string): string {
  if (news.kind === "held up") return heldUp(news.change);
  if (news.kind === "refused") return `${news.report}\nThe next saved change is tried.`;
  if (news.kind === "failed")
    return `${news.report}\n  It is tried again with the next saved change, and after a while.`;
  const { summary, preview: drafts, milliseconds } = news;
  const line = publishedLine(summary, { output, drafts, milliseconds });
  return `${line} Next: ${dueWords(summary.nextChange)}.`;
}

function heldUp({ at, what, file }: NextChange): string {
  return `${file} ${what} at ${at.iso}: that is due now, and the problems above hold it up.`;
}
