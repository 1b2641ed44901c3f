// Section fronts, topic pages and author pages: one kind of list, with numbered pages for what is
// older (see `list-paging.ts`).

import type { Author, Section, Story, Topic } from "../news/newspaper.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { headFor } from "./head/head-for.ts";
import type { Json } from "./head/json-ld.ts";
import { authorObject } from "./head/news-article.ts";
import { publisherId, publisherObject } from "./head/publisher.ts";
import { pagesOf } from "./list-paging.ts";
import { mailTo } from "./mail-to.ts";
import { teaserMatter } from "./matter.ts";
import type { AuthorProfile, Link, ListProps, PlannedPage } from "./page.ts";
import { imageFor, type PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { openingOf, printedText } from "./printed-text.ts";
import { sheetFor } from "./sheet.ts";
import { orderTeaserPicture, teaserOf } from "./teaser.ts";
import { absoluteUrl, hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** What a list is a list of. */
interface ListMatter {
  readonly kind: ListProps["kind"];
  readonly title: string;
  readonly address: string;
  readonly label?: string;
  readonly description?: string;
  readonly stories: readonly Story[];
  readonly author?: Author;
}

export function sectionPages(section: Section, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  return listPages(desk, {
    kind: "section",
    title: section.title,
    address: section.address,
    stories: desk.index.bySection.get(section.slug) ?? [],
  });
}

export function topicPages(topic: Topic, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  return listPages(desk, {
    kind: "topic",
    title: topic.name,
    label: wordsFor(desk.paper.site.language).topic,
    address: topic.address,
    stories: desk.index.byTopic.get(topic.slug) ?? [],
  });
}

export function authorPages(author: Author, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  const opening = openingOf(author.biography);
  return listPages(desk, {
    kind: "author",
    title: author.name,
    address: author.address,
    ...(opening !== "" && { description: opening }),
    stories: desk.index.byAuthor.get(author.slug) ?? [],
    author,
  });
}

/** One page of a list: its stories, and which of the numbered pages it is (undefined: the first). */
interface ListCut {
  readonly stories: readonly Story[];
  readonly number?: number;
  /** The numbered page that follows on with older stories. */
  readonly olderNumber?: number;
}

function listPages(desk: PageDesk, matter: ListMatter): readonly PlannedPage<ListProps>[] {
  const { first, numbered } = pagesOf(matter.stories);
  const cuts: readonly ListCut[] = [
    { stories: first, ...(numbered.length > 0 && { olderNumber: numbered.length }) },
    ...numbered.map((stories, index) => ({
      stories,
      number: index + 1,
      ...(index > 0 && { olderNumber: index }),
    })),
  ];
  return cuts
    .filter((cut) => desk.wants(numberedAddress(matter.address, cut.number)))
    .map((cut) => listPage(desk, matter, cut));
}

function listPage(desk: PageDesk, matter: ListMatter, cut: ListCut): PlannedPage<ListProps> {
  const address = numberedAddress(matter.address, cut.number);
  const { kind } = matter;
  const place = { kind, address, origin: `the list ${address}`, shows: cut.stories };
  for (const [index, story] of cut.stories.entries()) {
    orderTeaserPicture(story, desk, pictureRole(matter, cut, index));
  }
  const profile = matter.author && profileOf(matter.author, desk);
  const { stories: _all, author, ...identity } = matter;
  const { stories, ...numbers } = cut;
  const parts = [
    desk.settings,
    { ...identity, ...numbers, author, profile },
    ...stories.map(teaserMatter),
  ];
  return plannedLater(place, parts, () => props(desk, matter, cut, address));
}

function numberedAddress(address: string, number: number | undefined): string {
  return number === undefined ? address : `${address}page/${number}/`;
}

function props(desk: PageDesk, matter: ListMatter, cut: ListCut, address: string): ListProps {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const pageLabel =
    cut.number === undefined
      ? undefined
      : words.olderStoriesPage.replace("{number}", String(cut.number));
  return {
    kind: matter.kind,
    ...sheetFor(desk, {
      head: headOf(desk, matter, address, pageLabel),
      address,
      section: matter.address,
    }),
    title: matter.title,
    ...(matter.label !== undefined && { label: matter.label }),
    ...(pageLabel !== undefined && { pageLabel }),
    ...(matter.author && { author: profileOf(matter.author, desk) }),
    teasers: cut.stories.map((story, index) =>
      teaserOf(story, desk, {
        picture: pictureRole(matter, cut, index),
        kicker: matter.kind === "section" ? "own" : "section",
      }),
    ),
    ...neighbours(desk, matter, cut),
  };
}

/** The newest story of a section or topic leads its page; authors' and older pages are plain lists. */
function pictureRole({ kind }: ListMatter, { number }: ListCut, index: number) {
  const opensLarge = kind !== "author" && number === undefined;
  return index === 0 && opensLarge ? "list-lead" : "teaser";
}

/** A numbered page never names a newer one: the page after it would change when that is filled. */
function neighbours(
  { paper: { site } }: PageDesk,
  { address }: ListMatter,
  { number, olderNumber }: ListCut,
): { readonly older?: Link; readonly latest?: Link } {
  const words = wordsFor(site.language);
  return {
    ...(olderNumber !== undefined && {
      older: {
        label: words.olderStories,
        url: hrefTo(site, numberedAddress(address, olderNumber)),
      },
    }),
    ...(number !== undefined && {
      latest: { label: words.latestStories, url: hrefTo(site, address) },
    }),
  };
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

function headOf(
  desk: PageDesk,
  matter: ListMatter,
  address: string,
  pageLabel: string | undefined,
) {
  const { site } = desk.paper;
  const title = pageLabel === undefined ? matter.title : `${matter.title}: ${pageLabel}`;
  return headFor(desk, {
    title,
    description: matter.description ?? `${title}: ${site.description ?? site.title}`,
    address,
    language: site.language,
    feeds: { title: matter.title, address: matter.address },
    type: matter.author?.kind === "person" ? "profile" : "website",
    graph: [
      listObject(desk, matter, title, address),
      publisherObject(desk),
      breadcrumb(site, [{ name: matter.title, address: matter.address }]),
    ],
  });
}

function listObject(
  { paper: { site } }: PageDesk,
  { author }: ListMatter,
  name: string,
  address: string,
): { readonly [key: string]: Json } {
  const url = absoluteUrl(site, address);
  return {
    "@type": author ? "ProfilePage" : "CollectionPage",
    "@id": url,
    url,
    name,
    inLanguage: site.language,
    isPartOf: { "@id": `${site.url}#website` },
    publisher: { "@id": publisherId(site) },
    ...(author && { mainEntity: authorObject(author, site) }),
  };
}
