// The build as a table of contents: one call a room, in order. `src/README.md` has the map.

import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { BuildOrder, BuildResult, BuildSummary, SearchReport } from "./build-order.ts";
import { forgetState } from "./source/forget-state.ts";
import { keepVersions } from "./keep-versions.ts";
import { lostAddresses, newPaper, outputsOf } from "./new-paper.ts";
import { findLostCopies } from "./past-pictures.ts";
import { type PlannedPaper, planPaper } from "./plan-paper.ts";
import { openHands, type PressHands } from "./press-hands.ts";
import type { PrintSetting } from "./print-batch.ts";
import { printPaper } from "./print-paper.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import { withCompressedCopies } from "./publish/compressed-copies.ts";
import { keepNextChange } from "./publish/next-change-file.ts";
import {
  closeOutput,
  liveManifest,
  openOutput,
  type OutputFolder,
} from "./publish/output-folder.ts";
import { stagePaper } from "./publish/publish.ts";
import { keepServerRules } from "./publish/server/keep-server-rules.ts";
import type { CompressedCopies, NewPaper, PublishReport } from "./publish/staged-file.ts";
import { quickEdition } from "./quick-edition.ts";
import { heldUpBy, lostBySettingAside, refusal } from "./refusal.ts";
import { bindLayouts } from "./render/bind-layouts.ts";
import { encodePictures, type EncodingReport } from "./render/encode-pictures.ts";
import { findStalePages, recordOf, type StalePages } from "./render/find-stale-pages.ts";
import { writePageRecord } from "./render/page-record.ts";
import { forgetPictures } from "./render/picture-store.ts";
import { filesSetAside, openStandIns } from "./stand-ins.ts";
import { completeSearch, openSearch } from "./search-index.ts";
import { draftStanding, forgetStanding, keepStanding } from "./standing-edition.ts";
import { problemsOf } from "./verify/verify-pages.ts";

/**
 * Prints the paper as of `order.now` and puts it in place, or refuses with every problem.
 * @throws CannotWrite when the output is not ours to write, or the disk says no
 */
export async function build(order: BuildOrder): Promise<BuildResult> {
  const edition = order.drafts ? "preview" : "paper";
  const output = openOutput(order.outputFolder, order, edition, order.way);
  const hands = openHands(order.hands);
  try {
    if (order.clean) forgetState(order.stateFolder);
    return (await quickEdition(order, output)) ?? (await wholeEdition(order, output, hands));
  } finally {
    await hands.dismiss();
    closeOutput(output);
  }
}

async function wholeEdition(
  order: BuildOrder,
  output: OutputFolder,
  hands: PressHands,
): Promise<BuildResult> {
  const standIns = openStandIns(order, output.manifest);
  const { planned, problems } = await planPaper(order, order.keepGoing ? standIns : "stop", hands);
  if (!planned) return refusal(problems, order, output, heldUpBy(standIns));
  const lost = lostAddresses(planned, output.manifest.addresses, order);
  if (lost.length > 0)
    return refusal([...problems, ...lostBySettingAside(lost, standIns)], order, output);

  const liveHash = order.clean ? () => undefined : intactHash(output);
  const { derivatives } = planned.plan;
  const missing = derivatives.filter((picture) => liveHash(picture.output) === undefined);
  const lostCopies = await findLostCopies(missing, planned.content, order);
  if (lostCopies.length > 0) return refusal([...problems, ...lostCopies], order, output);
  const recordFile = join(order.stateFolder, order.drafts ? "preview-pages.json" : "pages.json");
  const stale = await findStalePages(planned.plan, { ...order, recordFile, liveHash });
  const setting = settingOf(planned, output, { ...order, ...stale });
  const printed = await printPaper(stale, setting, hands, order.onProgress);
  const faults = problemsOf(printed.faults);
  if (faults.length > 0) return { kind: "refused", problems: faults };

  const pictures = await encodePictures(missing, order);
  const search = openSearch(planned, output, order);
  const places = { encoded: pictures.files, liveHash };
  const printedPaper = newPaper(planned, printed.bytesOf, places, search.standing, order);
  const paper = await withCompressedCopies(printedPaper, output, order);
  await forgetPictures(planned.paper.picturesInUse, order.stateFolder);
  // The short way would leave an edited story in the search index as it was.
  const isGoodForMore = isWhole(problems, order, output) && !planned.paper.site.hasSearch;
  const [, draft, putInPlace] = await Promise.all([
    keepVersions(planned, stale.stale, order, hands),
    isGoodForMore ? draftStanding(planned, order) : forgetStanding(order),
    stageBeside(paper, output, order),
  ]);
  // With their memory: what follows is this thread's.
  const home = hands.dismiss();
  const files = putInPlace();
  await home;

  keepNextChange(planned.paper, order, output.releases?.output ?? output.path);
  keepServerRules(planned.paper, order);
  await writePageRecord(recordFile, recordOf(stale, printed.bytesOf));
  const searched = await completeSearch(search, planned, { paper, output }, order);
  const { compressed } = paper;
  if (draft) {
    const { edition } = stale;
    const manifestHash = liveManifest(output);
    keepStanding(draft, planned, order, { edition, manifestHash, compressed });
  }
  const done = {
    stale,
    pictures,
    files,
    ...(compressed && { compressed }),
    ...(searched && { search: searched }),
  };
  const summary = { ...summaryOf(planned, done), ...filesSetAside(standIns, planned.content) };
  return { kind: "published", summary, problems };
}

/** While hands have other work, which they are given first. */
async function stageBeside(
  paper: NewPaper,
  output: OutputFolder,
  { keep }: BuildOrder,
): Promise<() => PublishReport> {
  await setImmediate();
  return stagePaper(paper, output, keep);
}

function settingOf(
  planned: PlannedPaper,
  { work }: OutputFolder,
  { layoutsFolder, edition }: BuildOrder & StalePages,
): PrintSetting {
  const { basePath } = planned.paper.site;
  const outputs = outputsOf(planned);
  const layouts = bindLayouts(layoutsFolder, edition);
  return { layouts, workFolder: work.path, outputs, basePath };
}

/** Whether the next edition may go on from this one: a preview and a paper with stand-ins are none. */
function isWhole(
  problems: readonly LocatedProblem[],
  { drafts }: BuildOrder,
  { releases }: OutputFolder,
): boolean {
  return problems.length === 0 && !drafts && !releases;
}

/** The hash of a live file, if nobody but us has touched it since it was published. */
function intactHash({ live, manifest }: OutputFolder): (path: string) => string | undefined {
  return (path) => {
    const hash = live.get(path)?.hash;
    return hash === manifest.files.get(path) ? hash : undefined;
  };
}

interface WhatWasDone {
  readonly stale: StalePages;
  readonly pictures: EncodingReport;
  readonly files: PublishReport;
  readonly compressed?: CompressedCopies;
  readonly search?: SearchReport;
}

function summaryOf(
  { content, paper, plan }: PlannedPaper,
  { stale: { stale }, pictures, files, compressed, search }: WhatWasDone,
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
    printed: stale.length,
    pictures: { planned: plan.derivatives.length, encoded: pictures.encoded },
    files,
    ...(compressed && { copies: { all: compressed.files.length, made: compressed.made } }),
    ...(search && { search }),
    ...(paper.nextChange && { nextChange: paper.nextChange }),
  };
}
