// What the layouts print: every page of the paper as typed, finished data. All sorting, wording,
// date writing and addressing has happened before; a layout only sets it in type.

import type { SafeHtml } from "../markdown/safe-html.ts";
import type { Words } from "./words/words.ts";
import type { SafeJson } from "./head/json-ld.ts";

/** A page that will be printed: where it goes and what is on it. */
export interface PlannedPage<Props extends PageProps = PageProps> {
  readonly kind: Props["kind"];
  /** On the site, without the sub-path, not encoded: `/2019/05/31/storm/`, `/404.html`. */
  readonly address: string;
  /** The file in the output: `2019/05/31/storm/index.html`. */
  readonly output: string;
  /** What it was made from, for messages: `articles/storm.md`, or words such as `the front page`. */
  readonly origin: string;
  readonly props: Props;
}

export type PageProps =
  | FrontProps
  | ListProps
  | StoryProps
  | PlainProps
  | NoticeProps
  | NotFoundProps;

export type PageKind = PageProps["kind"];

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
  /** Open Graph and similar, in print order: `<meta property=… content=…>`. */
  readonly properties: readonly MetaProperty[];
  /** `<meta name=… content=…>` beyond description and robots: `author`, `theme-color`, … */
  readonly names: readonly MetaProperty[];
  /** One schema.org graph, already safe inside a `<script>`; absent on 404. */
  readonly jsonLd?: SafeJson;
  readonly assets: Assets;
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
  /** Where the story's language is not the page's. */
  readonly language?: string;
  readonly direction?: Direction;
}

export interface GenreLabel {
  readonly label: string;
  /** For emphasis: a sponsored text must be told from news at a glance. */
  readonly sponsored: boolean;
}

export interface FrontProps extends Sheet {
  readonly kind: "front";
  readonly lead?: Teaser;
  /** Up to four, beside or below the lead. */
  readonly seconds: readonly Teaser[];
  /** The rest of the newest, by section, in navigation order; empty sections are left out. */
  readonly rivers: readonly River[];
}

export interface River {
  readonly title: string;
  readonly url: string;
  readonly teasers: readonly Teaser[];
}

/** A section front, topic or author page, or one of their numbered older pages. */
export interface ListProps extends Sheet {
  readonly kind: "section" | "topic" | "author";
  readonly title: string;
  /** What kind of list this is, above the title: "Topic". Absent for sections. */
  readonly label?: string;
  /** Which of the numbered older pages this is, in words: "Older stories, page 3". */
  readonly pageLabel?: string;
  readonly author?: AuthorProfile;
  readonly teasers: readonly Teaser[];
  /** "Older stories": the next numbered page, if any. */
  readonly older?: Link;
  /** "Latest stories": from a numbered page back to the list's first page. */
  readonly latest?: Link;
}

export interface AuthorProfile {
  readonly role?: string;
  readonly image?: Image;
  readonly email?: Link;
  readonly links: readonly Link[];
  readonly biography: PrintedText;
}

export interface StoryProps extends Sheet {
  readonly kind: "story";
  /** Section or kicker; linked. */
  readonly kicker: { readonly label: string; readonly url?: string };
  readonly section: Link;
  readonly genre?: GenreLabel;
  readonly headline: string;
  readonly standfirst?: string;
  /** "By Ana Ruiz and Ben Okri", in parts so that each name links; empty when nobody signs. */
  readonly byline: readonly BylinePart[];
  readonly published: Time;
  /** Present when it differs from `published`. */
  readonly updated?: Time;
  /** "4 min read"; absent for the shortest. */
  readonly readingTime?: string;
  readonly lead?: Figure;
  readonly dateline?: string;
  readonly text: PrintedText;
  /** Corrections and editor's notes: above the text. */
  readonly seriousNotes: readonly Note[];
  /** Clarifications and updates: below the text. */
  readonly minorNotes: readonly Note[];
  readonly topics: readonly Link[];
  readonly related: readonly Teaser[];
  /** The address in full, for print. */
  readonly printAddress: string;
}

export type BylinePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly name: string; readonly url?: string; readonly role?: string };

export interface Note {
  readonly kind: "correction" | "clarification" | "editors-note" | "update";
  /** "Correction". */
  readonly label: string;
  readonly date: Time;
  readonly text: string;
}

/** A text in reading order: runs of final HTML, and figures between them. */
export type PrintedText = readonly PrintedPart[];

export type PrintedPart =
  | { readonly kind: "html"; readonly html: SafeHtml }
  | { readonly kind: "figure"; readonly figure: Figure };

export interface PlainProps extends Sheet {
  readonly kind: "plain";
  readonly title: string;
  readonly text: PrintedText;
}

/** Where a story used to be: killed (with date and reason) or gone (with nothing). */
export interface NoticeProps extends Sheet {
  readonly kind: "notice";
  readonly title: string;
  readonly message: string;
  readonly note?: Note;
}

export interface NotFoundProps extends Sheet {
  readonly kind: "not-found";
  readonly title: string;
  readonly message: string;
  readonly latest: readonly Teaser[];
}
