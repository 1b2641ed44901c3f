// The last good version of each story and plain page that readers can see: its file as it was when its
// page was printed. It stands in for one that has a mistake now (see `stand-ins.ts`). Kept by the
// page, not by the file: whatever takes the page's place (a notice, a redirect) takes the version away.
//
// A shelf is one file for all pages whose names hash alike: few files for a whole paper, and little to
// write again for one story.

import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSameStamp, type Stamp } from "./content-index.ts";
import type { PictureFile } from "./picture-file.ts";
import { readRegularFile } from "./read-regular-file.ts";
import { LONGEST_TEXT } from "./read-sources.ts";

/** What stands on a shelf for one page. */
export interface LastGood {
  /** The page in the output: `2019/05/31/storm/index.html`. */
  readonly output: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly stamp: Stamp;
  /** Its pictures as they were: with others it would be another story. */
  readonly pictures: readonly PictureFile[];
  /** The whole file, a character for each byte. */
  readonly bytes: string;
}

/** A page that is about to be published; its source where it shows one. */
export interface PageToKeep {
  readonly output: string;
  readonly source?: Omit<LastGood, "output" | "bytes">;
}

/** The folder in the state folder; `--clean` leaves it, since nothing can make it again. */
export const LAST_GOOD = "last-good";

/** Pages whose versions stand on one shelf. Plain data, so that another thread can be told. */
export interface Shelf {
  /** Absolute. */
  readonly path: string;
  readonly pages: readonly PageToKeep[];
}

/**
 * Keeps the sources of the pages on a shelf, and forgets those of pages that show none any more. A
 * file that has changed since it was read is not kept, and what was known of its page is forgotten.
 *
 * @throws where a shelf can be neither written nor removed: what is to be forgotten must be
 */
export function keepShelf({ path, pages }: Shelf, contentFolder: string): void {
  const before = readShelf(path);
  const after = new Map(before.map((entry) => [entry.output, entry]));
  for (const page of pages) {
    const entry = entryFor(page, after.get(page.output), contentFolder);
    if (entry) after.set(page.output, entry);
    else after.delete(page.output);
  }
  const entries = [...after.values()];
  const isSame =
    entries.length === before.length && before.every((entry) => entries.includes(entry));
  if (!isSame) writeShelf(path, entries);
}

/** The shelves on which `pages` stand. */
export function shelvesFor(pages: readonly PageToKeep[], stateFolder: string): readonly Shelf[] {
  const shelves = new Map<string, PageToKeep[]>();
  for (const page of pages) {
    const path = shelfOf(page.output, stateFolder);
    const shelf = shelves.get(path);
    if (shelf) shelf.push(page);
    else shelves.set(path, [page]);
  }
  return [...shelves].map(([path, own]) => ({ path, pages: own }));
}

/** Every version kept of these files; an earlier press knew too little of a version's pictures. */
export function findLastGood(files: ReadonlySet<string>, stateFolder: string): readonly LastGood[] {
  const folder = join(stateFolder, LAST_GOOD);
  return namesIn(folder)
    .flatMap((name) => readShelf(join(folder, name)))
    .filter(({ file, pictures }) => files.has(file) && pictures.every((one) => "hash" in one));
}

function entryFor(
  { output, source }: PageToKeep,
  known: LastGood | undefined,
  contentFolder: string,
): LastGood | undefined {
  if (!source) return undefined;
  if (known && isSameVersion(known, source)) return known;
  const read = readRegularFile(contentFolder, source.file, LONGEST_TEXT, source.stamp);
  const isAsRead = read.kind === "bytes" && isSameStamp(read.stamp, source.stamp);
  return isAsRead ? { output, ...source, bytes: read.bytes.toString("latin1") } : undefined;
}

function isSameVersion(known: LastGood, source: Omit<LastGood, "output" | "bytes">): boolean {
  return (
    known.file === source.file &&
    isSameStamp(known.stamp, source.stamp) &&
    JSON.stringify(known.pictures) === JSON.stringify(source.pictures)
  );
}

function shelfOf(output: string, stateFolder: string): string {
  return join(stateFolder, LAST_GOOD, hash("sha256", output).slice(0, 2));
}

/** What cannot be read is not there: then nothing stands in. */
function readShelf(path: string): readonly LastGood[] {
  try {
    const entries: readonly LastGood[] = JSON.parse(readFileSync(path, "utf8"));
    return entries;
  } catch {
    return [];
  }
}

/** Whole, or not there at all: a version older than the one that is live must not stay behind. */
function writeShelf(path: string, entries: readonly LastGood[]): void {
  try {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(entries));
    renameSync(`${path}.new`, path);
  } catch {
    for (const name of [`${path}.new`, path]) rmSync(name, { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name));
  } catch {
    return [];
  }
}
