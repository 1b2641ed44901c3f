// When the paper changes by itself: the next scheduled story, or the next expiry.

import type { FiledStory } from "./file-story.ts";
import type { Moment, NextChange, Newspaper } from "./newspaper.ts";

/** The first change after `now`, as the field of the newspaper; empty when nothing is due. */
export function nextChangeAfter(
  now: Moment,
  filed: readonly FiledStory[],
): Pick<Newspaper, "nextChange"> {
  let next: NextChange | undefined;
  for (const story of filed) {
    for (const change of changesOf(story)) {
      if (change.at.instant > now.instant && (!next || isBefore(change, next))) next = change;
    }
  }
  return next ? { nextChange: next } : {};
}

function isBefore(a: NextChange, b: NextChange): boolean {
  return a.at.instant < b.at.instant || (a.at.instant === b.at.instant && a.file < b.file);
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
