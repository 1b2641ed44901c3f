// What the pages of the text edition are made of. They have no sheet: they are to be small.

import type { SafeHtml } from "../markdown/safe-html.ts";
import type { Direction, Link, Note, Reporting, LabelledName, Time } from "./page-parts.ts";

/** What every page has around its matter. */
export interface TextSheet {
  readonly language: string;
  readonly direction: Direction;
  /** For `<title>`, finished. */
  readonly documentTitle: string;
  /** The whole page that this one stands for. */
  readonly canonical: string;
  /** Kept out of search engines. */
  readonly noindex: boolean;
  /** The paper's name, leading to the front of the text edition; "Text edition" beside it. */
  readonly paper: TextLink;
  readonly edition: string;
  /** Where to go on: further pages, the section, the page with pictures. */
  readonly onward: readonly TextLink[];
}

/** A link, and its language where that is not the page's. */
export interface TextLink extends Link {
  readonly language?: string;
  readonly direction?: Direction;
}

/** The front of the text edition, or one of its sections. */
export interface TextListProps extends TextSheet {
  readonly kind: "text-list";
  readonly title: string;
  /** The date on the front, or which of the numbered older pages this is. */
  readonly subtitle?: string;
  readonly stories: readonly TextTeaser[];
  readonly sections: readonly Link[];
  /** Above the sections. */
  readonly sectionsLabel: string;
}

export interface TextTeaser extends TextLink {
  /** "Analysis", "Sponsored", "Draft". */
  readonly labels: readonly string[];
  readonly published: Time;
}

/** A story of the text edition, or one page of a long one. */
export interface TextStoryProps extends TextSheet {
  readonly kind: "text-story";
  readonly headline: string;
  /** "Page 2 of 3"; absent where there is one page. */
  readonly pageLabel?: string;
  /** On the first page only. */
  readonly opening?: TextOpening;
  readonly pieces: readonly TextPiece[];
}

export interface TextOpening {
  readonly labels: readonly string[];
  readonly sponsor?: LabelledName;
  readonly standfirst?: string;
  /** Empty where nobody signs. */
  readonly byline: string;
  readonly dates: readonly { readonly label: string; readonly time: Time }[];
}

export type TextPiece =
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "dateline"; readonly dateline: string }
  | { readonly kind: "reporting"; readonly reporting: Reporting }
  | { readonly kind: "html"; readonly html: SafeHtml };
