// A story's id never changes and belongs to one story only: links, picks and feeds hang on it.

import { field } from "../problems/problem.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";

/** Stories by id; two stories with one id are reported, each naming the other. */
export function indexById(
  filed: readonly FiledStory[],
  desk: Desk,
): ReadonlyMap<string, FiledStory> {
  const byId = new Map<string, FiledStory>();
  for (const story of filed) {
    const holder = byId.get(story.id);
    if (holder) report(story, holder, desk);
    else byId.set(story.id, story);
  }
  return byId;
}

/** Ids that nobody chose are addresses, and `claim-addresses.ts` has reported those. */
function report(story: FiledStory, holder: FiledStory, desk: Desk): void {
  const chosen = [story, holder].find(({ source }) => source.spec.id !== undefined);
  const other = chosen === story ? holder : story;
  if (!chosen) return;
  desk.report({
    file: chosen.source.file,
    place: field("id"),
    message: `This story and ${other.source.file} share the id “${story.id}”.`,
    cure: "Give one of them another “id”; an id belongs to one story for ever.",
  });
}
