// Which pages the paper has, at which address, with what on them: everything a reader will see, as
// data, before a single page is printed.

import { archivePages } from "./archive-pages.ts";
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
  const desk = openPageDesk(paper, assets, options);
  const pages = [...paper.stories.map((story) => storyPage(story, desk)), ...otherPages(desk)];
  const derivatives = [...desk.derivatives.values()].sort((a, b) => (a.output < b.output ? -1 : 1));
  return { pages, files: planFiles(paper, desk.index, options), derivatives };
}

/** Pages and files that are planned when they are asked for: a preview shows few of them. */
export interface PagesOnDemand {
  /** @param address on the site, without the sub-path */
  readonly pageAt: (address: string) => PlannedPage | undefined;
  readonly fileAt: (output: string) => PlannedFile | undefined;
  readonly pictureAt: (output: string) => Derivative | undefined;
}

export function planOnDemand(
  paper: Newspaper,
  assets: PressAssets,
  options: FileOptions,
): PagesOnDemand {
  const desk = openPageDesk(paper, assets, options);
  const stories = new Map(paper.stories.map((story) => [story.address, story]));
  const others = once(() => new Map(otherPages(desk).map((page) => [page.address, page])));
  const pictures = once(
    () => new Map(planPages(paper, assets, options).derivatives.map((one) => [one.output, one])),
  );
  const files = once(
    () => new Map(planFiles(paper, desk.index, options).map((file) => [file.output, file])),
  );
  return {
    pageAt: (address) => {
      const story = stories.get(address);
      return story ? storyPage(story, desk) : others().get(address);
    },
    fileAt: (output) => files().get(output),
    // A page that has been shown has put its pictures on the list.
    pictureAt: (output) => desk.derivatives.get(output) ?? pictures().get(output),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

function openPageDesk(paper: Newspaper, assets: PressAssets, { isPreview }: FileOptions): PageDesk {
  return {
    paper,
    assets,
    index: indexStories(paper),
    settings: settingsOf(paper, assets, isPreview),
    isPreview,
    teasers: new Map(),
    derivatives: new Map(),
  };
}

/** All but the stories. */
function otherPages(desk: PageDesk): readonly PlannedPage[] {
  const { paper } = desk;
  return [
    frontPage(desk),
    ...paper.sections.flatMap((section) => sectionPages(section, desk)),
    ...paper.topics.flatMap((topic) => topicPages(topic, desk)),
    ...paper.authors.flatMap((author) => authorPages(author, desk)),
    ...archivePages(desk),
    ...paper.killed.map((story) => killedPage(story, desk)),
    ...paper.gone.map((story) => gonePage(story, desk)),
    ...paper.pages.map((page) => plainPage(page, desk)),
    ...paper.redirects.map((redirect) => redirectPage(redirect, desk)),
    notFoundPage(desk),
  ];
}

function settingsOf({ site, sections, pages }: Newspaper, assets: PressAssets, isPreview: boolean) {
  const footer = pages.map(({ title, address }) => ({ title, address }));
  return { site, sections, footer, assets, isPreview, words: wordsFor(site.language) };
}
