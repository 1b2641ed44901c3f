// All scenarios of all systems on an archive of one size.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeBenchFolder } from "./bench-folder.ts";
import type { BenchSite, System } from "./bench-site.ts";
import { broadsheetSite } from "./broadsheet-site.ts";
import { eleventySite } from "./eleventy-site.ts";
import { type BenchStory, generateStories } from "./generate-stories.ts";
import { hugoSite } from "./hugo-site.ts";
import type { Output } from "./look-at-output.ts";
import type { OutputCost } from "./measure-outputs.ts";
import { measurePreview, type PreviewTimes } from "./measure-preview.ts";
import { measureProcess } from "./measure-process.ts";
import { type Archive, type Run, runScenario, type Scenario } from "./scenarios.ts";

/** Above this many stories, systems that always build everything are not measured doing it again. */
const REPEAT_WHOLE_BUILDS_UP_TO = 10_000;

const PREVIEW_EDITS = 5;

export interface PaperOrder {
  readonly count: number;
  readonly systems: readonly System[];
  readonly scenarios: readonly Scenario[];
  readonly runs: number;
  readonly seed: number;
  readonly preview: boolean;
  /** A folder to work in. Default: in memory where there is room. */
  readonly folder?: string;
  readonly keep: boolean;
  readonly say: (progress: string) => void;
}

export interface PaperFigures {
  readonly count: number;
  readonly runs: readonly Run[];
  /** What each system had made after its first build. */
  readonly outputs: Readonly<Partial<Record<System, Output>>>;
  readonly preview?: PreviewTimes;
  /** What each optional output costs Broadsheet; the paper without any first. */
  readonly outputCosts?: readonly OutputCost[];
}

export async function measurePaper(order: PaperOrder): Promise<PaperFigures> {
  const folder = makeBenchFolder(order.count, order.folder);
  const remove = () =>
    order.keep || rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", remove);
  try {
    order.say(`Writing ${order.count} stories into ${folder} …`);
    const sites = order.systems.map((system) => siteOf(system, folder, order.count));
    const archive = writeArchive(sites, order);
    await warmUp(sites);
    return await measureSites(sites, archive, order);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** The archive's site for a system, without its stories. */
export function siteOf(system: System, folder: string, count: number): BenchSite {
  const own = join(folder, system.toLowerCase());
  if (system === "Broadsheet") return broadsheetSite(own, count);
  return system === "Hugo" ? hugoSite(own, count) : eleventySite(own, count);
}

/** The stories of the archive, written into each of `sites`. */
export function writeArchive(
  sites: readonly BenchSite[],
  { seed, count, runs }: Pick<PaperOrder, "seed" | "count" | "runs">,
): Archive {
  const editable: BenchStory[] = [];
  const firstEditable = Math.floor(count * 0.3);
  let index = 0;
  for (const story of generateStories(seed, count)) {
    for (const site of sites) site.writeStory(story);
    const isEditable = index >= firstEditable && editable.length < runs + PREVIEW_EDITS;
    if (isEditable) editable.push(story);
    index += 1;
  }
  return { seed, count, editable };
}

/** The press is translated once after it has been installed; no build of a paper waits for that. */
async function warmUp(sites: readonly BenchSite[]): Promise<void> {
  const own = sites.find(({ system }) => system === "Broadsheet");
  if (own) await measureProcess({ ...own.build, words: ["src/bin.js", "--version"] });
}

async function measureSites(
  sites: readonly BenchSite[],
  archive: Archive,
  order: PaperOrder,
): Promise<PaperFigures> {
  const runs: Run[] = [];
  const outputs: Partial<Record<System, Output>> = {};
  let added = 0;
  for (const scenario of order.scenarios) {
    const measured = sites.filter((site) => isMeasured(scenario, site, order));
    for (let repetition = 0; repetition < order.runs; repetition += 1) {
      if (scenario === "new") added = repetition + 1;
      // Alternating, so that none always comes after the same neighbour.
      for (const site of repetition % 2 === 0 ? measured : measured.toReversed()) {
        const { run, output } = await runScenario(scenario, site, archive, repetition);
        outputs[site.system] ??= output;
        expectStories(output, archive.count + added, site);
        runs.push(run);
        order.say(progressOf(run));
      }
    }
  }
  const own = sites.find(({ system }) => system === "Broadsheet");
  const preview = order.preview && own ? await previewOf(own, archive, order) : undefined;
  return { count: archive.count, runs, outputs, ...(preview && { preview }) };
}

/** Each figure as it comes: whoever stops a long run still has these. */
function progressOf({ system, scenario, seconds, ...run }: Run): string {
  const processor = run.processorSeconds?.toFixed(2) ?? "–";
  const megabytes = ((run.peakTreeBytes ?? run.peakBytes ?? 0) / 1e6).toFixed(0);
  return `${system}, ${scenario}: ${seconds.toFixed(2)} s, processor ${processor} s, ${megabytes} MB`;
}

function isMeasured(scenario: Scenario, { system }: BenchSite, { count }: PaperOrder): boolean {
  const isNoLoss = scenario === "cold" || scenario === "edit";
  return system === "Broadsheet" || isNoLoss || count <= REPEAT_WHOLE_BUILDS_UP_TO;
}

function expectStories(
  { made: { stories } }: Output,
  expected: number,
  { system }: BenchSite,
): void {
  if (stories.files === expected) return;
  throw new Error(`${system} has made ${stories.files} story pages, not ${expected}.`);
}

async function previewOf(own: BenchSite, { editable }: Archive, order: PaperOrder) {
  order.say("The live preview …");
  return measurePreview(own, editable.slice(order.runs));
}
