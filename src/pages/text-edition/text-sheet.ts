// What every page of the text edition has around its matter, and how many bytes that takes.

import type { Site } from "../../news/newspaper.ts";
import type { TextLink, TextSheet } from "../page.ts";
import { absoluteUrl, hrefTo } from "../urls.ts";
import { directionOf, wordsFor } from "../words/words-for.ts";
import { LARGEST_TEXT_PAGE, sizeOf, sizeOfWords } from "./fit.ts";
import { TEXT_FRONT_ADDRESS } from "./text-address.ts";

export interface TextSheetOptions {
  readonly site: Site;
  /** Absent for the front. */
  readonly title?: string;
  readonly language: string;
  /** Of the whole page. */
  readonly canonical: string;
  readonly noindex: boolean;
  readonly onward: readonly TextLink[];
}

export function textSheetFor(options: TextSheetOptions): TextSheet {
  const { site, title, language } = options;
  return {
    language,
    direction: directionOf(language),
    documentTitle: title === undefined ? site.title : `${title} – ${site.title}`,
    canonical: absoluteUrl(site, options.canonical),
    noindex: options.noindex,
    paper: siteLink(site, site.title, TEXT_FRONT_ADDRESS, language),
    edition: wordsFor(language).textEdition,
    onward: options.onward,
  };
}

/** A link in the language of the paper, on a page in another. */
export function siteLink(site: Site, label: string, address: string, language: string): TextLink {
  const own = site.language;
  return {
    label,
    url: hrefTo(site, address),
    ...(language !== own && { language: own, direction: directionOf(own) }),
  };
}

/** Markup, and the words of the press in whatever language. */
const MARKUP = 1500;

/** Links to the page itself, to its next and last one, and to the page with pictures. */
const OWN_LINKS = 5;

/** Bytes left for the matter of a page. */
export function roomOn(site: Site, title: string, address: string): number {
  const head = sizeOf(title, site.title);
  const around = head + sizeOfWords(title, site.title, site.title);
  return LARGEST_TEXT_PAGE - MARKUP - around - OWN_LINKS * sizeOf(absoluteUrl(site, address));
}
