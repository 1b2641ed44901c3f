// Files that were seen before, and which of them are others by now. An archive has a hundred thousand
// of them, so names and stamps lie in two long rows, and nothing is made of a file that is what it was.

import { lstatSync } from "node:fs";
import type { Stamp } from "./content-index.ts";

/** Names relative to a folder, and for each the numbers of its stamp, in the same order. */
export interface KnownFiles {
  readonly names: readonly string[];
  readonly stamps: Float64Array;
}

/** How many numbers are a stamp. */
export const STAMP_LENGTH = 4;

/** Of a file that was not there when it was noted: no file has it. */
export const NO_STAMP: Stamp = [-1, -1, -1, -1];

export function stampsInRow(stamps: readonly Stamp[]): Float64Array {
  const row = new Float64Array(stamps.length * STAMP_LENGTH);
  for (const [position, stamp] of stamps.entries()) row.set(stamp, position * STAMP_LENGTH);
  return row;
}

export function stampAt(stamps: Float64Array, position: number): Stamp {
  const [size = NaN, modified = NaN, changed = NaN, inode = NaN] = stamps.subarray(
    position * STAMP_LENGTH,
    (position + 1) * STAMP_LENGTH,
  );
  return [size, modified, changed, inode];
}

/**
 * The positions of files whose stamp is not the one that is known, and of those that are gone. An equal
 * stamp is that of the same file, of the same kind.
 */
export function changedAmong(folder: string, { names, stamps }: KnownFiles): readonly number[] {
  const changed: number[] = [];
  for (let position = 0; position < names.length; position += 1) {
    const now = statsOf(`${folder}/${names[position]}`);
    const start = position * STAMP_LENGTH;
    const isSame =
      now !== undefined &&
      now.size === stamps[start] &&
      now.mtimeMs === stamps[start + 1] &&
      now.ctimeMs === stamps[start + 2] &&
      now.ino === stamps[start + 3];
    if (!isSame) changed.push(position);
  }
  return changed;
}

/** Undefined also where a file stands in place of one of its folders. */
function statsOf(path: string) {
  try {
    return lstatSync(path, NOTHING_THERE);
  } catch {
    return undefined;
  }
}

const NOTHING_THERE = { throwIfNoEntry: false } as const;
