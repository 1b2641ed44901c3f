// When the paper changes by itself: the next scheduled story, or the next expiry.

import type { FiledStory } from "./file-story.ts";
import type { Moment, NextChange, Newspaper } from "./newspaper.ts";

/** The first change after `now`, as the field of the newspaper; empty when nothing is due. */
export function nextChangeAfter(
  now: Moment,
  filed: readonly FiledStory[],
): Pick<Newspaper, "nextChange"> {
  const due = filed
    .flatMap(changesOf)
    .filter(({ at }) => at.instant > now.instant)
    .sort((a, b) => a.at.instant - b.at.instant || (a.file < b.file ? -1 : 1));
  return due[0] ? { nextChange: due[0] } : {};
}

function changesOf({ source, state, ...dates }: FiledStory): readonly NextChange[] {
  const { file } = source;
  const change = (at: Moment | undefined, what: NextChange["what"]) =>
    at ? [{ at, what, file }] : [];
  if (state !== "live" && state !== "scheduled") return [];
  return [
    ...change(state === "scheduled" ? dates.published : undefined, "publishes"),
    ...change(dates.expires, "expires"),
    ...change(dates.pictureExpires, "picture expires"),
  ];
}
