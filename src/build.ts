// The build as a table of contents: one call a room, in order. `src/README.md` has the map.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BuildOrder, BuildResult, BuildSummary } from "./build-order.ts";
import { newPaper } from "./new-paper.ts";
import { type PlannedPaper, planPaper } from "./plan-paper.ts";
import { closeOutput, openOutput } from "./publish/output-folder.ts";
import { publish } from "./publish/publish.ts";
import { encodePictures } from "./render/encode-pictures.ts";
import { writePageRecord } from "./render/page-record.ts";
import { type PrintOutcome, printStalePages } from "./render/print-stale-pages.ts";
import { verifyPages } from "./verify/verify-pages.ts";

/**
 * Prints the paper as of `order.now` and puts it in place, or refuses with every problem.
 * @throws CannotWrite when the output is not ours to write, or the disk says no
 */
export async function build(order: BuildOrder): Promise<BuildResult> {
  const { outputFolder, contentFolder, stateFolder, onProgress } = order;
  const output = openOutput(outputFolder, order, order.drafts ? "preview" : "paper");
  try {
    if (order.clean) await rm(stateFolder, { recursive: true, force: true });
    const { planned, problems } = await planPaper(order, "stop");
    if (!planned) return { kind: "refused", problems };

    const recordFile = join(stateFolder, "pages.json");
    const liveHash = (path: string) => output.live.get(path)?.hash;
    const printed = await printStalePages(planned.plan.pages, { ...order, recordFile, liveHash });
    const pictures = await encodePictures(planned.plan.derivatives, order);
    const paper = newPaper(planned, printed.pages, pictures.files, order);
    verifyPages(printed.pages, paper.files, planned.paper.site);

    const files = publish(paper, output);
    await writePageRecord(recordFile, printed.record);
    return { kind: "published", summary: { ...countsOf(planned, printed), pictures, files } };
  } finally {
    closeOutput(output);
  }
}

function countsOf(
  { paper, plan }: PlannedPaper,
  { pages }: PrintOutcome,
): Omit<BuildSummary, "pictures" | "files"> {
  return {
    stories: paper.stories.length,
    pages: plan.pages.length,
    printed: pages.filter(({ html }) => html !== undefined).length,
    ...(paper.nextChange && { nextChange: paper.nextChange }),
  };
}
