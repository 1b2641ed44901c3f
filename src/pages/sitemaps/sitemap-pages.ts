// The pages that are no stories, for the sitemap: front page, lists with their numbered pages, corrections,
// staff, plain pages.

import { archiveAddress, periodsOf } from "../../news/archive.ts";
import { LEDGER_ADDRESS } from "../../news/ledger.ts";
import type { Newspaper, Series } from "../../news/newspaper.ts";
import { STAFF_ADDRESS } from "../../news/staff.ts";
import { ledgerPageAddress } from "../corrections-pages.ts";
import { type FeedList, feedLists } from "../feeds/feed-lists.ts";
import { pagesOf, runsFromStart } from "../list-paging.ts";
import { runAddress } from "../series-pages.ts";
import type { StoryIndex } from "../story-index.ts";
import type { SitemapPage } from "./plan-sitemaps.ts";

/**
 * A list changed when its newest story was published: a correction inside a story leaves it as it was.
 * When a numbered page was filled or a plain page last touched, nobody has said.
 */
export function sitemapPages(paper: Newspaper, index: StoryIndex): readonly SitemapPage[] {
  return [
    ...feedLists(paper, index).flatMap((list) => [firstPage(list), ...numberedPages(list)]),
    ...paper.series.flatMap((series) => seriesRuns(series, index)),
    ...archivePeriods(index),
    ...ledgerPages(paper.ledger),
    ...(paper.hasStaffPage ? [{ address: STAFF_ADDRESS }] : []),
    ...paper.pages
      .filter(({ address }) => address !== LEDGER_ADDRESS)
      .map(({ address }) => ({ address })),
  ];
}

/** The ledger changed with its newest correction. */
function ledgerPages(ledger: Newspaper["ledger"]): readonly SitemapPage[] {
  if (!ledger) return [];
  const { first, numbered } = pagesOf(ledger);
  const changed = first[0]?.correction.date;
  return [undefined, ...numbered].map((_, number) => ({
    address: ledgerPageAddress(number),
    ...(number === 0 && changed && { changed }),
  }));
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

/** A page of a series changed when the last of its parts was published. */
function seriesRuns(series: Series, { bySeries }: StoryIndex): readonly SitemapPage[] {
  return runsFromStart(bySeries.get(series.slug) ?? []).map((run, position) => {
    const last = run.at(-1);
    return { address: runAddress(series, position), ...(last && { changed: last.published }) };
  });
}

/** Its first pages: what stands on the numbered ones of a month stands on those of its days. */
function archivePeriods({ byDay }: StoryIndex): readonly SitemapPage[] {
  return ["", ...periodsOf(byDay.keys())].map((period) => ({ address: archiveAddress(period) }));
}
