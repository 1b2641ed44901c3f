// Readers at a real web server while the paper is published again and again: no page is missing, cut
// short or without its style sheet, and a cache that asks is never told to keep what has changed.
// BROADSHEET_PROOF=1 publishes a hundred times instead of thirty.

import { setTimeout } from "node:timers/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomDesk } from "../support/newsroom-desk.ts";
import { edited, newNewsroom, type Edit, type Newsroom } from "../support/newsroom-model.ts";
import { orderIn, pressProcess } from "../support/press-process.ts";
import { WEB_SERVERS, type WebServer } from "../support/web-servers.ts";

const PUBLISHES = process.env["BROADSHEET_PROOF"] === "1" ? 100 : 30;

/** What happens before each publish, over and over. */
const DAY: readonly Edit["what"][] = [
  "write as many letters",
  "write as many letters",
  "edit a style sheet",
  "add",
  "write",
  "illustrate",
  "rename",
  "write as many letters",
  "edit a style sheet",
  "correct",
  "change a picture",
  "edit a layout",
  "withdraw",
];

/** Everything that went wrong for the readers of one server; `reads` shows that there were any. */
interface Reading {
  reads: number;
  readonly faults: string[];
}

const readings = new Map<string, Reading>();

beforeAll(async () => {
  using desk = await newsroomDesk();
  await using press = pressProcess();
  await using servers = await startServers(join(desk.root, "_site"));
  const publish = async (room: Newsroom) => {
    desk.write(room);
    const result = await press.build(orderIn(desk.root, { now: room.now }));
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  };
  let room = newNewsroom();
  await publish(room);
  const stop = new AbortController();
  const pages = permanentPages(desk.root);
  const crowds = [...servers.running].map(([name, { origin }]) => {
    const reading: Reading = { reads: 0, faults: [] };
    readings.set(name, reading);
    const caches = new Map<string, Cached>();
    const readers = [0, 1, 2].map((one) => readOn(origin, pages, one, reading, stop.signal));
    return { origin, reading, caches, readers };
  });
  for (let number = 0; number < PUBLISHES; number++) {
    room = edited(room, { what: DAY[number % DAY.length]!, slot: number % 6, choice: number % 4 });
    await publish(room);
    for (const path of permanentPages(desk.root)) pages.add(path);
    for (const { origin, reading, caches } of crowds)
      await askAgain(origin, desk.root, pages, caches, reading);
    // However fast the press: readers get through some pages of every edition.
    for (const { reading } of crowds) await until(() => reading.reads >= (number + 1) * 10);
  }
  stop.abort();
  await Promise.all(crowds.flatMap(({ readers }) => readers));
}, 3_600_000);

describe.each(Object.entries(WEB_SERVERS))("at %s", (name, start) => {
  test.skipIf(!start)("no reader notices a publish (skipped where it is not installed)", () => {
    expect(readings.get(name)?.faults).toEqual([]);
    expect(readings.get(name)?.reads).toBeGreaterThanOrEqual(PUBLISHES * 10);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(10);
}

async function startServers(folder: string) {
  const running = new Map<string, WebServer>();
  for (const [name, start] of Object.entries(WEB_SERVERS)) {
    if (start) running.set(name, await start(folder));
  }
  return {
    running,
    [Symbol.asyncDispose]: async () => {
      for (const server of running.values()) await server[Symbol.asyncDispose]();
    },
  };
}

/** The front, the sections, and every address the paper promises to keep. */
function permanentPages(root: string): Set<string> {
  const manifest = readFileSync(join(root, "_site/.well-known/broadsheet.json"), "utf8");
  const { addresses }: { addresses: string[] } = JSON.parse(manifest);
  return new Set(["/", "/world/", "/politics/", ...addresses]);
}

/** Reads page after page with all it loads, until told to stop. */
async function readOn(
  origin: string,
  pages: ReadonlySet<string>,
  start: number,
  reading: Reading,
  stop: AbortSignal,
): Promise<void> {
  for (let number = start; !stop.aborted; number += 3) {
    const all = [...pages];
    const page = all[number % all.length] ?? "/";
    reading.faults.push(...(await readPage(origin, page)));
    reading.reads += 1;
  }
}

/**
 * A reader who is in the middle of a page when it is replaced may come too late for a file it named;
 * one who asks once more must find a page that has all its parts.
 */
async function readPage(origin: string, page: string): Promise<string[]> {
  const { html, fault } = await load(origin, page);
  if (fault !== undefined) return [fault];
  for (const part of partsOf(html)) {
    if (!isMissing(await load(origin, part))) continue;
    const again = await load(origin, page);
    if (!partsOf(again.html).includes(part)) continue;
    if (isMissing(await load(origin, part))) return [`${page} has no ${part}`];
  }
  return [];
}

interface Loaded {
  readonly html: string;
  readonly fault?: string;
}

function isMissing({ fault }: Loaded): boolean {
  return fault !== undefined;
}

async function load(origin: string, address: string): Promise<Loaded> {
  try {
    const response = await fetch(origin + address);
    const html = await response.text();
    if (response.status !== 200) return { html, fault: `${address} answers ${response.status}` };
    const isCut = address.endsWith("/") && !html.endsWith("</html>\n");
    return isCut ? { html, fault: `${address} is cut short` } : { html };
  } catch (error) {
    return { html: "", fault: `${address} broke off: ${String(error)}` };
  }
}

/** Style sheet, fonts, icons and pictures of a page. */
function partsOf(html: string): string[] {
  return [...new Set(html.match(/\/(?:assets|pictures)\/[\w.-]+/g))];
}

interface Cached {
  readonly etag: string;
  readonly modified: string;
  readonly body: string;
}

/** What a cache does after each publish: it asks whether what it has is still good. */
async function askAgain(
  origin: string,
  root: string,
  pages: ReadonlySet<string>,
  caches: Map<string, Cached>,
  reading: Reading,
): Promise<void> {
  for (const page of pages) {
    const cached = caches.get(page);
    const headers = cached && {
      "if-none-match": cached.etag,
      ...(cached.modified && { "if-modified-since": cached.modified }),
    };
    const response = await fetch(origin + page, { cache: "no-store", headers: headers ?? {} });
    const body = response.status === 304 ? cached?.body : await response.text();
    if (body !== readFileSync(join(root, "_site", page, "index.html"), "utf8"))
      reading.faults.push(`${page} answers ${response.status} and is not the newest`);
    const { headers: told } = response;
    const [etag, modified] = [told.get("etag") ?? "", told.get("last-modified") ?? ""];
    if (response.status === 200 && body !== undefined) caches.set(page, { etag, modified, body });
  }
}
