// Prints what has changed: pages whose fingerprint is known and whose file is still live are kept.

import { createHash } from "node:crypto";
import type { PlannedPage } from "../pages/page.ts";
import { fingerprint, type PageRecord, readPageRecord } from "./page-record.ts";
import { pressEdition } from "../source/press-edition.ts";
import { printPages } from "./print-pages.ts";

/** A page that was printed now, or one whose live file is still what would be printed. */
export interface PageOutcome {
  readonly page: PlannedPage;
  /** The finished page; absent when it is kept. */
  readonly html?: string;
  /** SHA-256 of the page's bytes, hexadecimal. */
  readonly hash: string;
}

export interface PrintOutcome {
  readonly pages: readonly PageOutcome[];
  /** To be written once the paper is published. */
  readonly record: PageRecord;
}

/** Where layouts are, and what an earlier build has left behind. */
export interface PrintOptions {
  readonly layoutsFolder: string;
  /** The record of the last build; none is as good as an empty one. */
  readonly recordFile: string;
  /** The hash that is live at an output file, if it is ours. */
  readonly liveHash: (output: string) => string | undefined;
}

export async function printStalePages(
  pages: readonly PlannedPage[],
  options: PrintOptions,
): Promise<PrintOutcome> {
  const record = await readPageRecord(options.recordFile);
  const edition = pressEdition(options.layoutsFolder);
  const fingerprints = pages.map((page) => fingerprint(page, edition));
  const kept = pages.map((page, index) => {
    const entry = record.get(page.output);
    const isKnown = entry !== undefined && entry.fingerprint === fingerprints[index];
    return isKnown && options.liveHash(page.output) === entry.hash ? entry.hash : undefined;
  });
  const stale = pages.filter((_, index) => kept[index] === undefined);
  const printed = await printPages(stale, options.layoutsFolder);
  const outcomes = pages.map((page, index) => {
    const hash = kept[index];
    return hash === undefined ? pageOutcome(page, printed.get(page)) : { page, hash };
  });
  return { pages: outcomes, record: recordOf(outcomes, fingerprints) };
}

/** A page just printed; `html` is undefined where no layout printed it, which is a fault of ours. */
export function pageOutcome(page: PlannedPage, html: string | undefined): PageOutcome {
  if (html === undefined) throw new Error(`No layout printed ${page.output} (${page.kind}).`);
  return { page, html, hash: createHash("sha256").update(html).digest("hex") };
}

function recordOf(outcomes: readonly PageOutcome[], fingerprints: readonly string[]): PageRecord {
  return new Map(
    outcomes.map(({ page, hash }, index) => [
      page.output,
      { fingerprint: fingerprints[index] ?? "", hash },
    ]),
  );
}
