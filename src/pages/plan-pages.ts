// Which pages the paper has, at which address, with what on them: everything a reader will see, as
// data, before a single page is printed.

import { archivePages } from "./archive-pages.ts";
import type { Newspaper, Story } from "../news/newspaper.ts";
import { LEDGER_ADDRESS } from "../news/ledger.ts";
import { correctionsPages } from "./corrections-pages.ts";
import type { Derivative } from "./derivative.ts";
import { frontPage } from "./front-page.ts";
import { authorPages, sectionPages, topicPages } from "./list-pages.ts";
import type { PlannedFile, PlannedPage } from "./page.ts";
import type { PageDesk, PressAssets } from "./page-desk.ts";
import { type FileOptions, planFiles } from "./plan-files.ts";
import { gonePage, killedPage, notFoundPage, plainPage } from "./plain-pages.ts";
import { once } from "./remember.ts";
import { redirectPage } from "./redirect-page.ts";
import { footerPages } from "./sheet.ts";
import { staffPages } from "./staff-page.ts";
import { searchPages } from "./search-page.ts";
import { indexStories, type StoryIndex } from "./story-index.ts";
import type { SitemapRow } from "./sitemaps/plan-sitemaps.ts";
import { seriesPages } from "./series-pages.ts";
import { storyPage } from "./story-page.ts";
import { textFrontPage, textLists } from "./text-edition/text-lists.ts";
import { textRedirects } from "./text-edition/text-redirects.ts";
import { textStoryPages } from "./text-edition/text-stories.ts";
import { addressOf, outputOf } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

export interface PagePlan {
  readonly pages: readonly PlannedPage[];
  /** Feeds and sitemaps. */
  readonly files: readonly PlannedFile[];
  /** Every picture file the pages ask for, each once, by output name. */
  readonly derivatives: readonly Derivative[];
}

export function planPages(paper: Newspaper, assets: PressAssets, options: FileOptions): PagePlan {
  const desk = openPageDesk(paper, indexStories(paper), assets, options);
  const pages = [
    ...paper.stories.flatMap((story) => pagesOfStory(story, desk)),
    ...otherPages(desk),
  ];
  return { pages, files: planFiles(paper, desk.index, options), derivatives: orderedBy(desk) };
}

/** What is planned of a paper: the stories of some pages, and the outputs of all of them. */
export interface PartOfPaper {
  readonly paper: Newspaper;
  readonly index: StoryIndex;
  /** Stories whose pages are asked for. */
  readonly stories: readonly Story[];
  readonly outputs: readonly string[];
  /** What the index of sitemaps says of those that are not among them. */
  readonly sitemaps: readonly SitemapRow[];
  /** What the paper has not had so far is planned in any case. */
  readonly isThere: (output: string) => boolean;
}

/**
 * Plans some pages and files and looks at no others. What is asked for and not among the result has
 * no plan of its own.
 */
export function planPart(part: PartOfPaper, assets: PressAssets, options: FileOptions): PagePlan {
  const { paper, index, outputs, stories, sitemaps, isThere } = part;
  const addresses = outputs.map(addressOf);
  const wanted = new Set(addresses.flatMap((address) => [address, listOf(address)]));
  const wants = (address: string) => wanted.has(address) || !isThere(outputOf(address));
  const desk = { ...openPageDesk(paper, index, assets, options), wants };
  const isAskedFor = ({ output }: PlannedPage | PlannedFile) =>
    asked.has(output) || !isThere(output);
  const asked = new Set(outputs);
  const pages = [...stories.flatMap((story) => pagesOfStory(story, desk)), ...otherPages(desk)];
  return {
    pages: pages.filter(isAskedFor),
    files: planFiles(paper, index, options, { wants, stories, sitemaps }).filter(isAskedFor),
    derivatives: orderedBy(desk),
  };
}

/** `/world/page/3/` and `/world/feed.xml` → `/world/`. */
function listOf(address: string): string {
  return address.replace(/(?:page\/\d+\/|[^/]+)$/, "");
}

function orderedBy({ derivatives }: PageDesk): readonly Derivative[] {
  return [...derivatives.values()].sort((a, b) => (a.output < b.output ? -1 : 1));
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
  const desk = openPageDesk(paper, indexStories(paper), assets, options);
  const stories = new Map(paper.stories.map((story) => [story.address, story]));
  const others = once(() => {
    const texts = paper.stories.flatMap((story) => textStoryPages(story, desk));
    return new Map([...otherPages(desk), ...texts].map((page) => [page.address, page]));
  });
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

function openPageDesk(
  paper: Newspaper,
  index: StoryIndex,
  assets: PressAssets,
  { isPreview }: FileOptions,
): PageDesk {
  return {
    paper,
    assets,
    index,
    settings: settingsOf(paper, assets, isPreview),
    wants: () => true,
    isPreview,
    teasers: new Map(),
    derivatives: new Map(),
  };
}

/** Its own page, and those of the text edition. */
function pagesOfStory(story: Story, desk: PageDesk): readonly PlannedPage[] {
  return [storyPage(story, desk), ...textStoryPages(story, desk)];
}

/** All but the stories: of those the ones that are wanted. */
function otherPages(desk: PageDesk): readonly PlannedPage[] {
  const { paper } = desk;
  const wanted = <Place extends { readonly address: string }>(places: readonly Place[]) =>
    places.filter(({ address }) => desk.wants(address));
  return [
    paper.site.textEdition === "home" ? textFrontPage(desk, "/") : frontPage(desk),
    ...wanted(paper.sections).flatMap((section) => sectionPages(section, desk)),
    ...wanted(paper.topics).flatMap((topic) => topicPages(topic, desk)),
    ...wanted(paper.series).flatMap((series) => seriesPages(series, desk)),
    ...wanted(paper.authors).flatMap((author) => authorPages(author, desk)),
    ...archivePages(desk),
    ...correctionsPages(desk),
    ...staffPages(desk),
    ...textLists(desk),
    ...wanted(paper.killed).map((story) => killedPage(story, desk)),
    ...wanted(paper.gone).map((story) => gonePage(story, desk)),
    ...wanted(paper.pages)
      .filter(({ address }) => address !== LEDGER_ADDRESS)
      .map((page) => plainPage(page, desk)),
    ...paper.redirects
      .filter(({ from }) => desk.wants(from))
      .map((redirect) => redirectPage(redirect, desk)),
    ...textRedirects(paper)
      .filter(({ from }) => desk.wants(from))
      .map((redirect) => redirectPage(redirect, desk, "the text edition")),
    ...searchPages(desk),
    notFoundPage(desk),
  ];
}

function settingsOf(paper: Newspaper, assets: PressAssets, isPreview: boolean) {
  const { site, sections } = paper;
  const footer = footerPages(paper);
  return { site, sections, footer, assets, isPreview, words: wordsFor(site.language) };
}
