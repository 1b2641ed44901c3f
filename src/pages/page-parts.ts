// The parts that printed pages are made of, as finished data: times, pictures, teasers, notes, and
// the sheet around them all. What is on which kind of page is said in `page.ts`.

import type { SafeHtml } from "../markdown/safe-html.ts";
import type { SafeJson } from "./head/json-ld.ts";
import type { Words } from "./words/words.ts";

/** What every page prints around its own matter. */
export interface Sheet {
  /** The language of the page's own matter, BCP 47, and its direction: `<html lang dir>`. */
  readonly language: string;
  readonly direction: Direction;
  /** The language of the nameplate, navigation and footer, where it is another one. */
  readonly siteLanguage: string;
  readonly siteDirection: Direction;
  readonly head: Head;
  readonly nameplate: Nameplate;
  readonly navigation: readonly NavigationEntry[];
  readonly footer: Footer;
  /** The paper's own words ("Updated", "Skip to the text") in the page's language. */
  readonly words: Words;
  /** The same in the site's language, for nameplate, navigation and footer. */
  readonly siteWords: Words;
}

export type Direction = "ltr" | "rtl";

export interface Head {
  /** For `<title>`, finished: headline and paper. */
  readonly title: string;
  readonly description?: string;
  /** Absolute; absent on 404 and other pages that must not be indexed by address. */
  readonly canonical?: string;
  /** `max-image-preview:large`, `noindex`. */
  readonly robots: string;
  /** Feeds of what the page shows, and its twins: `<link rel="alternate">`. */
  readonly alternates: readonly AlternateLink[];
  /** The same story in other languages, absolute: `<link rel="alternate" hreflang>`. */
  readonly languages?: readonly LanguageLink[];
  /** Open Graph and similar, in print order: `<meta property=… content=…>`. */
  readonly properties: readonly MetaProperty[];
  /** `<meta name=… content=…>` beyond description and robots: `author`, `theme-color`, … */
  readonly names: readonly MetaProperty[];
  /** One schema.org graph, already safe inside a `<script>`; absent on 404. */
  readonly jsonLd?: SafeJson;
  readonly assets: Assets;
  /** The one script that a page may run; only the search has one. */
  readonly script?: string;
}

export interface AlternateLink {
  readonly type: string;
  readonly title: string;
  /** Sub-path included. */
  readonly href: string;
}

export interface LanguageLink {
  /** BCP 47, or `x-default`. */
  readonly language: string;
  readonly href: string;
}

/** Where a story stands in other languages, for readers. */
export interface OtherLanguages {
  readonly label: string;
  readonly links: readonly (Link & { readonly language: string })[];
}

export interface MetaProperty {
  readonly key: string;
  readonly content: string;
}

/** Addresses (sub-path included) of what every page loads. */
export interface Assets {
  readonly styleSheet: string;
  /** Fonts worth fetching before the style sheet is read; two at the most. */
  readonly preloadFonts: readonly string[];
  readonly icon: string;
  readonly touchIcon: string;
  /** What a device is told that puts the paper on its home screen. */
  readonly manifest: string;
}

export interface Nameplate {
  readonly title: string;
  readonly url: string;
  /** The paper's description or motto, beside the title. */
  readonly motto?: string;
  /** Only on the front page: the edition's date in words. */
  readonly edition?: Time;
  /** True on the front page, where the nameplate is the `h1`. */
  readonly isHeading: boolean;
}

export interface NavigationEntry {
  readonly label: string;
  readonly url: string;
  /** For `aria-current`: this very page, or the section it belongs to. */
  readonly current?: "page" | "true";
}

export interface Footer {
  /** Publisher's name. */
  readonly publisher: string;
  /** The terms of use of what the page says. */
  readonly license?: LabelledName;
  /** About, policies and other plain pages. */
  readonly links: readonly Link[];
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A moment for the eye and for the machine; both from one value. */
export interface Time {
  /** With numeric offset: `2019-05-31T12:46:00+00:00`. */
  readonly datetime: string;
  /** "31 May 2019, 12:46 UTC". */
  readonly text: string;
}

/** A picture in all its sizes. */
export interface Image {
  /** Best format first: AVIF, WebP. */
  readonly sources: readonly ImageSource[];
  /** The JPEG for everything else. */
  readonly src: string;
  readonly srcset: string;
  readonly sizes: string;
  /** Pixels of `src`; they give the box its shape before the picture arrives. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Eager with high priority for the lead, lazy for the rest. */
  readonly loading: "eager" | "lazy";
}

export interface ImageSource {
  readonly type: "image/avif" | "image/webp";
  readonly srcset: string;
}

/** A picture with its words. */
export interface Figure {
  readonly image: Image;
  readonly caption?: string;
  readonly credit: string;
}

/** One story in a list. */
export interface Teaser {
  readonly url: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  /** "Analysis", "Sponsored": absent for plain news. */
  readonly genre?: GenreLabel;
  readonly image?: Image;
  readonly published: Time;
  /** In a preview, why readers do not see the story yet: "Draft", "Scheduled for 5 May 2026, 06:00 UTC". */
  readonly preview?: string;
  /** Where the story's language is not the page's. */
  readonly language?: string;
  readonly direction?: Direction;
}

export interface GenreLabel {
  readonly label: string;
  /** For emphasis: a sponsored text must be told from news at a glance. */
  readonly sponsored: boolean;
}

export type BylinePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly name: string; readonly url?: string; readonly role?: string };

/** What a story says of itself. */
export interface Disclosures {
  readonly sponsor?: LabelledName;
  readonly reporting?: Reporting;
  /** Its own terms of use, which then stand in place of the paper's. */
  readonly license?: LabelledName;
}

/** Something named, and where it is on the web, if anywhere. */
export interface Named {
  readonly name: string;
  readonly url?: string;
}

/** A name with what stands before it. */
export interface LabelledName extends Named {
  /** "Paid for by", "Licence:". */
  readonly label: string;
}

/** How a story came about, and what it rests on; at least one of the two. */
export interface Reporting {
  /** Absent where the newsroom says nothing of its work. */
  readonly method?: { readonly heading: string; readonly paragraphs: readonly string[] };
  /** Absent where there are none. */
  readonly sources?: { readonly heading: string; readonly list: readonly Named[] };
}

/** A story as a part of a series. */
export interface SeriesPart {
  /** "Series". */
  readonly label: string;
  readonly name: Link;
  /** "Part 2". How many there are nobody says: the next one would change every page. */
  readonly part: string;
  /** The part before, then the part after, as far as there are any. */
  readonly sides: readonly SeriesSide[];
}

export interface SeriesSide {
  readonly side: "previous" | "next";
  /** "Previous part". */
  readonly label: string;
  readonly teaser: Teaser;
}

export interface Note {
  readonly kind: "correction" | "clarification" | "editors-note" | "update";
  /** "Correction". */
  readonly label: string;
  readonly date: Time;
  readonly paragraphs: readonly string[];
}

/** A text in reading order: runs of final HTML, and figures between them. */
export type PrintedText = readonly PrintedPart[];

export type PrintedPart =
  | { readonly kind: "html"; readonly html: SafeHtml }
  | { readonly kind: "figure"; readonly figure: Figure };

/** A correction, and the way to its story. */
export interface CorrectedStory {
  readonly story: Link;
  readonly note: Note;
  /** Where the story's language is not the page's: of its headline and of the note's text. */
  readonly language?: string;
  readonly direction?: Direction;
}
