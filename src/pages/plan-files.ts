// The files of the paper that no layout prints, because machines read them: feeds, sitemaps, the twins
// of stories, and what crawlers are told.

import { LEDGER_ADDRESS } from "../news/ledger.ts";
import type { Newspaper, Story } from "../news/newspaper.ts";
import { correctionsFeed } from "./feeds/corrections-feed.ts";
import { openFeedDesk } from "./feeds/feed-desk.ts";
import { feedFiles } from "./feeds/feed-files.ts";
import { feedLists } from "./feeds/feed-lists.ts";
import type { PlannedFile } from "./page.ts";
import { NEWS_SITEMAP_ADDRESS, newsSitemap } from "./sitemaps/news-sitemap.ts";
import { type KnownSitemaps, planSitemaps, SITEMAP_ADDRESS } from "./sitemaps/plan-sitemaps.ts";
import { ROBOTS_ADDRESS, robotsTxt } from "./sitemaps/robots.ts";
import { sitemapPages } from "./sitemaps/sitemap-pages.ts";
import type { StoryIndex } from "./story-index.ts";
import { twinFiles } from "./twins/twin-files.ts";
import { outputOf } from "./urls.ts";

export interface FileOptions {
  readonly isPreview: boolean;
  /** Outputs that the newsroom fills itself: its own `robots.txt` is the one that counts. */
  readonly copied: ReadonlySet<string>;
}

/** What is asked for: whether a file, or those of a list, by address; and stories with their twins. */
interface Asked {
  readonly wants: (address: string) => boolean;
  readonly stories: readonly Story[];
  /** What the index of sitemaps says of those that are not asked for. */
  readonly sitemaps: KnownSitemaps["rows"];
}

const EVERYTHING: Omit<Asked, "stories"> = { wants: () => true, sitemaps: [] };

export function planFiles(
  paper: Newspaper,
  index: StoryIndex,
  { isPreview, copied }: FileOptions,
  { wants, stories, sitemaps }: Asked = { ...EVERYTHING, stories: paper.stories },
): readonly PlannedFile[] {
  const desk = openFeedDesk(paper.site);
  const feeds = [
    ...feedLists(paper, index, wants).flatMap((list) => feedFiles(list, desk)),
    ...(wants(LEDGER_ADDRESS) ? correctionsFeed(paper, index) : []),
  ];
  const files: readonly PlannedFile[] = [
    ...feeds.map((file) => planned(file, `the feeds of ${folderOf(file.address)}`)),
    ...(wants(SITEMAP_ADDRESS) ? sitemapFiles(paper, index, { wants, rows: sitemaps }) : []),
    short(NEWS_SITEMAP_ADDRESS, newsSitemap(paper), "the news sitemap"),
    ...twinFiles(paper.site, stories),
    {
      ...short(ROBOTS_ADDRESS, robotsTxt(paper.site, { isPreview }), "what crawlers are told"),
      shows: [],
    },
  ];
  return files.filter(({ output }) => output !== outputOf(ROBOTS_ADDRESS) || !copied.has(output));
}

/** They tell where stories are and when they changed, and not a word of what these say. */
function sitemapFiles(
  paper: Newspaper,
  index: StoryIndex,
  known: KnownSitemaps,
): readonly PlannedFile[] {
  const { site } = paper;
  const matter = { site, byDay: index.byDay, pages: () => sitemapPages(paper, index) };
  return planSitemaps(matter, known).map((file) => planned({ ...file, shows: [] }, "the sitemaps"));
}

function planned(
  {
    address,
    ...file
  }: { readonly address: string } & Omit<PlannedFile, "kind" | "output" | "origin">,
  origin: string,
): PlannedFile {
  return { kind: "feed", output: outputOf(address), origin, ...file };
}

/** A file so short that its text is the best account of what it is made from. */
function short(address: string, text: string, origin: string): PlannedFile {
  return planned({ address, matter: [text], print: () => [text] }, origin);
}

/** `/world/feed.xml` → `/world/`. */
function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}
