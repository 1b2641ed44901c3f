// Notes how the files of a published edition lie on the disk, so that the next build need not read them.

import { join } from "node:path";
import type { HashedFile } from "./find-changes.ts";
import { type LeftFiles, type LiveFile, rewriteLeft, stampOf, writeLeft } from "./live-files.ts";
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
  const left = new Map<string, LiveFile>();
  try {
    for (const [path, hash] of files) {
      const known = isWritten.has(path) ? undefined : output.live.get(path)?.stamp;
      const stamp = known ?? stampOf(join(output.path, path));
      if (!stamp) return;
      left.set(path, { hash, stamp });
    }
    writeLeft(output.stampRecord, manifestHash, left);
  } catch {
    // As said above.
  }
}

/** The same where some files were replaced, and all others are as they were left. */
export function keepNewStamps(
  output: OutputFolder,
  left: LeftFiles,
  replaced: readonly HashedFile[],
  manifestHash: string,
): void {
  const others = new Map<string, LiveFile>();
  for (const [path, file] of output.touched) if (file) others.set(path, file);
  try {
    for (const { path, hash } of replaced) {
      const stamp = stampOf(join(output.path, path));
      if (!stamp) return;
      others.set(path, { hash, stamp });
    }
    rewriteLeft(output.stampRecord, manifestHash, left, others);
  } catch {
    // As said above.
  }
}
