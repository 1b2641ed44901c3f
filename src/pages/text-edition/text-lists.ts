// The lists of the text edition: a front with the newest stories, and a list for each section.

import type { Section, Story } from "../../news/newspaper.ts";
import { editionOf, timeOf } from "../dates.ts";
import { pagesOf } from "../list-paging.ts";
import { genreLabel, previewLabel } from "../labels.ts";
import { teaserMatter } from "../matter.ts";
import type { Link, PlannedPage, TextListProps, TextTeaser } from "../page.ts";
import type { PageDesk } from "../page-desk.ts";
import { plannedLater } from "../planned-page.ts";
import { hrefTo } from "../urls.ts";
import { directionOf, wordsFor } from "../words/words-for.ts";
import { fitted, shortened, sizeOf, sizeOfWords } from "./fit.ts";
import { TEXT_FRONT_ADDRESS, textAddress } from "./text-address.ts";
import { roomOn, textSheetFor } from "./text-sheet.ts";

/** Stories on the front, if there is room for them. */
const FRONT_LENGTH = 40;

/** One page of a list, before it is made. */
interface TextListMatter {
  readonly title: string;
  readonly subtitle?: string;
  readonly address: string;
  readonly canonical: string;
  readonly stories: readonly Story[];
  readonly sections: readonly Link[];
  readonly onward: readonly Link[];
}

/** The front of the edition and its sections; none where the paper has no text edition. */
export function textLists(desk: PageDesk): readonly PlannedPage<TextListProps>[] {
  const { site, sections } = desk.paper;
  if (site.textEdition === "none") return [];
  const wanted = sections.filter(({ address }) => desk.wants(textAddress(address)));
  return [
    textFrontPage(desk, TEXT_FRONT_ADDRESS),
    ...wanted.flatMap((section) => textSectionPages(section, desk)),
  ];
}

/** @param address of the edition itself, or of the paper where the edition is its home page */
export function textFrontPage(desk: PageDesk, address: string): PlannedPage<TextListProps> {
  const { site, sections, stories, now } = desk.paper;
  const words = wordsFor(site.language);
  const links = sections.map((section) => ({
    label: section.title,
    url: hrefTo(site, textAddress(section.address)),
  }));
  const taken = links.reduce(
    (sum, { label, url }) => sum + sizeOfWords(label) + sizeOf(url) + MARKUP,
    0,
  );
  const newest = stories.slice(0, FRONT_LENGTH);
  const [shown = []] = fitted(newest, sizeIn(desk), roomOn(site, "", address), taken);
  return textList(desk, {
    title: site.title,
    subtitle: editionOf(now, site.language, site.timezone).text,
    address,
    canonical: "/",
    stories: shown,
    sections: links,
    onward:
      site.textEdition === "home" ? [] : [{ label: words.withPictures, url: hrefTo(site, "/") }],
  });
}

function textSectionPages(
  { slug, title, address }: Section,
  desk: PageDesk,
): readonly PlannedPage<TextListProps>[] {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const own = (number: number) =>
    number === 0 ? textAddress(address) : `${textAddress(address)}page/${number}/`;
  const link = (label: string, to: string) => ({ label, url: hrefTo(site, to) });
  const { first, numbered } = pagesOf(desk.index.bySection.get(slug) ?? [], PAGE_LENGTH);
  const pages = [first, ...numbered].map((stories, number): TextListMatter => {
    const older = number === 0 ? numbered.length : number - 1;
    return {
      title,
      ...(number > 0 && { subtitle: words.olderStoriesPage.replace("{number}", String(number)) }),
      address: own(number),
      canonical: number === 0 ? address : own(number),
      stories,
      sections: [],
      onward: [
        ...(older > 0 ? [link(words.olderStories, own(older))] : []),
        ...(number > 0 ? [link(words.latestStories, own(0))] : []),
        link(words.withPictures, address),
      ],
    };
  });
  return pages
    .filter((page) => desk.wants(page.address))
    .map((page) => textList(desk, page, page.stories));
}

/**
 * Stories on a numbered page of a section; the first page has up to twice as many, which is what there
 * is room for. Never change it for a paper that has been published.
 */
const PAGE_LENGTH = 10;

/** Bytes of the markup of one entry, a date in whatever language included. */
const MARKUP = 200;

/** Bytes of the largest entry. */
const LARGEST_ENTRY = 640;

/** A headline that is too long for a list; the page of the story has all of it. */
function headlineIn({ paper: { site } }: PageDesk, { headline, address }: Story): string {
  const room = LARGEST_ENTRY - MARKUP - sizeOf(hrefTo(site, textAddress(address)));
  return shortened(headline, Math.max(room, MARKUP));
}

function sizeIn(desk: PageDesk): (story: Story) => number {
  const { site } = desk.paper;
  return (story) =>
    MARKUP +
    sizeOfWords(headlineIn(desk, story)) +
    sizeOf(hrefTo(site, textAddress(story.address)));
}

function textList(
  desk: PageDesk,
  matter: TextListMatter,
  shows?: readonly Story[],
): PlannedPage<TextListProps> {
  const { address, stories, ...own } = matter;
  const origin = `the list ${address}`;
  const place = { kind: "text-list", address, origin, ...(shows && { shows }) } as const;
  const parts = [desk.paper.site, { ...own, isPreview: desk.isPreview }];
  return plannedLater(place, [...parts, ...stories.map(teaserMatter)], () => props(desk, matter));
}

function props(desk: PageDesk, matter: TextListMatter): TextListProps {
  const { site } = desk.paper;
  const { title, subtitle, address, canonical, onward, sections } = matter;
  const isFront = address === TEXT_FRONT_ADDRESS || address === "/";
  return {
    kind: "text-list",
    ...textSheetFor({
      site,
      ...(!isFront && { title }),
      language: site.language,
      canonical,
      noindex: desk.isPreview,
      onward,
    }),
    title,
    ...(subtitle !== undefined && { subtitle }),
    stories: matter.stories.map((story) => textTeaser(story, desk)),
    sections,
    sectionsLabel: wordsFor(site.language).sections,
  };
}

function textTeaser(story: Story, desk: PageDesk): TextTeaser {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const labels = [
    previewLabel(story, words, site.language, site.timezone),
    genreLabel(story.genre, words)?.label,
  ];
  return {
    label: headlineIn(desk, story),
    url: hrefTo(site, textAddress(story.address)),
    ...(story.language !== site.language && {
      language: story.language,
      direction: directionOf(story.language),
    }),
    labels: labels.filter((label) => label !== undefined),
    published: timeOf(story.published, site.language, site.timezone),
  };
}
