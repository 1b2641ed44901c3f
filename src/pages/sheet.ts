// What stands around the matter of every page: nameplate, navigation, footer and words. The same
// for all pages of the paper, so that a change here is a change of the whole paper. What pages have in
// common is one object on all of them: it is made once, and goes to another thread once in a batch.

import { archiveAddress } from "../news/archive.ts";
import { LEDGER_ADDRESS, ledgerOpening } from "../news/ledger.ts";
import type { Moment, Newspaper, Site } from "../news/newspaper.ts";
import { STAFF_ADDRESS } from "../news/staff.ts";
import { editionOf } from "./dates.ts";
import { licenseLine } from "./disclosures.ts";
import type { Footer, Head, Link, Nameplate, NavigationEntry, Sheet } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { remember, rememberOf } from "./remember.ts";
import { TEXT_FRONT_ADDRESS } from "./text-edition/text-address.ts";
import { SEARCH_ADDRESS } from "./search-parts.ts";
import { hrefTo } from "./urls.ts";
import { directionOf, wordsFor } from "./words/words-for.ts";

export interface SheetOptions {
  readonly head: Head;
  /** The language of the page's own matter. Default: the site's. */
  readonly language?: string;
  /** The address of the section the page is or belongs to. */
  readonly section?: string;
  /** The address of the page itself. */
  readonly address: string;
  /** The page says itself under which terms it stands. */
  readonly hasOwnLicense?: boolean;
  /** The front page alone carries the edition's date. */
  readonly edition?: Moment;
}

export function sheetFor(desk: PageDesk, options: SheetOptions): Sheet {
  const { site } = desk.paper;
  const language = options.language ?? site.language;
  return {
    language,
    direction: directionOf(language),
    siteLanguage: site.language,
    siteDirection: directionOf(site.language),
    head: options.head,
    nameplate: options.edition ? nameplateOfFront(desk, options.edition) : nameplateOf(desk),
    navigation: navigationFor(desk, options),
    footer: options.hasOwnLicense === true ? footerWithoutLicense(desk) : footerOf(desk),
    words: wordsFor(language),
    siteWords: wordsFor(site.language),
  };
}

const nameplateOf = rememberOf(({ paper: { site } }: PageDesk): Nameplate => ({
  title: site.title,
  url: hrefTo(site, "/"),
  ...(site.description !== undefined && { motto: site.description }),
  isHeading: false,
}));

function nameplateOfFront(desk: PageDesk, moment: Moment): Nameplate {
  const { site } = desk.paper;
  const edition = editionOf(moment, site.language, site.timezone);
  return { ...nameplateOf(desk), edition, isHeading: true };
}

/** What stands at the foot of every page, so that a change here is a change of them all. */
export function footerPages(paper: Newspaper): readonly FooterPage[] {
  const words = wordsFor(paper.site.language);
  const plain = paper.pages.map(({ title, address }) => ({ title, address }));
  const hasOwnLedger = paper.ledger !== undefined && !ledgerOpening(paper);
  return [
    ...plain,
    ...(hasOwnLedger ? [{ title: words.corrections, address: LEDGER_ADDRESS }] : []),
    ...(paper.hasStaffPage ? [{ title: words.staff, address: STAFF_ADDRESS }] : []),
    { title: words.archive, address: archiveAddress() },
    ...(paper.site.textEdition === "none"
      ? []
      : [{ title: words.textEdition, address: TEXT_FRONT_ADDRESS }]),
    ...searchEntry(paper.site),
  ];
}

interface FooterPage {
  readonly title: string;
  readonly address: string;
}

/** Nothing in a paper without a search. */
function searchEntry({ hasSearch, language }: Site): readonly FooterPage[] {
  return hasSearch ? [{ title: wordsFor(language).search, address: SEARCH_ADDRESS }] : [];
}

function navigationFor(
  desk: PageDesk,
  { section = "", address }: SheetOptions,
): readonly NavigationEntry[] {
  const { sections, site } = desk.paper;
  const isFront = [...sections, ...searchEntry(site)].some((entry) => entry.address === address);
  return navigationOf(desk)(isFront ? `page ${address}` : `true ${section}`);
}

/** By what is marked, and as what: the page itself, or the section it belongs to. */
const navigationOf = rememberOf(({ paper: { site, sections } }: PageDesk) =>
  remember((marked): readonly NavigationEntry[] =>
    [...sections, ...searchEntry(site)].map(({ title, address }) => ({
      label: title,
      url: hrefTo(site, address),
      ...(marked === `page ${address}` && { current: "page" as const }),
      ...(marked === `true ${address}` && { current: "true" as const }),
    })),
  ),
);

const footerWithoutLicense = rememberOf((desk: PageDesk): Footer => ({
  publisher: desk.paper.site.publisher.name,
  links: footerLinks(desk),
}));

const footerOf = rememberOf((desk: PageDesk): Footer => {
  const { site } = desk.paper;
  const license = licenseLine(site.license, wordsFor(site.language));
  return { ...footerWithoutLicense(desk), ...(license && { license }) };
});

/** Every plain page by title, then the lists that lead to whatever the navigation does not. */
function footerLinks({ paper }: PageDesk): readonly Link[] {
  return footerPages(paper).map(({ title, address }) => ({
    label: title,
    url: hrefTo(paper.site, address),
  }));
}
