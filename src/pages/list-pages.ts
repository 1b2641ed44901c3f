// Section fronts, topic pages and author pages: one kind of list, with numbered pages for what is
// older (see `list-paging.ts`). The pages of a series are of this kind too, cut in another way.

import type { Author, Section, Series, Story, Topic } from "../news/newspaper.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { collectionPage } from "./head/collection-page.ts";
import { headFor } from "./head/head-for.ts";
import type { Json } from "./head/json-ld.ts";
import { authorObject } from "./head/news-article.ts";
import { publisherObject } from "./head/publisher.ts";
import { seriesObject } from "./head/series-object.ts";
import { pagesOf } from "./list-paging.ts";
import { mailTo } from "./mail-to.ts";
import { teaserMatter } from "./matter.ts";
import type { AuthorProfile, Link, ListProps, PlannedPage, Teaser } from "./page.ts";
import { imageFor, type PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { openingOf, printedText } from "./printed-text.ts";
import { partWords } from "./series.ts";
import { sheetFor } from "./sheet.ts";
import { orderTeaserPicture, teaserOf } from "./teaser.ts";
import { hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** What a list is a list of. */
export interface ListMatter {
  readonly kind: ListProps["kind"];
  readonly title: string;
  readonly address: string;
  readonly label?: string;
  readonly description?: string;
  readonly author?: Author;
  readonly series?: Series;
}

export function sectionPages(section: Section, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  return newestFirst(desk, desk.index.bySection.get(section.slug), {
    kind: "section",
    title: section.title,
    address: section.address,
  });
}

export function topicPages(topic: Topic, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  return newestFirst(desk, desk.index.byTopic.get(topic.slug), {
    kind: "topic",
    title: topic.name,
    label: wordsFor(desk.paper.site.language).topic,
    address: topic.address,
  });
}

export function authorPages(author: Author, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  const opening = openingOf(author.biography);
  return newestFirst(desk, desk.index.byAuthor.get(author.slug), {
    kind: "author",
    title: author.name,
    address: author.address,
    ...(opening !== "" && { description: opening }),
    author,
  });
}

/** One page of a list. */
export interface ListCut {
  readonly address: string;
  readonly stories: readonly Story[];
  /** Which of its pages it is, in words; absent for the first. */
  readonly pageLabel?: string;
  /** The way on, and the way back to the first page. */
  readonly older?: Way;
  readonly latest?: Way;
  /** Which part of a series the first of these stories is. */
  readonly firstPart?: number;
}

interface Way {
  readonly label: string;
  readonly address: string;
}

/**
 * What is newest stands on the first page. A numbered page never names a newer one: the page after it
 * would change when that is filled.
 */
function cutsOf(
  { address }: Pick<ListMatter, "address">,
  stories: readonly Story[],
  { paper: { site } }: PageDesk,
): readonly ListCut[] {
  const words = wordsFor(site.language);
  const { first, numbered } = pagesOf(stories);
  const older = (number: number) =>
    number > 0 && {
      older: { label: words.olderStories, address: numberedAddress(address, number) },
    };
  return [
    { address, stories: first, ...older(numbered.length) },
    ...numbered.map((run, index) => ({
      address: numberedAddress(address, index + 1),
      stories: run,
      pageLabel: words.olderStoriesPage.replace("{number}", String(index + 1)),
      latest: { label: words.latestStories, address },
      ...older(index),
    })),
  ];
}

function newestFirst(
  desk: PageDesk,
  stories: readonly Story[] | undefined,
  matter: ListMatter,
): readonly PlannedPage<ListProps>[] {
  return listPages(desk, matter, cutsOf(matter, stories ?? [], desk));
}

/** The pages of a list that are wanted. */
export function listPages(
  desk: PageDesk,
  matter: ListMatter,
  cuts: readonly ListCut[],
): readonly PlannedPage<ListProps>[] {
  return cuts
    .filter(({ address }) => desk.wants(address))
    .map((cut) => listPage(desk, matter, cut));
}

function listPage(desk: PageDesk, matter: ListMatter, cut: ListCut): PlannedPage<ListProps> {
  const { kind } = matter;
  const { stories, ...about } = cut;
  const place = { kind, address: cut.address, origin: `the list ${cut.address}`, shows: stories };
  for (const [index, story] of stories.entries()) {
    orderTeaserPicture(story, desk, pictureRole(matter, cut, index));
  }
  const profile = matter.author && profileOf(matter.author, desk);
  const parts = [desk.settings, { ...matter, ...about, profile }, ...stories.map(teaserMatter)];
  return plannedLater(place, parts, () => props(desk, matter, cut));
}

export function numberedAddress(address: string, number: number | undefined): string {
  return number === undefined ? address : `${address}page/${number}/`;
}

function props(desk: PageDesk, matter: ListMatter, cut: ListCut): ListProps {
  const { site } = desk.paper;
  const { pageLabel, older, latest } = cut;
  const linkTo = ({ label, address }: Way): Link => ({ label, url: hrefTo(site, address) });
  return {
    kind: matter.kind,
    ...sheetFor(desk, {
      head: headOf(desk, matter, cut),
      address: cut.address,
      section: matter.address,
    }),
    title: matter.title,
    ...(matter.label !== undefined && { label: matter.label }),
    ...(pageLabel !== undefined && { pageLabel }),
    ...(matter.author && { author: profileOf(matter.author, desk) }),
    teasers: teasersOf(desk, matter, cut),
    ...(older && { older: linkTo(older) }),
    ...(latest && { latest: linkTo(latest) }),
  };
}

function teasersOf(desk: PageDesk, matter: ListMatter, cut: ListCut): readonly Teaser[] {
  const kicker = matter.kind === "section" ? "own" : "section";
  const { language } = desk.paper.site;
  const { part } = wordsFor(language);
  return cut.stories.map((story, index) => ({
    ...teaserOf(story, desk, { picture: pictureRole(matter, cut, index), kicker }),
    ...(cut.firstPart !== undefined && {
      kicker: partWords(part, cut.firstPart + index, language),
    }),
  }));
}

/** The newest story of a section or topic leads its page; all others are plain lists. */
function pictureRole({ kind }: ListMatter, { pageLabel }: ListCut, index: number) {
  const opensLarge = (kind === "section" || kind === "topic") && pageLabel === undefined;
  return index === 0 && opensLarge ? "list-lead" : "teaser";
}

function profileOf(author: Author, desk: PageDesk): AuthorProfile {
  return {
    ...(author.role !== undefined && { role: author.role }),
    ...(author.picture && { image: imageFor(desk, author.picture, "portrait") }),
    ...(author.email !== undefined && {
      email: mailTo(author.email),
    }),
    links: author.links,
    biography: printedText(author.biography, desk),
  };
}

function headOf(desk: PageDesk, matter: ListMatter, { address, pageLabel }: ListCut) {
  const { site } = desk.paper;
  const title = pageLabel === undefined ? matter.title : `${matter.title}: ${pageLabel}`;
  return headFor(desk, {
    title,
    description: matter.description ?? `${title}: ${site.description ?? site.title}`,
    address,
    language: site.language,
    ...(matter.kind !== "series" && {
      feeds: { title: matter.title, address: matter.address },
    }),
    type: matter.author?.kind === "person" ? "profile" : "website",
    graph: [
      listObject(desk, matter, title, address),
      publisherObject(desk),
      breadcrumb(site, [{ name: matter.title, address: matter.address }]),
    ],
  });
}

/** A page about somebody, or a list. */
function listObject(
  { paper: { site } }: PageDesk,
  { author, series }: ListMatter,
  name: string,
  address: string,
): { readonly [key: string]: Json } {
  if (series)
    return collectionPage(site, { name, address, mainEntity: seriesObject(series, site) });
  if (!author) return collectionPage(site, { name, address });
  const page = collectionPage(site, { name, address, mainEntity: authorObject(author, site) });
  return { ...page, "@type": "ProfilePage" };
}
