// What has to be printed: all pages but those whose fingerprint is known and whose file is still live
// as it was printed.

import type { PlannedFile, PlannedPage } from "../pages/page.ts";
import { pressEdition } from "../source/press-edition.ts";
import { fingerprint, type PageRecord, readPageRecord } from "./page-record.ts";

export interface StalePages {
  readonly stale: readonly PlannedPage[];
  readonly staleFiles: readonly PlannedFile[];
  /** SHA-256 (hexadecimal) of each page and file that is kept, by output file. */
  readonly kept: ReadonlyMap<string, string>;
  /** Of every page and file, by output. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Tells these layouts and this press from all others. */
  readonly edition: string;
}

/** What there is to print. */
export interface PrintPlan {
  readonly pages: readonly PlannedPage[];
  readonly files: readonly PlannedFile[];
}

export interface StalenessOptions {
  readonly layoutsFolder: string;
  /** The record of the last build; none is as good as an empty one. */
  readonly recordFile: string;
  /** The hash that is live at an output file, if it is ours. */
  readonly liveHash: (output: string) => string | undefined;
}

export async function findStalePages(
  { pages, files }: PrintPlan,
  { layoutsFolder, recordFile, liveHash }: StalenessOptions,
): Promise<StalePages> {
  const record = await readPageRecord(recordFile);
  const edition = pressEdition(layoutsFolder);
  const fingerprints = new Map<string, string>();
  const kept = new Map<string, string>();
  const isStale = (item: PlannedPage | PlannedFile) => {
    const { output } = item;
    const print = fingerprint(item, edition);
    fingerprints.set(output, print);
    const entry = record.get(output);
    const isKept = entry?.fingerprint === print && liveHash(output) === entry.hash;
    if (isKept) kept.set(output, entry.hash);
    return !isKept;
  };
  const [stale, staleFiles] = [pages.filter(isStale), files.filter(isStale)];
  return { stale, staleFiles, kept, fingerprints, edition };
}

/** The record of a paper that is live now. */
export function recordOf(
  { fingerprints }: StalePages,
  bytesOf: (output: string) => { readonly hash: string },
): PageRecord {
  return new Map(
    [...fingerprints].map(([output, fingerprint]) => [
      output,
      { fingerprint, hash: bytesOf(output).hash },
    ]),
  );
}
