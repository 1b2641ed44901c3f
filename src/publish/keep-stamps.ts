// Notes how the files of a published edition lie on the disk, so that the next build need not read them.

import type { Stamp } from "../source/content-index.ts";
import type { Changes, HashedFile } from "./find-changes.ts";
import { type LeftFiles, rewriteLeft, stampOf, writeLeft } from "./live-files.ts";
import type { OutputFolder } from "./output-folder.ts";

/**
 * The stamps only save time: a disk that has no room for them has no say in a paper that is
 * published, and the next build hashes the files instead.
 *
 * @param files of the edition, path → SHA-256
 * @param written those of them that were written now
 */
export function keepStamps(
  output: OutputFolder,
  files: ReadonlyMap<string, string>,
  written: readonly HashedFile[],
  manifestHash: string,
): void {
  const isWritten = new Set(written.map(({ path }) => path));
  const stamps = new Map<string, Stamp>();
  try {
    for (const path of files.keys()) {
      const known = isWritten.has(path) ? undefined : output.live.get(path)?.stamp;
      const stamp = known ?? stampOf(`${output.path}/${path}`);
      if (!stamp) return;
      stamps.set(path, stamp);
    }
    writeLeft(output.stampRecord, manifestHash, stamps);
  } catch {
    // As said above.
  }
}

/** The same where some files were replaced, came or went, and all others are as they were left. */
export function keepNewStamps(
  output: OutputFolder,
  left: LeftFiles,
  { added, changed, stale }: Pick<Changes, "added" | "changed" | "stale">,
  manifestHash: string,
): void {
  const stamps = new Map<string, Stamp | undefined>();
  for (const [path, file] of output.touched) if (file) stamps.set(path, file.stamp);
  try {
    for (const path of stale) stamps.set(path, undefined);
    for (const { path } of [...added, ...changed]) {
      const stamp = stampOf(`${output.path}/${path}`);
      if (!stamp) return;
      stamps.set(path, stamp);
    }
    rewriteLeft(output.stampRecord, manifestHash, left, stamps);
  } catch {
    // As said above.
  }
}
