// Notes how the files of a published edition lie on the disk, so that the next build need not read them.

import { join } from "node:path";
import type { HashedFile } from "./find-changes.ts";
import { type Stamp, stampOf, writeStamps } from "./live-files.ts";
import type { OutputFolder } from "./output-folder.ts";

/**
 * The stamps only save time: a disk that has no room for them has no say in a paper that is
 * published, and the next build hashes the files instead.
 */
export function keepStamps(
  output: OutputFolder,
  kept: Iterable<string>,
  changed: readonly HashedFile[],
  manifestHash: string,
): void {
  const stamps = new Map<string, Stamp>();
  const keep = (path: string, stamp: Stamp | undefined) => stamp && stamps.set(path, stamp);
  try {
    for (const path of kept)
      keep(path, output.live.get(path)?.stamp ?? stampOf(join(output.path, path)));
    for (const { path } of changed) keep(path, stampOf(join(output.path, path)));
    writeStamps(output.stampRecord, manifestHash, stamps);
  } catch {
    // As said above.
  }
}
