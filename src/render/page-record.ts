// Which pages need printing: a page whose data and layouts are what they were, and whose file is
// still live as it was printed, is left alone. The record is only ever a shortcut: without it every
// page is printed again, to the same bytes.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PlannedPage } from "../pages/page.ts";
import type { Words } from "../pages/words/words.ts";

/** What a page was made from and what became of it, both as SHA-256 in hexadecimal. */
export interface PageEntry {
  readonly fingerprint: string;
  readonly hash: string;
}

/** Entries by output file. */
export type PageRecord = ReadonlyMap<string, PageEntry>;

/**
 * A fingerprint for each page: a hash of all its data and of the edition of layouts that prints it.
 * The data holds everything a layout can show, so nothing else can change the page's bytes.
 */
export function fingerprint({ props }: PlannedPage, layoutsEdition: string): string {
  const { words, siteWords, ...matter } = props;
  return createHash("sha256")
    .update(layoutsEdition)
    .update(hashOfWords(words))
    .update(hashOfWords(siteWords))
    .update(JSON.stringify(matter))
    .digest("hex");
}

/** The words of a language are the same object on every page, so they are hashed once. */
function hashOfWords(words: Words): string {
  const hash =
    wordHashes.get(words) ?? createHash("sha256").update(JSON.stringify(words)).digest("hex");
  wordHashes.set(words, hash);
  return hash;
}

const wordHashes = new WeakMap<Words, string>();

/** A hash of every layout, of this printing unit, and of the versions of what they stand on. */
export async function layoutsEdition(layoutsFolder: string): Promise<string> {
  const files = [
    ...(await filesIn(layoutsFolder)),
    ...(await filesIn(import.meta.dirname)),
    join(import.meta.dirname, "../../package.json"),
  ];
  const hash = createHash("sha256");
  for (const bytes of await Promise.all(files.map((file) => readFile(file)))) {
    hash.update(String(bytes.length)).update(bytes);
  }
  return hash.digest("hex");
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The record of an earlier build; empty when there is none, or none that can be read. */
export async function readPageRecord(file: string): Promise<PageRecord> {
  try {
    const rows: unknown = JSON.parse(await readFile(file, "utf8"));
    return new Map(Array.isArray(rows) ? rows.filter(isRow).map(entryOf) : []);
  } catch {
    return new Map();
  }
}

/**
 * Written whole or not at all. The paper is published by then: a disk that has no room for a shortcut
 * has no say in that, and the next build prints every page again.
 */
export async function writePageRecord(file: string, record: PageRecord): Promise<void> {
  const rows = [...record].map(([output, { fingerprint, hash }]) => [output, fingerprint, hash]);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(rows));
    await rename(`${file}.new`, file);
  } catch {
    // As said above.
  }
}

type Row = readonly [output: string, fingerprint: string, hash: string];

function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === 3 && row.every((cell) => typeof cell === "string");
}

function entryOf([output, fingerprint, hash]: Row): [string, PageEntry] {
  return [output, { fingerprint, hash }];
}
