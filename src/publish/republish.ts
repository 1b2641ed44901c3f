// Publishes an edition that differs from the live one in some files only: nothing comes, nothing goes.

import { inPlainWords } from "./cannot-write.ts";
import { findChanges } from "./find-changes.ts";
import { hashBytes } from "./hash-file.ts";
import { keepNewStamps } from "./keep-stamps.ts";
import type { LeftFiles } from "./live-files.ts";
import { amendManifest } from "./manifest.ts";
import type { OutputFolder } from "./output-folder.ts";
import { replaceFiles } from "./publish.ts";
import type { PublishReport, StagedFile } from "./staged-file.ts";

/**
 * Publishes some files of the paper that is live, in the place of what they were; all others stay.
 * @param files each is live already
 * @param left all that are, and none of them has been touched
 * @returns the report, and the SHA-256 of the manifest that is live then
 * @throws CannotWrite as `publish` does
 */
export function republish(
  files: readonly StagedFile[],
  left: LeftFiles,
  output: OutputFolder,
): { readonly report: PublishReport; readonly manifest: string } {
  const { manifestBytes, manifestHash, live } = output;
  const { changed } = findChanges(files, [], live);
  const report = { written: changed.length, kept: live.size - changed.length, removed: 0 };
  if (changed.length === 0) return { report, manifest: manifestHash };
  try {
    const replaced = changed.map(({ path, hash }) => {
      return { path, before: live.get(path)?.hash ?? "", hash };
    });
    const manifest = amendManifest(manifestBytes, replaced);
    const hash = hashBytes(manifest);
    const changes = { added: [], changed, kept: [], inTheWay: [], stale: [] };
    replaceFiles(output, changes, { before: undefined, after: manifest });
    keepNewStamps(output, left, changed, hash);
    return { report, manifest: hash };
  } catch (error) {
    throw inPlainWords(error, output.name, "as it was");
  }
}
