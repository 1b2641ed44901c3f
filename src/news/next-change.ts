// When the paper changes by itself: the next scheduled story, expiry or edition of the front
// page.

import { FRONT_FILE } from "../source/front-schema.ts";
import type { FiledStory } from "./file-story.ts";
import type { Moment, NextChange, Newspaper } from "./newspaper.ts";

/**
 * The first change after `now`, as the field of the newspaper; empty when nothing is due.
 *
 * @param editions when each edition of the front page begins
 */
export function nextChangeAfter(
  now: Moment,
  filed: readonly FiledStory[],
  editions: readonly Moment[],
): Pick<Newspaper, "nextChange"> {
  return firstAfter(now, allChanges(filed, editions));
}

/** The same of changes that are known. */
export function firstAfter(
  now: Moment,
  changes: Iterable<NextChange>,
): Pick<Newspaper, "nextChange"> {
  let next: NextChange | undefined;
  for (const change of changes) {
    if (change.at.instant > now.instant && (!next || isBefore(change, next))) next = change;
  }
  return next ? { nextChange: next } : {};
}

function* allChanges(
  filed: readonly FiledStory[],
  editions: readonly Moment[],
): Generator<NextChange> {
  for (const story of filed) yield* changesOf(story);
  for (const at of editions) yield { at, what: "changes the front page", file: FRONT_FILE };
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
