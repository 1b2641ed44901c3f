// Everything that is slow or can fail for want of room happens here, before the live paper is
// touched: bytes are written beside the output, checked, dated and made safe on the disk. What is
// left to do after that is renaming.

import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { CannotWrite, errorCode } from "./cannot-write.ts";
import type { HashedFile } from "./find-changes.ts";
import { hashBytes, hashFile } from "./hash-file.ts";
import type { OutputFolder } from "./output-folder.ts";
import type { FileBytes } from "./staged-file.ts";

/** A finished file, waiting to be renamed to its path in the output. */
export interface Placement {
  readonly path: string;
  /** Absolute, in the work folder. */
  readonly staged: string;
}

/**
 * Writes bytes ahead into the work folder, so that a paper of any size can be printed without being
 * held in memory.
 */
export function stageBytes(
  workFolder: string,
  bytes: Uint8Array | string,
): FileBytes & { readonly kind: "staged" } {
  const path = join(workFolder, randomUUID());
  writeFileSync(path, bytes, { flag: "wx", mode: FILE_MODE });
  return { kind: "staged", path, hash: hashBytes(bytes) };
}

/**
 * {@link stageBytes} for a text, in UTF-8. A page is written down in a place where the page before it
 * stood, in half the time that a place of its own would take, and a text in pieces is never put
 * together elsewhere.
 */
export function stageText(
  workFolder: string,
  ...pieces: readonly string[]
): FileBytes & { readonly kind: "staged" } {
  // UTF-8 needs at most three bytes where a string has one unit.
  const most = pieces.reduce((sum, { length }) => sum + length * 3, 0);
  if (place.length < most) place = Buffer.allocUnsafeSlow(most);
  let end = 0;
  for (const piece of pieces) end += place.write(piece, end);
  return stageBytes(workFolder, place.subarray(0, end));
}

let place = Buffer.allocUnsafeSlow(256 * 1024);

/** Brings a file of the new paper into the work folder. */
export function stageFile(output: OutputFolder, file: HashedFile): Placement {
  const { path, bytes } = file;
  if (bytes.kind === "memory")
    return { path, staged: stageBytes(output.work.path, bytes.bytes).path };
  if (bytes.kind === "file") return { path, staged: stageCopy(output, file, bytes.path) };
  if (bytes.kind === "staged") return { path, staged: bytes.path };
  throw new CannotWrite(
    `“${path}” in the output changed while the paper was made.`,
    "Build again; if it happens again, look for another program that writes there.",
  );
}

/**
 * Gives staged files their mode and time, and the disk's word that they are there.
 * @param second whole seconds since 1970, from `editionSecond`
 */
export function finish(
  placement: Placement,
  second: number,
  durability: "synced" | "unsynced",
): void {
  chmodSync(placement.staged, FILE_MODE); // whatever the umask
  utimesSync(placement.staged, second, second);
  if (durability === "synced") sync(placement.staged);
}

/**
 * The modification time of everything a publish writes: now, but a later second than the edition
 * before. Web servers make an ETag of time and size and answer "not modified" by it: a changed file
 * of the same size in the same second would be kept from readers by all five common servers.
 * @param staged a file just written: its time is the clock of the output's own disk
 * @param predecessors times of what it follows, in milliseconds since 1970
 */
export function editionSecond(staged: string, ...predecessors: readonly number[]): number {
  const now = Math.floor(statSync(staged).mtimeMs / 1000);
  return Math.max(now, ...predecessors.map((time) => Math.floor(time / 1000) + 1));
}

const FILE_MODE = 0o644;

/** A copy, never a link: the cached picture must not change when the live one is dated. */
function stageCopy(output: OutputFolder, file: HashedFile, from: string): string {
  const staged = join(output.work.path, randomUUID());
  copyFileSync(from, staged, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  if (hashFile(staged) === file.hash) return staged;
  throw new CannotWrite(
    `The bytes for “${file.path}” (from ${file.origin}) are not what they were a moment ago.`,
    "Build again; with --clean if it happens again, because then a cached file is damaged.",
  );
}

function sync(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } catch (error) {
    // Node's permission model has no fsync; a rename is still whole for every reader.
    if (errorCode(error) !== "ERR_ACCESS_DENIED") throw error;
  } finally {
    closeSync(file);
  }
}
