// Publishes an edition that differs from the live one in some files only: nothing comes, nothing goes.

import { inPlainWords } from "./cannot-write.ts";
import { findChanges } from "./find-changes.ts";
import { hashBytes } from "./hash-file.ts";
import { keepStamps } from "./keep-stamps.ts";
import { printManifest } from "./manifest.ts";
import type { OutputFolder } from "./output-folder.ts";
import { hashes, replaceFiles } from "./publish.ts";
import type { PublishReport, StagedFile } from "./staged-file.ts";

/**
 * Publishes some files of the paper that is live, in the place of what they were; all others stay.
 * @param files each is live already
 * @returns the report, and the SHA-256 of the manifest that is live then
 * @throws CannotWrite as `publish` does
 */
export function republish(
  files: readonly StagedFile[],
  output: OutputFolder,
): { readonly report: PublishReport; readonly manifest: string } {
  const { manifest, live } = output;
  const { changed } = findChanges(files, [], live);
  const report = {
    written: changed.length,
    kept: manifest.files.size - changed.length,
    removed: 0,
  };
  if (changed.length === 0) return { report, manifest: output.manifestHash };
  try {
    const text = printManifest({
      ...manifest,
      files: new Map([...manifest.files, ...hashes(changed)]),
    });
    const hash = hashBytes(text);
    const changes = { added: [], changed, kept: [], inTheWay: [], stale: [] };
    replaceFiles(output, changes, { before: undefined, after: text, text, hash });
    keepStamps(output, manifest.files.keys(), changed, hash);
    return { report, manifest: hash };
  } catch (error) {
    throw inPlainWords(error, output.name, "as it was");
  }
}
