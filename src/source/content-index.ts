// The index of the content: what each story said when it was last read, so that unchanged files are
// neither read nor parsed again. Only a shortcut, never trusted over the content: it is thrown away
// when a byte of it is damaged or another edition of the press wrote it, and a file counts as
// unchanged only while its size, times and inode are what they were.

import { createHash } from "node:crypto";
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { StorySpec } from "./story-schema.ts";

/** What the index knows of one story. */
export interface IndexEntry<Facts> {
  readonly file: string;
  readonly stamp: Stamp;
  readonly spec: StorySpec;
  /** Stands for `spec`: SHA-256. */
  readonly hash: string;
  readonly textLine: number;
  /** What `markdown/` keeps of the text; nothing to this room. */
  readonly facts: Facts;
}

/** Size, time of modification, time of change (milliseconds since 1970) and inode of a file. */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

/** Entries by file, without those that may have changed unnoticed. */
export type ContentIndex<Facts> = ReadonlyMap<string, IndexEntry<Facts>>;

/**
 * A file written within this time of the index may have been written again within one tick of the
 * disk's clock, with nothing in its stamp to show it (git calls such entries racy).
 */
const TICK_MILLISECONDS = 2000;

export interface KeptIndex<Facts> {
  readonly stories: ContentIndex<Facts>;
  /** How many stories it holds, those that may have changed unnoticed included. */
  readonly count: number;
}

/** The index an earlier build has left; empty when there is none that can be used. */
export function readIndex<Facts>(path: string, edition: string): KeptIndex<Facts> {
  try {
    const written = lstatSync(path).mtimeMs;
    const bytes = readFileSync(path);
    const head = bytes.subarray(0, bytes.indexOf("\n"));
    const body = bytes.subarray(head.length + 1);
    if (head.toString() !== headOf(body, edition)) return NOTHING;
    const entries: readonly IndexEntry<Facts>[] = JSON.parse(body.toString());
    const settled = entries.filter(({ stamp }) => isSettled(stamp, written));
    const stories = new Map(settled.map((entry) => [entry.file, entry]));
    return { stories, count: entries.length };
  } catch {
    return NOTHING;
  }
}

const NOTHING = { stories: new Map(), count: 0 };

/** Keeps an index; a disk that has no room for a shortcut has no say in anything else. */
export function writeIndex<Facts>(
  path: string,
  edition: string,
  entries: readonly IndexEntry<Facts>[],
): void {
  try {
    // Bytes once: to hash a text of this length takes thirty times as long, and it is written too.
    const body = Buffer.from(JSON.stringify(entries));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${headOf(body, edition)}\n`);
    appendFileSync(`${path}.new`, body);
    renameSync(`${path}.new`, path);
  } catch {
    // The next build reads everything again.
  }
}

/** The stamp of a file now; undefined when there is no such file. */
export function stampOf(path: string): Stamp | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && stampFrom(stats);
}

export function stampFrom({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino];
}

/**
 * Whether a later change of the file would show in its stamp.
 * @param noted when the stamp was noted, by the clock of the disk; milliseconds since 1970
 */
export function isSettled([, modified, changed]: Stamp, noted: number): boolean {
  return areSettled(modified, changed, noted);
}

export function areSettled(modified: number, changed: number, noted: number): boolean {
  return Math.max(modified, changed) < noted - TICK_MILLISECONDS;
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.every((value, index) => value === b[index]);
}

/** Guards against truncation, other versions and every edit by another hand. */
function headOf(body: Uint8Array, edition: string): string {
  return createHash("sha256").update(edition).update("\n").update(body).digest("hex");
}
