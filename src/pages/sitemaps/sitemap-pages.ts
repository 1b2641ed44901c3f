// The pages that are no stories, for the sitemap: front page, lists with their numbered pages, plain
// pages.

import { archiveAddress, periodsOf } from "../../news/archive.ts";
import type { Newspaper } from "../../news/newspaper.ts";
import { type FeedList, feedLists } from "../feeds/feed-lists.ts";
import { pagesOf } from "../list-paging.ts";
import type { StoryIndex } from "../story-index.ts";
import type { SitemapPage } from "./plan-sitemaps.ts";

/**
 * A list changed when its newest story was published: a correction inside a story leaves it as it was.
 * When a numbered page was filled or a plain page last touched, nobody has said.
 */
export function sitemapPages(paper: Newspaper, index: StoryIndex): readonly SitemapPage[] {
  return [
    ...feedLists(paper, index).flatMap((list) => [firstPage(list), ...numberedPages(list)]),
    ...archivePeriods(index),
    ...paper.pages.map(({ address }) => ({ address })),
  ];
}

function firstPage({ address, stories }: FeedList): SitemapPage {
  const [newest] = stories;
  return { address, ...(newest && { changed: newest.published }) };
}

/** The front page has none. */
function numberedPages({ address, stories }: FeedList): readonly SitemapPage[] {
  if (address === "/") return [];
  return pagesOf(stories).numbered.map((_, position) => ({
    address: `${address}page/${position + 1}/`,
  }));
}

/** Its first pages: what stands on the numbered ones of a month stands on those of its days. */
function archivePeriods({ byDay }: StoryIndex): readonly SitemapPage[] {
  return ["", ...periodsOf(byDay.keys())].map((period) => ({ address: archiveAddress(period) }));
}
