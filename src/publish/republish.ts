// Publishes an edition that differs from the live one in some files only.

import { inPlainWords } from "./cannot-write.ts";
import { type AddedFile, changedManifest } from "./changed-manifest.ts";
import { findChanges } from "./find-changes.ts";
import { hashBytes } from "./hash-file.ts";
import { keepNewStamps } from "./keep-stamps.ts";
import type { LeftFiles } from "./live-files.ts";
import type { OutputFolder } from "./output-folder.ts";
import { replaceFiles } from "./publish.ts";
import type { PublishReport, StagedFile } from "./staged-file.ts";

/** What is published besides all that stays as it is. */
export interface FreshFiles {
  readonly files: readonly StagedFile[];
  /** Compressed copies of them. */
  readonly copies: readonly StagedFile[];
  /** Of the stories among them. */
  readonly addresses: readonly string[];
  /** What the paper has no use for any more. */
  readonly gone: readonly string[];
}

/**
 * Publishes some files of the paper, in the place of what they were or as new ones, and takes some away;
 * all others stay.
 * @param left all that are live, and none of them has been touched
 * @returns the report, and the SHA-256 of the manifest that is live then
 * @throws CannotWrite as `publish` does
 */
export function republish(
  { files, copies, addresses, gone }: FreshFiles,
  left: LeftFiles,
  output: OutputFolder,
): { readonly report: PublishReport; readonly manifest: string } {
  const { manifestBytes, manifestHash, live } = output;
  const changes = { ...findChanges([...files, ...copies], gone, live), kept: [] };
  const { added, changed, stale } = changes;
  const kept = live.size - changed.length - stale.length;
  const report = { written: added.length + changed.length, kept, removed: stale.length };
  if (report.written + report.removed === 0) return { report, manifest: manifestHash };
  try {
    const isCopy = new Set(copies.map(({ path }) => path));
    const news = added.map(({ path, hash }) => ({ path, hash, isCopy: isCopy.has(path) }));
    const hashOf = (path: string) => live.get(path)?.hash ?? "";
    const after = changedManifest(manifestBytes, {
      replaced: changed.map(({ path, hash }) => ({ path, before: hashOf(path), hash })),
      added: news,
      removed: stale.map((path) => ({ path, hash: hashOf(path) })),
      addresses,
    });
    const hash = hashBytes(after);
    replaceFiles(output, changes, { before: announced(news, addresses, manifestBytes), after });
    keepNewStamps(output, left, changes, hash);
    return { report, manifest: hash };
  } catch (error) {
    throw inPlainWords(error, output.name, "as it was");
  }
}

/** The manifest that says beforehand which files will be ours: copies are no copies before they are there. */
function announced(
  news: readonly AddedFile[],
  addresses: readonly string[],
  manifest: Buffer,
): Buffer | undefined {
  if (news.length === 0) return undefined;
  const added = news.map(({ path, hash }) => ({ path, hash }));
  return changedManifest(manifest, { added, addresses });
}
