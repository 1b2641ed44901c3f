// A story that cannot be filed may hold other mistakes, and one run reports them all: so it is filed
// and composed once more with substitutes for what is known to be wrong, and only what is then
// reported of its other fields and its text is kept.

import type { FaultySource } from "../source/content.ts";
import type { StorySpec } from "../source/story-schema.ts";
import { composeStory, type References } from "./compose-story.ts";
import type { Desk } from "./desk.ts";
import { fileStory, type FiledStory } from "./file-story.ts";

/** Reports the other mistakes of stories with faulty headers, and of those that could not be filed. */
export function searchFaultyStories(
  filed: readonly FiledStory[],
  references: References,
  desk: Desk,
): void {
  const known = new Set(filed.map(({ source }) => source));
  const unfiled = desk.content.stories.filter((source) => !known.has(source));
  for (const source of desk.content.faulty) searchStory(source, references, desk);
  for (const source of unfiled) searchUnfiled({ ...source, unread: new Set() }, references, desk);
}

function searchStory(source: FaultySource<StorySpec>, references: References, desk: Desk): void {
  const ownDesk = deskFor(source, desk);
  const filed = fileStory(source, ownDesk);
  if (filed) composeStory(filed, references, ownDesk);
  else searchUnfiled(source, references, desk);
}

/** The date or the slug is wrong, and that is reported already. */
function searchUnfiled(source: FaultySource<StorySpec>, references: References, desk: Desk): void {
  const spec = { ...source.spec, date: SUBSTITUTE_DATE, slug: "substitute" };
  const unread = new Set([...source.unread, "date", "slug"]);
  const ownDesk = deskFor({ ...source, unread }, desk);
  const filed = fileStory({ ...source, spec }, { ...ownDesk, report: () => {} });
  if (filed) composeStory(filed, references, ownDesk);
}

/** Older than any other date in a header, so that nothing is said about their order. */
const SUBSTITUTE_DATE = "1000-01-01";

/** Hears nothing more about fields that are known to be wrong. */
function deskFor({ unread }: FaultySource<StorySpec>, desk: Desk): Desk {
  return {
    ...desk,
    report: (problem) => {
      const field = problem.place?.kind === "field" ? problem.place.path[0] : undefined;
      if (field === undefined || !unread.has(String(field))) desk.report(problem);
    },
  };
}
