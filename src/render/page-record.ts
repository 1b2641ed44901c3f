// Which pages need printing: a page whose data and layouts are what they were, and whose file is
// still live as it was printed, is left alone. The record is only ever a shortcut: without it every
// page is printed again, to the same bytes.

import { hash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Matter } from "../pages/matter.ts";
import type { PlannedPage } from "../pages/page.ts";

/** What a page was made from (SHA-256, base64url) and what became of it (hexadecimal). */
export interface PageEntry {
  readonly fingerprint: string;
  readonly hash: string;
}

/** Entries by output file. */
export type PageRecord = ReadonlyMap<string, PageEntry>;

/**
 * A fingerprint for each page: a hash of its matter and of the edition of press and layouts that
 * prints it. Nothing else can change the page's bytes.
 */
export function fingerprint({ matter }: Pick<PlannedPage, "matter">, edition: string): string {
  return hash("sha256", [edition, ...matter.map(wordFor)].join("\n"), "base64url");
}

/** A part that many pages share is the same object in each, and is hashed once. */
function wordFor(part: Matter): string {
  if (typeof part === "string") return part;
  const word = words.get(part) ?? hash("sha256", JSON.stringify(part), "base64url");
  words.set(part, word);
  return word;
}

const words = new WeakMap<object, string>();

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
