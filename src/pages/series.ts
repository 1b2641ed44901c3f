// The parts of a series, and a story's place among them. A part is counted from the first one and
// nothing says how many there are: so a new part changes the page of the part before it and the end of
// the list, and no other.

import type { Series, Story } from "../news/newspaper.ts";
import { grouped } from "./grouped.ts";
import { type Matter, teaserMatter } from "./matter.ts";
import { numberFormatOf } from "./number-format.ts";
import type { StoryIndex } from "./story-index.ts";

/** Where a story stands in its series. */
export interface SeriesPlace {
  readonly series: Series;
  /** Counted from 1, the oldest. */
  readonly number: number;
  readonly previous?: Story;
  readonly next?: Story;
  /** For networks that show a few (ogp.me allows any number): those before it, and the one after. */
  readonly nearby: readonly Story[];
}

const MOST_BEFORE = 5;

/** Undefined for a story that stands alone. */
export function placeInSeries(story: Story, { bySeries }: StoryIndex): SeriesPlace | undefined {
  const { series } = story;
  const parts = series && bySeries.get(series.slug);
  if (!parts) return undefined;
  const at = positionOf(story, parts);
  const [previous, next] = [parts[at - 1], parts[at + 1]];
  return {
    series,
    number: at + 1,
    ...(previous && { previous }),
    ...(next && { next }),
    nearby: [...parts.slice(Math.max(0, at - MOST_BEFORE), at), ...(next ? [next] : [])],
  };
}

/** All that a page tells of a story's place. */
export function seriesMatter(place: SeriesPlace | undefined): readonly Matter[] {
  if (!place) return [];
  const { series, number, previous, next, nearby } = place;
  const sides = [previous, next].map((part) => part && teaserMatter(part));
  return [[series, number, sides, nearby.map(({ address }) => address)]];
}

/** By the slug of the series, the oldest part first. */
export function partsBySeries(stories: readonly Story[]): ReadonlyMap<string, readonly Story[]> {
  const parts = grouped(stories, ({ series }) => (series ? [series.slug] : []));
  return new Map([...parts].map(([slug, ofOne]) => [slug, ofOne.toSorted(byAppearance)]));
}

/** Equal times by address, as everywhere. */
function byAppearance(a: Story, b: Story): number {
  return a.published.instant - b.published.instant || (a.address < b.address ? -1 : 1);
}

/** By halves, since a series may have as many parts as there are days. */
function positionOf(story: Story, parts: readonly Story[]): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    const isBefore = part && part.address !== story.address && byAppearance(part, story) < 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Part 2", "From part 25". */
export function partWords(form: string, number: number, language: string): string {
  return form.replace("{number}", numberFormatOf(language).format(number));
}
