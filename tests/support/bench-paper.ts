// A paper of any size in a folder of its own, from the benchmark's generator: for promises that one
// example cannot show.

import { paperFiles, storyFile } from "../bench/broadsheet-site.ts";
import { type BenchStory, generateStories, lateStory, NOW } from "../bench/generate-stories.ts";
import { type BuiltSite, site } from "./site.ts";

export interface BenchPaper {
  readonly built: BuiltSite;
  readonly stories: readonly BenchStory[];
}

const SEED = 7;
/** Stories of the last hour, for what only news is in. */
const LATE = 5;

/** Builds a paper of `count` stories, from ten years ago to this hour, with these optional outputs. */
export async function benchPaper(
  count: number,
  baseUrl: string,
  outputs: Parameters<typeof paperFiles>[1] = [],
): Promise<BenchPaper> {
  const earlier = count - LATE;
  const late = Array.from({ length: LATE }, (_, number) => lateStory(SEED, earlier, number));
  const stories = [...generateStories(SEED, earlier), ...late];
  const files = [...paperFiles(count, outputs), ...stories.map(storyFile)];
  const archive = files.map(([path, text]) => `-- ${path} --\n${text}\n`).join("");
  return { built: await site(archive, { baseUrl, now: NOW }), stories };
}
