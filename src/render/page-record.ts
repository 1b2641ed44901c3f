// Which pages need printing: a page whose data and layouts are what they were, and whose file is
// still live as it was printed, is left alone. The record is only ever a shortcut: without it every
// page is printed again, to the same bytes.

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { PlannedPage } from "../pages/page.ts";

/** What a page was made from and what became of it, both as SHA-256 in hexadecimal. */
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
export function fingerprint({ matter }: PlannedPage, edition: string): string {
  const hash = createHash("sha256").update(edition);
  for (const part of matter) hash.update(hashOf(part));
  return hash.digest("hex");
}

/** A part that many pages share is the same object in each, and is hashed once. */
function hashOf(part: object): string {
  const hash = hashes.get(part) ?? createHash("sha256").update(JSON.stringify(part)).digest("hex");
  hashes.set(part, hash);
  return hash;
}

const hashes = new WeakMap<object, string>();

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
