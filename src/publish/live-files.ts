// What really lies in the output now. The manifest says what we put there; a person or a killed
// build may have changed it since. Hashing an archive at every build would cost what exists, not
// what changed, so a record in the state folder keeps each file's hash, size and times: a file that
// still has these still has its bytes. Without the record everything is hashed again.

import { join } from "node:path";
import { type Stamp, stampFrom } from "../source/content-index.ts";
import { type KnownFiles, stampAt, STAMP_LENGTH, stampsInRow } from "../source/known-files.ts";
import {
  columnOfNumbers,
  columnOfTexts,
  numbersIn,
  readColumns,
  textsIn,
  writeColumns,
} from "../source/sealed-columns.ts";
import { hashFile } from "./hash-file.ts";
import { lookAt } from "./look-at.ts";

/** A file of ours as it lies in the output. */
export interface LiveFile {
  /** SHA-256 of the bytes it has now, hexadecimal. */
  readonly hash: string;
  readonly stamp: Stamp;
}

/**
 * Our files that are there, by path. One that is gone, or in whose place stands a folder or a
 * symbolic link, is absent.
 */
export type LiveFiles = Pick<ReadonlyMap<string, LiveFile>, "get" | "has" | "size">;

/** Reads them all. */
export function findLiveFiles(output: string, paths: Iterable<string>): Map<string, LiveFile> {
  const live = new Map<string, LiveFile>();
  for (const path of paths) {
    const file = liveFileAt(output, path);
    if (file) live.set(path, file);
  }
  return live;
}

/** The files of an edition as its publish has left them, sorted by path. */
export interface LeftFiles extends KnownFiles {
  /** The names as they are kept. */
  readonly written: Uint8Array;
  /** SHA-256 of each, 32 bytes. */
  readonly hashes: Buffer;
}

/** What has become of files that were left in an output. */
export interface FoundFiles {
  readonly live: LiveFiles;
  /** Each is there, with the bytes it had. */
  readonly isIntact: boolean;
  /** What had to be read. */
  readonly touched: ReadonlyMap<string, LiveFile | undefined>;
}

/**
 * Reads only those that somebody has touched.
 * @param touchedPositions of those among them
 */
export function lookAtTouched(
  output: string,
  left: LeftFiles,
  touchedPositions: readonly number[],
): FoundFiles {
  const touched = new Map<string, LiveFile | undefined>();
  let isIntact = true;
  for (const position of touchedPositions) {
    const path = left.names[position] ?? "";
    const now = liveFileAt(output, path);
    touched.set(path, now);
    isIntact &&= now?.hash === hashAt(left, position);
  }
  const get = (path: string): LiveFile | undefined => {
    if (touched.has(path)) return touched.get(path);
    const position = positionOf(path, left.names);
    return position === undefined
      ? undefined
      : { hash: hashAt(left, position), stamp: stampAt(left.stamps, position) };
  };
  const gone = [...touched.values()].filter((file) => file === undefined).length;
  const size = left.names.length - gone;
  return { live: { get, has: (path) => get(path) !== undefined, size }, isIntact, touched };
}

function liveFileAt(output: string, path: string): LiveFile | undefined {
  const stamp = stampOf(join(output, path));
  return stamp && { hash: hashFile(join(output, path)), stamp };
}

/** The stamp of a regular file; undefined for anything else. */
export function stampOf(path: string): Stamp | undefined {
  const stats = lookAt(path);
  return stats?.isFile() ? stampFrom(stats) : undefined;
}

/**
 * The record that was kept of the edition whose manifest has this hash; undefined when there is none,
 * when it is of another edition, or damaged.
 */
export function readLeft(record: string, manifestHash: string): LeftFiles | undefined {
  const { names, stamps, hashes } = readColumns(record, manifestHash)?.columns ?? {};
  if (!names || !stamps || !hashes) return undefined;
  return { names: textsIn(names), written: names, stamps: numbersIn(stamps), hashes };
}

/** Keeps the files of an edition, by the hash of its manifest. */
export function writeLeft(
  record: string,
  manifestHash: string,
  files: ReadonlyMap<string, LiveFile>,
): void {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  writeColumns(record, manifestHash, {
    names: columnOfTexts(sorted.map(([path]) => path)),
    stamps: columnOfNumbers(stampsInRow(sorted.map(([, { stamp }]) => stamp))),
    hashes: Buffer.from(sorted.map(([, { hash }]) => hash).join(""), "hex"),
  });
}

/** Keeps them again, after some were replaced. */
export function rewriteLeft(
  record: string,
  manifestHash: string,
  left: LeftFiles,
  replaced: ReadonlyMap<string, LiveFile>,
): void {
  const stamps = left.stamps.slice();
  const hashes = Buffer.from(left.hashes);
  for (const [path, { stamp, hash }] of replaced) {
    const position = positionOf(path, left.names);
    if (position === undefined) throw new Error(`${path} is no file of the edition before.`);
    stamps.set(stamp, position * STAMP_LENGTH);
    hashes.write(hash, position * HASH_LENGTH, "hex");
  }
  writeColumns(record, manifestHash, {
    names: left.written,
    stamps: columnOfNumbers(stamps),
    hashes,
  });
}

const HASH_LENGTH = 32;

function hashAt({ hashes }: LeftFiles, position: number): string {
  return hashes.toString("hex", position * HASH_LENGTH, (position + 1) * HASH_LENGTH);
}

function positionOf(path: string, sorted: readonly string[]): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === path ? low : undefined;
}
