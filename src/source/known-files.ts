// Files that were seen before, and which of them are others by now. An archive has a hundred thousand
// of them, so names and stamps lie in two long rows, and nothing is made of a file that is what it was.

import { areSettled, type Stamp } from "./content-index.ts";
import { entryAt } from "./ordinary-file.ts";

/** Names relative to a folder, and for each the numbers of its stamp, in the same order. */
export interface KnownFiles {
  readonly names: readonly string[];
  readonly stamps: Float64Array;
}

/** How many numbers are a stamp. */
export const STAMP_LENGTH = 4;

export function stampsInRow(stamps: readonly Stamp[]): Float64Array {
  const row = new Float64Array(stamps.length * STAMP_LENGTH);
  for (const [position, stamp] of stamps.entries()) row.set(stamp, position * STAMP_LENGTH);
  return row;
}

export function stampAt(stamps: Float64Array, position: number): Stamp {
  const start = position * STAMP_LENGTH;
  const [size = NaN, modified = NaN, changed = NaN, inode = NaN] = stamps.subarray(start);
  return [size, modified, changed, inode];
}

/**
 * The positions of files whose stamp is not the one that is known, and of those that are gone. An equal
 * stamp is that of the same file, of the same kind.
 */
export function changedAmong(folder: string, { names, stamps }: KnownFiles): readonly number[] {
  const changed: number[] = [];
  for (let position = 0; position < names.length; position += 1)
    if (isChanged(`${folder}/${names[position]}`, stamps, position)) changed.push(position);
  return changed;
}

/**
 * The positions of files that may have changed again with nothing in their stamps to show it.
 * @param noted as for `isSettled`
 */
export function unsettledAmong({ stamps }: KnownFiles, noted: number): readonly number[] {
  const unsettled: number[] = [];
  for (let start = 0; start < stamps.length; start += STAMP_LENGTH)
    if (!areSettled(stamps[start + 1] ?? NaN, stamps[start + 2] ?? NaN, noted))
      unsettled.push(start / STAMP_LENGTH);
  return unsettled;
}

/** Whether the file at `path` is another than the one whose stamp stands at a position. */
export function isChanged(path: string, stamps: Float64Array, position: number): boolean {
  const now = entryAt(path);
  if (!now) return true;
  const start = position * STAMP_LENGTH;
  return (
    now.size !== stamps[start] ||
    now.mtimeMs !== stamps[start + 1] ||
    now.ctimeMs !== stamps[start + 2] ||
    now.ino !== stamps[start + 3]
  );
}
