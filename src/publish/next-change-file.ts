// What comes next, for whoever builds by the clock: `.broadsheet/next-change.json`, one JSON object
// that a program may rely on. Its fields keep their meaning; others may join them.
//
//   {"at":"2026-05-05T06:00:00+01:00","what":"publishes","file":"articles/storm.md",
//    "asOf":"2026-05-04T20:00:00+01:00","output":"/srv/news/_site"}
//   {"at":null,"asOf":"2026-05-04T20:00:00+01:00","output":"/srv/news/_site"}

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { momentAt } from "../news/newsroom-clock.ts";
import type { NextChange, Newspaper } from "../news/newspaper.ts";
import { readInstant } from "../news/read-instant.ts";

/** The file as it is read; moments carry their offset, as the paper's own clock shows them. */
interface NextChangeFile {
  /** When the paper that is live changes by itself: build again then. `null`: never. */
  readonly at: string | null;
  /** What happens then, and to which file (relative to the content folder); only where `at` is. */
  readonly what?: NextChange["what"];
  readonly file?: string;
  /** The moment as of which the live paper was printed. */
  readonly asOf: string;
  /** Absolute: where that paper is. */
  readonly output: string;
}

/** What the last publish has left word of. Instants are milliseconds since 1970, UTC. */
export interface LastPublish {
  readonly asOf: number;
  readonly output: string;
  readonly nextChange?: NextChange;
}

/**
 * Says when the paper just published changes by itself; a preview says nothing. Written whole or not
 * at all. A disk that has no room for it has no say in a paper that is published; then there is no
 * file, rather than one that speaks of an older paper.
 *
 * @param output absolute
 */
export function keepNextChange(
  { nextChange, site }: Pick<Newspaper, "nextChange" | "site">,
  { stateFolder, now, drafts }: Order,
  output: string,
): void {
  if (drafts) return;
  const due = nextChange
    ? { at: nextChange.at.iso, what: nextChange.what, file: nextChange.file }
    : { at: null };
  const asOf = momentAt(now, site.timezone).iso;
  const path = nextChangePath(stateFolder);
  const unfinished = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const text = JSON.stringify({ ...due, asOf, output } satisfies NextChangeFile);
    writeFileSync(unfinished, `${text}\n`);
    renameSync(unfinished, path);
  } catch {
    removeQuietly(unfinished, path);
  }
}

interface Order {
  readonly stateFolder: string;
  readonly now: number;
  readonly drafts: boolean;
}

/** The word of the last publish; undefined where there is none, or none that can be read. */
export function readNextChange(stateFolder: string): LastPublish | undefined {
  try {
    const text = readFileSync(nextChangePath(stateFolder), "utf8");
    const { at, what = "publishes", file = "", asOf, output }: NextChangeFile = JSON.parse(text);
    const printed = readInstant(asOf);
    if (printed === undefined || typeof output !== "string") return undefined;
    const instant = at === null ? undefined : readInstant(at);
    if (at === null || instant === undefined) return { asOf: printed, output };
    return { asOf: printed, output, nextChange: { at: { instant, iso: at }, what, file } };
  } catch {
    return undefined;
  }
}

function nextChangePath(stateFolder: string): string {
  return join(stateFolder, "next-change.json");
}

function removeQuietly(...paths: readonly string[]): void {
  for (const path of paths) {
    try {
      rmSync(path, { force: true });
    } catch {
      // As said above.
    }
  }
}
