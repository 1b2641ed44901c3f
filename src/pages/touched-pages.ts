// What a new story touches besides its own page, and where the pages lie that come with it.

import { archiveAddress, dayOf, periodsOf } from "../news/archive.ts";
import type { Site, Story } from "../news/newspaper.ts";
import { FEED_FILES } from "./feeds/feed.ts";
import { textAddress } from "./text-edition/text-address.ts";

/**
 * By address: the first page of each of its lists with their feeds, and the archive. Numbered pages
 * count from the oldest story, so one that is there already stays as it is.
 */
export function touchedBy(story: Story, site: Site): readonly string[] {
  const lists = [story.section, ...story.topics, ...story.authors].map(({ address }) => address);
  const feeds = Object.values(FEED_FILES);
  return [
    ...lists,
    ...["/", ...lists].flatMap((list) => feeds.map((name) => `${list}${name}`)),
    ...["", ...periodsOf([dayOf(story.published)])].map(archiveAddress),
    ...(site.textEdition === "none" ? [] : [textAddress(story.section.address)]),
  ];
}

/** Whether an address lies where the press makes pages and files by itself when the paper grows. */
export function isAmongPressPages(address: string): boolean {
  return PRESS_PAGES.test(address);
}

/** In any case of letters, since many disks know of none. */
const PRESS_PAGES = /^\/(?:archive\/\d|pictures\/|sitemaps\/|text\/)|\/page\/\d+\//i;
