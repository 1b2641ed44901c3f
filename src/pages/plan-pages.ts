// Which pages the paper has, at which address, with what on them: everything a reader will see, as
// data, before a single page is printed.

import type { Newspaper } from "../news/newspaper.ts";
import type { Derivative } from "./derivative.ts";
import { frontPage } from "./front-page.ts";
import { authorPages, sectionPages, topicPages } from "./list-pages.ts";
import type { PlannedFile, PlannedPage } from "./page.ts";
import type { PageDesk, PressAssets } from "./page-desk.ts";
import { type FileOptions, planFiles } from "./plan-files.ts";
import { gonePage, killedPage, notFoundPage, plainPage } from "./plain-pages.ts";
import { redirectPage } from "./redirect-page.ts";
import { indexStories } from "./story-index.ts";
import { storyPage } from "./story-page.ts";
import { wordsFor } from "./words/words-for.ts";

export interface PagePlan {
  readonly pages: readonly PlannedPage[];
  /** Feeds and sitemaps. */
  readonly files: readonly PlannedFile[];
  /** Every picture file the pages ask for, each once, by output name. */
  readonly derivatives: readonly Derivative[];
}

export function planPages(paper: Newspaper, assets: PressAssets, options: FileOptions): PagePlan {
  const { isPreview } = options;
  const index = indexStories(paper);
  const desk: PageDesk = {
    paper,
    assets,
    index,
    settings: settingsOf(paper, assets, isPreview),
    isPreview,
    teasers: new Map(),
    derivatives: new Map(),
  };
  const pages: readonly PlannedPage[] = [
    frontPage(desk),
    ...paper.sections.flatMap((section) => sectionPages(section, desk)),
    ...paper.topics.flatMap((topic) => topicPages(topic, desk)),
    ...paper.authors.flatMap((author) => authorPages(author, desk)),
    ...paper.stories.map((story) => storyPage(story, desk)),
    ...paper.killed.map((story) => killedPage(story, desk)),
    ...paper.gone.map((story) => gonePage(story, desk)),
    ...paper.pages.map((page) => plainPage(page, desk)),
    ...paper.redirects.map((redirect) => redirectPage(redirect, desk)),
    notFoundPage(desk),
  ];
  const derivatives = [...desk.derivatives.values()].sort((a, b) => (a.output < b.output ? -1 : 1));
  return { pages, files: planFiles(paper, index, options), derivatives };
}

function settingsOf({ site, sections, pages }: Newspaper, assets: PressAssets, isPreview: boolean) {
  const footer = pages.map(({ title, address }) => ({ title, address }));
  return { site, sections, footer, assets, isPreview, words: wordsFor(site.language) };
}
