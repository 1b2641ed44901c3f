// The stories a story names by their ids: those chosen to stand beside it, and the one it translates.

import { field } from "../problems/problem.ts";
import type { References } from "./compose-story.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Reference } from "./resolve-picture.ts";
import { reportUnknownId } from "./story-ids.ts";

/** Ids of the stories chosen by hand that readers can see now. */
export function relatedOf(
  { source }: FiledStory,
  references: References,
  desk: Desk,
): readonly string[] {
  return (source.spec.related ?? []).filter((id, index) =>
    isLiveStory(id, { file: source.file, place: field("related", index) }, references, desk),
  );
}

/** The id of the story this translates, if readers can see that now. */
export function originalOf({ source }: FiledStory, references: References, desk: Desk) {
  const { file, spec } = source;
  const id = spec.translation_of;
  if (id === undefined) return undefined;
  const reference = { file, place: field("translation_of") };
  return isLiveStory(id, reference, references, desk) ? id : undefined;
}

/** Whether the story is live; one that does not exist is reported. */
function isLiveStory(
  id: string,
  reference: Reference,
  { stories, register }: References,
  desk: Desk,
): boolean {
  const found = stories.get(id);
  if (!found && !register.mayBeUnread(id))
    reportUnknownId(id, reference, { stories, register }, desk);
  return found?.state === "live";
}
