// What the Markdown of a story or page turns into. The addresses of other stories and the sizes of
// pictures are not known in this room: links keep a numbered slot in the HTML (`link-slots.ts`), and
// pictures stand between runs of HTML as data. Everything else is final.

import type { SafeHtml } from "./safe-html.ts";

/** The text of a story, read once: for printing, as plain text, and counted. */
export interface StoryText {
  /** In reading order. Pictures only stand at the top level of a text, so each run is balanced. */
  readonly parts: readonly TextPart[];
  /** The readable text: blocks separated by blank lines; no markup, no captions. */
  readonly plain: string;
  /** The same where nothing can be pressed: each embed with its address. */
  readonly plainWithAddresses: string;
  /** Words as `Intl.Segmenter` counts them in the story's language. */
  readonly words: number;
  /** Links that stay on the site, in order: link slot n is the n-th entry. */
  readonly links: readonly TextLink[];
}

export type TextPart =
  | { readonly kind: "html"; readonly html: SafeHtml }
  | { readonly kind: "picture"; readonly picture: TextPicture };

/** A link that stays on the site: `../05/storm.md#anchor` or `/2026/05/01/storm/`. */
export interface TextLink {
  /** As written, without its `#fragment`; never empty (a bare `#fragment` needs no resolving). */
  readonly target: string;
  /** The fragment with its `#`, or "". */
  readonly fragment: string;
  /** Line and column in the file, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** A picture in the text: `![alt](photo.jpg "Caption" credit="Name / Agency")`. */
export interface TextPicture {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit: string;
  readonly line: number;
  readonly column: number;
}
