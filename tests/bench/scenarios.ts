// What a newsroom does between two builds, done to every system alike, and the cheap proof after
// each build that it has really done its work.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchSite, System } from "./bench-site.ts";
import { type BenchStory, lateStory } from "./generate-stories.ts";
import { lookAtOutput, type Output } from "./look-at-output.ts";
import { type Measured, measureProcess } from "./measure-process.ts";

export const SCENARIOS = {
  cold: "cold build",
  nothing: "nothing changed",
  edit: "one story edited",
  new: "one new story",
  layout: "story layout edited",
} as const;

export type Scenario = keyof typeof SCENARIOS;

/** One build of one system in one scenario. */
export interface Run extends Measured {
  readonly system: System;
  readonly scenario: Scenario;
  readonly filesWritten: number;
}

/** The archive as it stands in every site, and what has been done to it so far. */
export interface Archive {
  readonly seed: number;
  readonly count: number;
  /** Old stories, one for each repetition to edit. */
  readonly editable: readonly BenchStory[];
}

/**
 * Changes a site and builds it.
 *
 * @param repetition 0, 1, 2, …: each edits another story, and adds one more
 * @throws when the build fails or has not done what it should
 */
export async function runScenario(
  scenario: Scenario,
  site: BenchSite,
  archive: Archive,
  repetition: number,
): Promise<{ readonly run: Run; readonly output: Output }> {
  const expected = CHANGES[scenario](site, archive, repetition);
  const started = Date.now();
  const measured = await measureProcess(site.build);
  const output = lookAtOutput(site.output, started);
  expectText(site, expected);
  const run = { ...measured, system: site.system, scenario, filesWritten: output.written };
  return { run, output };
}

/** A page and what must stand on it after the build. */
interface Expected {
  readonly address: string;
  readonly words: string;
}

type Change = (site: BenchSite, archive: Archive, repetition: number) => Expected;

const CHANGES: Readonly<Record<Scenario, Change>> = {
  cold: (site, { editable }) => {
    for (const path of site.leftovers) rmSync(path, { recursive: true, force: true });
    return { address: editable[0]!.address, words: editable[0]!.headline };
  },
  nothing: (_, { editable }) => ({
    address: editable[0]!.address,
    words: editable[0]!.headline,
  }),
  edit: (site, { editable }, repetition) => {
    const edited = editedStory(editable[repetition]!, repetition);
    site.writeStory(edited);
    return { address: edited.address, words: editMark(repetition) };
  },
  new: (site, { seed, count }, repetition) => {
    const story = lateStory(seed, count, repetition);
    site.writeStory(story);
    return { address: story.address, words: story.headline };
  },
  layout: (site, { editable }, repetition) => {
    const { file, mark } = site.storyLayout;
    const text = readFileSync(file, "utf8");
    const next = `${mark} data-layout="${repetition + 1}"`;
    const old = new RegExp(`${mark}(?: data-layout="\\d+")?`);
    if (!old.test(text)) throw new Error(`${file} has no ${mark}`);
    writeFileSync(file, text.replace(old, next));
    return { address: editable.at(-1)!.address, words: next };
  },
};

/** A word in the text, and the headline too. */
export function editedStory(story: BenchStory, repetition: number): BenchStory {
  const mark = editMark(repetition);
  return { ...story, headline: `${story.headline}, again`, body: `${mark} ${story.body}` };
}

export function editMark(repetition: number): string {
  return `Corrigendum${repetition + 1}`;
}

function expectText(site: BenchSite, { address, words }: Expected): void {
  const html = readFileSync(join(site.output, address, "index.html"), "utf8");
  if (!html.includes(words)) throw new Error(`${site.system}: ${address} does not say “${words}”`);
}
