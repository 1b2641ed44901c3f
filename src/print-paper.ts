// Prints what is stale, batch by batch: by many hands where there is much of it, else here.

import { setImmediate } from "node:timers/promises";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
import type { PressHands } from "./press-hands.ts";
import { printBatch, type PrintedFile, type PrintSetting } from "./print-batch.ts";
import { stageBytes } from "./publish/stage.ts";
import type { FileBytes } from "./publish/staged-file.ts";
import type { StalePages } from "./render/find-stale-pages.ts";
import type { PageFaults } from "./verify/verify-pages.ts";

/** Every page is there: in the work folder, or live. */
export interface PrintedPaper {
  readonly faults: readonly PageFaults[];
  readonly bytesOf: (output: string) => FileBytes & { readonly hash: string };
}

type OnPages = (work: "pages", done: number, total: number) => void;

/** Small enough that hands end together, large enough that Eleventy's start does not count. */
const BATCH = 250;

/**
 * @param onProgress told how many of how many pages are printed, where it takes a while
 * @throws FaultyLayout
 */
export async function printPaper(
  { stale, staleFiles, kept }: StalePages,
  setting: PrintSetting,
  hands: PressHands,
  onProgress?: OnPages,
): Promise<PrintedPaper> {
  const batches = batchesOf(stale);
  const isLong = stale.length >= hands.least;
  const [byHands, printedFiles] = await Promise.all([
    isLong ? printByHands(batches, setting, hands, onProgress) : [],
    printFiles(staleFiles, setting),
  ]);
  const files = new Map(printedFiles.map((file) => [file.output, file]));
  for (const [index, batch] of batches.entries()) {
    const printed = byHands[index] ?? (await printBatch(batch, setting));
    for (const file of printed) files.set(file.output, file);
  }
  return {
    faults: [...files.values()].map((file) => file.faults),
    bytesOf: (output) => {
      const file = files.get(output);
      return file
        ? { kind: "staged", path: file.staged, hash: file.hash }
        : { kind: "kept", hash: kept.get(output) ?? "" };
    },
  };
}

/** One by one, so that hands at work in the meantime are given their next batch. */
async function printFiles(
  files: readonly PlannedFile[],
  { workFolder }: PrintSetting,
): Promise<readonly PrintedFile[]> {
  const printed: PrintedFile[] = [];
  for (const { output, origin, print } of files) {
    const { path: staged, hash } = stageBytes(workFolder, Buffer.from(print()));
    printed.push({ output, staged, hash, faults: { origin, missing: [], dead: [] } });
    await setImmediate();
  }
  return printed;
}

/** @returns the files of each batch; `undefined` where a hand failed */
function printByHands(
  batches: readonly (readonly PlannedPage[])[],
  setting: PrintSetting,
  hands: PressHands,
  onProgress: OnPages = () => {},
): Promise<readonly (readonly PrintedFile[] | undefined)[]> {
  const total = batches.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const orders = (function* () {
    for (const batch of batches) yield { kind: "print" as const, items: batch.map(asPlainData) };
  })();
  return hands.work({ kind: "print", ...setting }, orders, (count) =>
    onProgress("pages", (done += count), total),
  );
}

function batchesOf(pages: readonly PlannedPage[]): readonly (readonly PlannedPage[])[] {
  return Array.from({ length: Math.ceil(pages.length / BATCH) }, (_, index) =>
    pages.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** What its props are made from stays here. */
function asPlainData({ kind, address, output, origin, props }: PlannedPage): PlannedPage {
  return { kind, address, output, origin, matter: [], props };
}
