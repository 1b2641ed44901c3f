// The door for people who know Eleventy. The paper is read and planned as in every build; Eleventy
// itself prints the pages and writes them, and what it does not know (pictures, style sheet, stale
// files, the record of the output) is seen to afterwards. It stands in this room and not in
// `render/`, because that record is `publish/`'s.

import { rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { BuildListener, EleventyConfig, PrintedTemplate } from "@11ty/eleventy";
import type { BuildOrder } from "../build-order.ts";
import { keepVersions } from "../keep-versions.ts";
import { lostAddresses, newPaper, outputsOf } from "../new-paper.ts";
import { type PlannedPaper, planPaper } from "../plan-paper.ts";
import { grouped } from "../pages/grouped.ts";
import { formatProblem } from "../problems/format-problem.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { keepNextChange } from "../publish/next-change-file.ts";
import { closeOutput, openOutput, type OutputFolder } from "../publish/output-folder.ts";
import { publish } from "../publish/publish.ts";
import { encodePictures } from "../render/encode-pictures.ts";
import { forgetPictures } from "../render/picture-store.ts";
import { setUpEleventy } from "../render/set-up-eleventy.ts";
import { completeSearch, openSearch } from "../search-index.ts";
import { forgetStanding } from "../standing-edition.ts";
import { verifyPages } from "../verify/verify-pages.ts";
import { problemCount } from "./problem-report.ts";

/** Sets Eleventy up to print the paper in `content/`; throws with every problem, if there are any. */
export async function configure(config: EleventyConfig): Promise<void> {
  const order = orderHere();
  const { planned, problems } = await planPaper(order, "stop");
  if (!planned) throw new Refused(problems);
  for (const folder of ["./src/", "./layouts/", "./content/"]) {
    config.addWatchTarget(folder, { resetConfig: true });
  }
  setUpEleventy(
    config,
    grouped(planned.plan.pages, ({ kind }) => [kind]),
  );
  publishAround(config, planned, order);
}

function orderHere(): BuildOrder {
  return {
    contentFolder: resolve("content"),
    outputFolder: "_site",
    projectFolder: process.cwd(),
    home: homedir(),
    layoutsFolder: resolve("layouts"),
    stateFolder: resolve(".broadsheet"),
    now: Date.now(),
    drafts: false,
    clean: false,
  };
}

/** Ends Eleventy's run with exit code 1. */
class Refused extends Error {
  /** Eleventy then prints the message alone, without the stack of a mistake that is not the press's. */
  readonly skipOriginalStack = true;

  constructor(problems: readonly LocatedProblem[]) {
    const reports = problems.map((problem) => formatProblem(problem, "content"));
    super(["", ...reports, problemCount(problems)].join("\n\n"));
  }
}

/** Takes the output before Eleventy writes into it, and completes it afterwards. */
function publishAround(config: EleventyConfig, planned: PlannedPaper, order: BuildOrder): void {
  const writesFiles = ({ outputMode }: Parameters<BuildListener>[0]) => outputMode === "fs";
  config.on("eleventy.before", (event) => {
    if (!writesFiles(event)) return;
    letGo();
    hold.output = openOutput(event.directories.output, order, "paper", "in place");
    // Eleventy writes there next, so what lies there has to be seen before.
    void hold.output.live;
    const lost = lostAddresses(planned, hold.output.manifest.addresses, order);
    if (lost.length === 0) return;
    letGo();
    throw new Refused(lost);
  });
  config.on("eleventy.after", async (event) => {
    if (!writesFiles(event) || !hold.output) return;
    try {
      await complete(hold.output, event.results ?? [], planned, order);
    } finally {
      letGo();
    }
  });
}

/**
 * The output in hand. After a print that failed Eleventy calls nobody, and while it watches, this file
 * is loaded anew for each print: so the output is held where the next print finds it.
 */
const hold: { output?: OutputFolder | undefined } = ((
  globalThis as { broadsheetHold?: typeof hold }
).broadsheetHold ??= {});

function letGo(): void {
  if (hold.output) closeOutput(hold.output);
  hold.output = undefined;
}

async function complete(
  output: OutputFolder,
  results: readonly PrintedTemplate[],
  planned: PlannedPaper,
  order: BuildOrder,
): Promise<void> {
  const htmlByOutput = new Map(
    results.map(({ outputPath, content }) => [relative(output.path, resolve(outputPath)), content]),
  );
  // `--dryrun` prints and writes nothing.
  if (results.length === 0) return;
  const fileTexts = new Map(planned.plan.files.map(({ output, print }) => [output, print]));
  const htmlOf = (output: string) =>
    htmlByOutput.get(output) ?? fileTexts.get(output)?.().join("") ?? "";
  const { files } = await encodePictures(planned.plan.derivatives, order);
  // Pages that Eleventy has just added are in no record yet, so `publish` would take them for
  // somebody else's.
  const added = [...htmlByOutput.keys()].filter((path) => !output.manifest.files.has(path));
  await Promise.all(added.map((path) => rm(join(output.path, path), { force: true })));
  const pictures = { encoded: files, liveHash: () => undefined };
  const bytesOf = (output: string) => ({ kind: "memory", bytes: htmlOf(output) }) as const;
  const search = openSearch(planned, output, order);
  const paper = newPaper(planned, bytesOf, pictures, search.standing, order);
  const pages = planned.plan.pages.map(({ output, origin }) => ({
    output,
    origin,
    html: htmlOf(output),
  }));
  const faults = verifyPages(pages, outputsOf(planned), planned.paper.site.basePath);
  if (faults.length > 0) throw new Refused(faults);
  await forgetPictures(planned.paper.picturesInUse, order.stateFolder);
  // What is kept of the edition before must not outlive it.
  forgetStanding(order);
  await keepVersions(planned, planned.plan.pages, order);
  publish(paper, output);
  keepNextChange(planned.paper, order, output.path);
  await completeSearch(search, planned, { paper, output }, order);
}
