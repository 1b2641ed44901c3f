// Prints what is stale: a handful of pages at once, more of them in sheets.

import { setImmediate } from "node:timers/promises";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
import type { PressHands } from "./press-hands.ts";
import { printBatch, type PrintedFile, type PrintSetting } from "./print-batch.ts";
import { stageText } from "./publish/stage.ts";
import type { FileBytes } from "./publish/staged-file.ts";
import { impose } from "./render/impose.ts";
import { layoutsOf } from "./render/print-pages.ts";
import type { StalePages } from "./render/find-stale-pages.ts";
import type { PageFaults } from "./verify/verify-pages.ts";

/** Every page is there: in the work folder, or live. */
export interface PrintedPaper {
  readonly faults: readonly PageFaults[];
  readonly bytesOf: (output: string) => FileBytes & { readonly hash: string };
}

type OnPages = (work: "pages", done: number, total: number) => void;

/** Up to this many pages are not worth Eleventy's own start, which takes as long as printing them. */
const HANDFUL = 100;

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
  const [pages, others] = await Promise.all([
    stale.length <= HANDFUL
      ? printBatch(stale, setting)
      : printInSheets(stale, setting, hands, onProgress),
    printFiles(staleFiles, setting),
  ]);
  const files = new Map([...others, ...pages].map((file) => [file.output, file]));
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
    const { path: staged, hash } = stageText(workFolder, ...print());
    printed.push({ output, staged, hash, faults: { origin, missing: [], dead: [] } });
    await setImmediate();
  }
  return printed;
}

/** Sheet by sheet, as Eleventy deals them out: by many hands where there is much of it, else here. */
async function printInSheets(
  pages: readonly PlannedPage[],
  setting: PrintSetting,
  hands: PressHands,
  onProgress: OnPages = () => {},
): Promise<readonly PrintedFile[]> {
  const { folder } = setting.layouts;
  const { loaded } = await layoutsOf(setting.layouts);
  if (pages.length < hands.least) {
    const printed: PrintedFile[] = [];
    await impose(pages, folder, loaded, async (sheet) => {
      printed.push(...(await printBatch(sheet, setting)));
    });
    return printed;
  }
  let done = 0;
  const shift = hands.begin("print", setting, (count) =>
    onProgress("pages", (done += count), pages.length),
  );
  const sheets: (readonly PlannedPage[])[] = [];
  await impose(pages, folder, loaded, (sheet) => {
    sheets.push(sheet);
    return shift.give(sheet.map(asPlainData));
  });
  const printed = await shift.end();
  // What a hand has left undone is done here, and if it fails here, it is told.
  const all = sheets.map(
    async (sheet, index) => printed[index] ?? (await printBatch(sheet, setting)),
  );
  return (await Promise.all(all)).flat();
}

/** What its props are made from stays here. */
function asPlainData({ kind, address, output, origin, props }: PlannedPage): PlannedPage {
  return { kind, address, output, origin, matter: [], props };
}
