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

function report({ source, id, address }: FiledStory, holder: FiledStory, desk: Desk): void {
  const sameAddress = address === holder.address;
  desk.report({
    file: source.file,
    ...(source.spec.id !== undefined && { place: field("id") }),
    message: sameAddress
      ? `This story and ${holder.source.file} would share the address ${address}.`
      : `This story and ${holder.source.file} share the id “${id}”.`,
    cure: sameAddress
      ? "Give one of them another “slug”."
      : "Give one of them another “id”; an id belongs to one story for ever.",
  });
}
