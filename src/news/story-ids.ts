// A story's id never changes and belongs to one story only: links, picks and feeds hang on it.

import { nearest } from "../problems/nearest.ts";
import { field } from "../problems/problem.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Lookup, Register } from "./register.ts";
import type { Reference } from "./resolve-picture.ts";

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

/** Where a reference to a story can be looked up. */
export interface StoryLookup {
  /** By id. */
  readonly stories: Pick<Lookup<unknown>, "keys">;
  readonly register: Register;
}

/** Reports a reference to a story that is not there, and names the one that was probably meant. */
export function reportUnknownId(
  id: string,
  { file, place }: Reference,
  lookup: StoryLookup,
  desk: Desk,
): void {
  const meant = meantBy(id, lookup);
  desk.report({
    file,
    place,
    message: `No story has the id “${id}”.`,
    cure: meant
      ? `Did you mean “${meant}”?`
      : "A story's id is its first address, unless its header gives one.",
  });
}

/** The id of a story whose address or file was written in its place, or one that is nearly the same. */
function meantBy(written: string, { stories, register }: StoryLookup): string | undefined {
  const entry = register.byAddress.get(written) ?? register.byFile.get(written);
  if (entry?.id !== undefined) return entry.id;
  const ids = [...stories.keys()];
  const byName = new Map(ids.map((id) => [nameIn(id), id]));
  return nearest(written, ids) ?? byName.get(nearest(nameIn(written), byName.keys()) ?? "");
}

/** The last part: `storm` of `/2019/05/31/storm/`, of `articles/storm.md` and of `storm`. */
function nameIn(path: string): string {
  return path.replace(/\/$|\.md$/, "").replace(/^.*\//, "");
}
