// One batch of pages on its way from planned data to finished files: printed, read as a stranger
// would, and staged. Plain data goes in and comes out, so that a batch can be done by another thread,
// and no page is held in memory for longer than its batch.

import type { PlannedPage } from "./pages/page.ts";
import { stageText } from "./publish/stage.ts";
import type { PressLayouts } from "./render/bind-layouts.ts";
import { printPages } from "./render/print-pages.ts";
import { type Outputs, type PageFaults, readPage } from "./verify/verify-pages.ts";

/** What all batches of a build have in common. */
export interface PrintSetting {
  readonly layouts: PressLayouts;
  /** Finished pages are written here; on the disk of the output. Absolute. */
  readonly workFolder: string;
  /** Every file of the new paper, for the links between them. */
  readonly outputs: Outputs;
  /** The site's sub-path, with a slash at both ends. */
  readonly basePath: string;
}

/** A finished page, waiting in the work folder. */
export interface PrintedFile {
  readonly output: string;
  /** Absolute. */
  readonly staged: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly faults: PageFaults;
}

/**
 * Prints, reads and stages `pages`, in their order.
 * @throws FaultyLayout
 */
export async function printBatch(
  pages: readonly PlannedPage[],
  { layouts, workFolder, outputs, basePath }: PrintSetting,
): Promise<readonly PrintedFile[]> {
  const printed = await printPages(pages, layouts);
  return pages.map(({ output, origin }, index) => {
    const html = printed[index] ?? "";
    const faults = readPage({ output, origin, html }, outputs, basePath);
    const { path: staged, hash } = stageText(workFolder, html);
    return { output, staged, hash, faults };
  });
}
