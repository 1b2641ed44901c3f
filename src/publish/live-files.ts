// What really lies in the output now. The manifest says what we put there; a person or a killed
// build may have changed it since. Hashing an archive at every build would cost what exists, not
// what changed, so a record in the state folder keeps each file's size and times: a file that still
// has these still has its bytes. Without the record everything is hashed again. It holds no names, so
// nothing in it tells of a paper that is no longer there.

import { join } from "node:path";
import { type Stamp, stampFrom } from "../source/content-index.ts";
import { type KnownFiles, stampAt, STAMP_LENGTH, stampsInRow } from "../source/known-files.ts";
import { columnOfNumbers, numbersIn, readColumns, writeColumns } from "../source/sealed-columns.ts";
import { hashFile } from "./hash-file.ts";
import { lookAt } from "./look-at.ts";
import { listedFiles } from "./manifest.ts";

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
  /** SHA-256 of each, hexadecimal. */
  readonly hashes: readonly string[];
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
    isIntact &&= now?.hash === left.hashes[position];
  }
  const get = (path: string): LiveFile | undefined => {
    if (touched.has(path)) return touched.get(path);
    const position = positionOf(path, left.names);
    return position === undefined
      ? undefined
      : { hash: left.hashes[position] ?? "", stamp: stampAt(left.stamps, position) };
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
 * The files of the edition whose manifest this is; undefined when there is no record of them, when it
 * is of another edition, or damaged.
 */
export function readLeft(
  record: string,
  manifestHash: string,
  manifest: Buffer,
): LeftFiles | undefined {
  const column = readColumns(record, manifestHash)?.columns["stamps"];
  if (!column) return undefined;
  const { paths, hashes } = listedFiles(manifest.toString());
  const stamps = numbersIn(column);
  return stamps.length === paths.length * STAMP_LENGTH
    ? { names: paths, hashes, stamps }
    : undefined;
}

/** Keeps the stamps of the files of an edition, by the hash of its manifest. */
export function writeLeft(
  record: string,
  manifestHash: string,
  stamps: ReadonlyMap<string, Stamp>,
): void {
  const sorted = [...stamps].sort(([a], [b]) => (a < b ? -1 : 1));
  writeStamps(record, manifestHash, stampsInRow(sorted.map(([, stamp]) => stamp)));
}

/**
 * Keeps them again, after some files were replaced, some came and some went.
 * @param now the stamps of those; undefined for what is gone
 */
export function rewriteLeft(
  record: string,
  manifestHash: string,
  { names, stamps }: LeftFiles,
  now: ReadonlyMap<string, Stamp | undefined>,
): void {
  const all: Float64Array[] = [];
  let start = 0;
  for (const [path, stamp] of [...now].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = placeOf(path, names);
    all.push(stamps.subarray(start * STAMP_LENGTH, place * STAMP_LENGTH));
    if (stamp) all.push(Float64Array.from(stamp));
    start = names[place] === path ? place + 1 : place;
  }
  all.push(stamps.subarray(start * STAMP_LENGTH));
  const row = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of all) {
    row.set(part, end);
    end += part.length;
  }
  writeStamps(record, manifestHash, row);
}

function writeStamps(record: string, manifestHash: string, stamps: Float64Array): void {
  writeColumns(record, manifestHash, { stamps: columnOfNumbers(stamps) });
}

function positionOf(path: string, sorted: readonly string[]): number | undefined {
  const place = placeOf(path, sorted);
  return sorted[place] === path ? place : undefined;
}

/** Where it stands among sorted names, or would. */
function placeOf(path: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
