// The lines of the record: each story as it is printed, and where its words stand.

import type { FiledStory } from "./news/file-story.ts";
import { footprintOf } from "./news/footprint.ts";
import type { Story } from "./news/newspaper.ts";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
import type { PlannedPaper } from "./plan-paper.ts";

/** One story as it is printed, in JSON: `section`, `authors` and `topics` by their slugs. */
export interface StandingLine {
  readonly story: unknown;
  /** See `footprintOf`. */
  readonly footprint: string;
  /** Pages and files on which its words stand. */
  readonly outputs: readonly string[];
}

/** Of all stories of a paper. */
export function* linesOf({ paper, plan, standing }: PlannedPaper): Generator<string> {
  const filed = new Map(standing.filed.map((one) => [one.source.file, one]));
  const outputs = outputsByStory([...plan.pages, ...plan.files]);
  for (const story of paper.stories)
    yield JSON.stringify(lineOf(story, filed.get(story.file), outputs.get(story) ?? []));
}

/** @param filed without it the story has no footprint, and whatever it says next is another */
export function lineOf(
  story: Story,
  filed: FiledStory | undefined,
  outputs: readonly string[],
): StandingLine {
  const slugsOf = (things: readonly { readonly slug: string }[]) => things.map(({ slug }) => slug);
  const [authors, topics] = [slugsOf(story.authors), slugsOf(story.topics)];
  return {
    story: { ...story, section: story.section.slug, authors, topics },
    footprint: filed ? footprintOf(filed, story) : "",
    outputs,
  };
}

function outputsByStory(
  items: readonly (PlannedPage | PlannedFile)[],
): ReadonlyMap<Story, readonly string[]> {
  const outputs = new Map<Story, string[]>();
  for (const { shows = [], output } of items) {
    for (const story of shows) {
      const known = outputs.get(story);
      if (known) known.push(output);
      else outputs.set(story, [output]);
    }
  }
  return outputs;
}
