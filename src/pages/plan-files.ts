// The files of the paper that no layout prints, because machines read them: feeds, sitemaps, and what
// crawlers are told.

import type { Newspaper } from "../news/newspaper.ts";
import { openFeedDesk } from "./feeds/feed-desk.ts";
import { feedFiles } from "./feeds/feed-files.ts";
import { feedLists } from "./feeds/feed-lists.ts";
import type { Matter } from "./matter.ts";
import type { PlannedFile } from "./page.ts";
import { NEWS_SITEMAP_ADDRESS, newsSitemap } from "./sitemaps/news-sitemap.ts";
import { planSitemaps } from "./sitemaps/plan-sitemaps.ts";
import { ROBOTS_ADDRESS, robotsTxt } from "./sitemaps/robots.ts";
import { sitemapPages } from "./sitemaps/sitemap-pages.ts";
import type { StoryIndex } from "./story-index.ts";
import { outputOf } from "./urls.ts";

export interface FileOptions {
  readonly isPreview: boolean;
  /** Outputs that the newsroom fills itself: its own `robots.txt` is the one that counts. */
  readonly copied: ReadonlySet<string>;
}

export function planFiles(
  paper: Newspaper,
  index: StoryIndex,
  { isPreview, copied }: FileOptions,
): readonly PlannedFile[] {
  const desk = openFeedDesk(paper.site);
  const feeds = feedLists(paper, index).flatMap((list) => feedFiles(list, desk));
  const matter = { ...paper, pages: sitemapPages(paper, index) };
  const files: readonly PlannedFile[] = [
    ...feeds.map((file) => planned(file, `the feeds of ${folderOf(file.address)}`)),
    ...planSitemaps(matter).map((file) => planned(file, "the sitemaps")),
    short(NEWS_SITEMAP_ADDRESS, newsSitemap(paper), "the news sitemap"),
    short(ROBOTS_ADDRESS, robotsTxt(paper.site, { isPreview }), "what crawlers are told"),
  ];
  return files.filter(({ output }) => output !== outputOf(ROBOTS_ADDRESS) || !copied.has(output));
}

function planned(
  { address, ...file }: { address: string; matter: readonly Matter[]; print: () => string },
  origin: string,
): PlannedFile {
  return { output: outputOf(address), origin, ...file };
}

/** A file so short that its text is the best account of what it is made from. */
function short(address: string, text: string, origin: string): PlannedFile {
  return planned({ address, matter: [text], print: () => text }, origin);
}

/** `/world/feed.xml` → `/world/`. */
function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}
