// The build as a table of contents: one call a room, in order. `src/README.md` has the map.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BuildOrder, BuildResult, BuildSummary } from "./build-order.ts";
import { faultsOf, lostAddresses, newPaper } from "./new-paper.ts";
import { type PlannedPaper, planPaper } from "./plan-paper.ts";
import { closeOutput, openOutput, type OutputFolder } from "./publish/output-folder.ts";
import { publish } from "./publish/publish.ts";
import type { PublishReport } from "./publish/staged-file.ts";
import { encodePictures, type EncodingReport } from "./render/encode-pictures.ts";
import { writePageRecord } from "./render/page-record.ts";
import { forgetPictures } from "./render/picture-store.ts";
import { type PrintOutcome, printStalePages } from "./render/print-stale-pages.ts";

/**
 * Prints the paper as of `order.now` and puts it in place, or refuses with every problem.
 * @throws CannotWrite when the output is not ours to write, or the disk says no
 */
export async function build(order: BuildOrder): Promise<BuildResult> {
  const output = openOutput(order.outputFolder, order, order.drafts ? "preview" : "paper");
  try {
    if (order.clean) await rm(order.stateFolder, { recursive: true, force: true });
    const { planned, problems } = await planPaper(order, "stop");
    if (!planned) return { kind: "refused", problems };
    const lost = lostAddresses(planned, output.manifest.addresses, order);
    if (lost.length > 0) return { kind: "refused", problems: lost };

    const { pages, derivatives } = planned.plan;
    const liveHash = order.clean ? () => undefined : intactHash(output);
    const record = join(order.stateFolder, order.drafts ? "preview-pages.json" : "pages.json");
    const printed = await printStalePages(pages, { ...order, recordFile: record, liveHash });
    const missing = derivatives.filter((picture) => liveHash(picture.output) === undefined);
    const pictures = await encodePictures(missing, order);
    const paper = newPaper(planned, printed.pages, { encoded: pictures.files, liveHash }, order);
    const faults = faultsOf(paper, printed.pages, planned.paper.site.basePath);
    if (faults.length > 0) return { kind: "refused", problems: faults };

    await forgetPictures(planned.paper.picturesInUse, order.stateFolder);
    const files = publish(paper, output);
    await writePageRecord(record, printed.record);
    return { kind: "published", summary: summaryOf(planned, printed, pictures, files) };
  } finally {
    closeOutput(output);
  }
}

/** The hash of a live file, if nobody but us has touched it since it was published. */
function intactHash({ live, manifest }: OutputFolder): (path: string) => string | undefined {
  return (path) => {
    const hash = live.get(path)?.hash;
    return hash === manifest.files.get(path) ? hash : undefined;
  };
}

function summaryOf(
  { content, paper, plan }: PlannedPaper,
  { pages }: PrintOutcome,
  pictures: EncodingReport,
  files: PublishReport,
): BuildSummary {
  return {
    read: {
      stories: content.stories.length,
      authors: content.authors.length,
      pages: content.pages.length,
      pictures: content.pictures.size,
    },
    stories: paper.stories.length,
    pages: plan.pages.length,
    printed: pages.filter(({ html }) => html !== undefined).length,
    pictures: { planned: plan.derivatives.length, encoded: pictures.encoded },
    files,
    ...(paper.nextChange && { nextChange: paper.nextChange }),
  };
}
