// What is known of the parts of the search index that were made: only ever a shortcut. Without it
// every part is made again, to the same bytes.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A part that was made. */
export interface IndexedPart {
  /** Stands for all it was made from. */
  readonly fingerprint: string;
  /** Stands for its files, names and bytes. */
  readonly files: string;
  /** Addresses of the stories in it. */
  readonly stories: readonly string[];
}

/** By the name of the part. */
export type IndexRecord = ReadonlyMap<string, IndexedPart>;

/** The record of an earlier build; empty when there is none, or none that can be read. */
export function readIndexRecord(file: string): IndexRecord {
  try {
    const entries: unknown = JSON.parse(readFileSync(file, "utf8"));
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

/** Written whole or not at all; a disk that has no room for a shortcut has no say. */
export function writeIndexRecord(file: string, record: IndexRecord): void {
  try {
    if (record.size === 0) return rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify([...record]));
    renameSync(`${file}.new`, file);
  } catch {
    // As said above.
  }
}

function isEntry(entry: unknown): entry is [string, IndexedPart] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [name, part]: unknown[] = entry;
  if (typeof name !== "string" || typeof part !== "object" || part === null) return false;
  const { fingerprint, files, stories }: Partial<Record<keyof IndexedPart, unknown>> = part;
  return (
    typeof fingerprint === "string" &&
    typeof files === "string" &&
    Array.isArray(stories) &&
    stories.every((address) => typeof address === "string")
  );
}
