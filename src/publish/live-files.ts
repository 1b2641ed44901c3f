// What really lies in the output now. The manifest says what we put there; a person or a killed
// build may have changed it since. Hashing an archive at every build would cost what exists, not
// what changed, so a small record in the state folder keeps each file's size and times: a file that
// still has them still has its bytes. Without the record everything is hashed again.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashFile } from "./hash-file.ts";
import { lookAt } from "./look-at.ts";

/** A file of ours as it lies in the output. */
export interface LiveFile {
  /** SHA-256 of the bytes it has now, hexadecimal. */
  readonly hash: string;
  readonly stamp: Stamp;
}

/** Tells, without reading a file, that its bytes are the same. Times in milliseconds since 1970. */
export type Stamp = readonly [size: number, modified: number, changed: number];

/**
 * Our files that are there, by path. One that is gone, or in whose place stands a folder or a
 * symbolic link, is absent. Only reads.
 */
export function findLiveFiles(
  output: string,
  files: ReadonlyMap<string, string>,
  stamps: ReadonlyMap<string, Stamp>,
): Map<string, LiveFile> {
  const live = new Map<string, LiveFile>();
  for (const [path, hash] of files) {
    const stamp = stampOf(`${output}/${path}`);
    if (!stamp) continue;
    const unchanged = isSame(stamps.get(path), stamp);
    live.set(path, { hash: unchanged ? hash : hashFile(join(output, path)), stamp });
  }
  return live;
}

/** The stamp of a regular file; undefined for anything else. */
export function stampOf(path: string): Stamp | undefined {
  const stats = lookAt(path);
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs] : undefined;
}

/**
 * Reads the stamps that were kept for the edition whose manifest has this hash; empty when there
 * are none, when they belong to another edition, or when the record is damaged.
 */
export function readStamps(
  record: string,
  manifestHash: string,
  paths: Iterable<string>,
): Map<string, Stamp> {
  const names = [...paths].sort();
  const numbers = readNumbers(record, manifestHash);
  if (numbers?.length !== names.length * STAMP_LENGTH) return new Map();
  return new Map(names.map((path, index) => [path, stampAt(numbers, index * STAMP_LENGTH)]));
}

/** Keeps the stamps of an edition, by the hash of its manifest. */
export function writeStamps(
  record: string,
  manifestHash: string,
  stamps: ReadonlyMap<string, Stamp>,
): void {
  const names = [...stamps.keys()].sort();
  const numbers = new Float64Array(names.length * STAMP_LENGTH);
  for (const [index, path] of names.entries()) {
    numbers.set(stamps.get(path) ?? [], index * STAMP_LENGTH);
  }
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(`${record}.new`, Buffer.concat([Buffer.from(manifestHash), bytesOf(numbers)]));
  renameSync(`${record}.new`, record);
}

const STAMP_LENGTH = 3;
/** The record begins with the manifest's hash; the stamps follow, by path in sorted order. */
const HASH_LENGTH = 64;

function isSame(known: Stamp | undefined, now: Stamp): boolean {
  return known !== undefined && known.every((number, index) => number === now[index]);
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer);
}

function stampAt(numbers: Float64Array, start: number): Stamp {
  return [numbers[start] ?? NaN, numbers[start + 1] ?? NaN, numbers[start + 2] ?? NaN];
}

function readNumbers(record: string, manifestHash: string): Float64Array | undefined {
  const bytes = readIfThere(record);
  if (bytes?.toString("latin1", 0, HASH_LENGTH) !== manifestHash) return undefined;
  const numbers = Uint8Array.from(bytes.subarray(HASH_LENGTH));
  if (numbers.length % Float64Array.BYTES_PER_ELEMENT !== 0) return undefined;
  return new Float64Array(numbers.buffer);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
