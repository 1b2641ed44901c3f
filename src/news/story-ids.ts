// A story's id never changes and belongs to one story only: links, picks and feeds hang on it.

import { nearest } from "../problems/nearest.ts";
import { field } from "../problems/problem.ts";
import { didYouMean, type Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
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

/** Reports a reference to a story that is not there, and names the one that was probably meant. */
export function reportUnknownId(
  id: string,
  { file, place }: Reference,
  stories: ReadonlyMap<string, FiledStory>,
  desk: Desk,
): void {
  const meant = meantBy(id, [...stories.values()]);
  desk.report({
    file,
    place,
    message: `No story has the id “${id}”.`,
    cure: meant
      ? `Did you mean “${meant.id}”?`
      : didYouMean(
          id,
          stories.keys(),
          "A story's id is its first address, unless its header gives one.",
        ),
  });
}

/** A story by an address it has or had, or by a name that is its own or nearly so. */
function meantBy(written: string, stories: readonly FiledStory[]): FiledStory | undefined {
  const addressed = stories.find(
    ({ address, aliases }) => address === written || aliases.includes(written),
  );
  if (addressed) return addressed;
  const byName = new Map(stories.map((story) => [nameIn(story.address), story]));
  return byName.get(nearest(nameIn(written), byName.keys()) ?? "");
}

/** The last part: `storm` of `/2019/05/31/storm/`, of `articles/storm.md` and of `storm`. */
function nameIn(path: string): string {
  return path.replace(/\/$|\.md$/, "").replace(/^.*\//, "");
}
