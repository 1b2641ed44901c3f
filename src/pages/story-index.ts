// Stories by section, topic, author, series and id: looked up by many pages, made once. Each list is
// newest first, but for the parts of a series.

import { dayOf } from "../news/archive.ts";
import type { Newspaper, Story } from "../news/newspaper.ts";
import { grouped } from "./grouped.ts";
import { partsBySeries } from "./series.ts";
import { translationsByOriginal } from "./translations.ts";

export interface StoryIndex {
  readonly bySection: Lookup<readonly Story[]>;
  readonly byTopic: Lookup<readonly Story[]>;
  readonly byAuthor: Lookup<readonly Story[]>;
  /** In the order of the parts. */
  readonly bySeries: Lookup<readonly Story[]>;
  /** By the id of the original, which comes first. */
  readonly translations: Lookup<readonly Story[]>;
  /** By the day of the archive, newest first: `2019-05-31`. */
  readonly byDay: Lookup<readonly Story[]> & { readonly keys: () => Iterable<string> };
  readonly byId: Lookup<Story>;
  /** Of every story. */
  readonly addresses: Pick<ReadonlySet<string>, "has">;
}

type Lookup<Found> = Pick<ReadonlyMap<string, Found>, "get">;

export function indexStories({ stories }: Newspaper): StoryIndex {
  return {
    bySection: grouped(stories, ({ section }) => [section.slug]),
    byTopic: grouped(stories, ({ topics }) => topics.map(({ slug }) => slug)),
    byAuthor: grouped(stories, ({ authors }) => authors.map(({ slug }) => slug)),
    bySeries: partsBySeries(stories),
    translations: translationsByOriginal(stories),
    byDay: grouped(stories, ({ published }) => [dayOf(published)]),
    addresses: new Set(stories.map(({ address }) => address)),
    byId: new Map(stories.map((story) => [story.id, story])),
  };
}

/** The first `count` stories of a list (newest first) that were published before `story`. */
export function olderThan(story: Story, list: readonly Story[], count: number): readonly Story[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isOlder(list[middle], story)) high = middle;
    else low = middle + 1;
  }
  return list.slice(low, low + count);
}

function isOlder(candidate: Story | undefined, story: Story): boolean {
  return candidate !== undefined && candidate.published.instant < story.published.instant;
}
