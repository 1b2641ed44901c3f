// A text as the paper knows it before anything is printed: what it says in brief and what it refers
// to. Its HTML is made when a page asks for it, since most pages of a build are not printed.

import { hash } from "node:crypto";
import { isVisible } from "../source/forbidden-characters.ts";
import { leavesOf, sizeOfHtml } from "./leaves.ts";
import type { SafeHtml } from "./safe-html.ts";
import type { StoryText, TextLink, TextPart, TextPicture } from "./story-text.ts";

export interface KnownText {
  readonly facts: TextFacts;
  /** Made when it is asked for. */
  readonly printable: () => PrintableText;
  /** All its words and the addresses of embeds, blocks parted by blank lines; read again each time. */
  readonly plain: () => string;
}

/** What is printed of a text. Plain data. */
export interface PrintableText {
  readonly parts: readonly TextPart[];
  /** The first words of the readable text, enough for any description. */
  readonly opening: string;
}

/** A text of which something is known already. */
export interface KeptText {
  readonly facts: TextFacts;
  /** Where it was read in this very build. */
  readonly sealed?: SealedText;
}

/**
 * What is printed of a text, put away until then: its HTML in bytes (UTF-16, which is what the engine
 * works with itself), since they lie where it need not look them over. Plain data.
 */
export interface SealedText {
  readonly parts: readonly SealedPart[];
  readonly opening: string;
}

type SealedPart =
  | { readonly kind: "html"; readonly bytes: Uint8Array<ArrayBuffer> }
  | Extract<TextPart, { kind: "picture" }>;

/** What can be kept of a text from build to build: plain data, whatever its length. */
export interface TextFacts {
  /** The language it was read in (BCP 47). */
  readonly language: string;
  /** SHA-256 of the text for printing, hexadecimal. */
  readonly hash: string;
  readonly isEmpty: boolean;
  readonly words: number;
  readonly links: readonly TextLink[];
  readonly pictures: readonly TextPicture[];
  /** The size of each of its leaves, see `leaves.ts`. */
  readonly leaves: readonly number[];
}

/** Characters: twice what the longest description shows. */
const OPENING_LENGTH = 400;

/** The facts of a text that was read in `language`. */
export function factsOf(text: StoryText, language: string): TextFacts {
  const { parts, plain, words, links } = text;
  return {
    language,
    hash: hashOfParts(parts),
    isEmpty: !isVisible(plain),
    words,
    links,
    pictures: parts.flatMap((part) => (part.kind === "picture" ? [part.picture] : [])),
    leaves: leavesOf(parts).map(sizeOfHtml),
  };
}

export function printableOf({ parts, plain }: StoryText): PrintableText {
  return { parts, opening: plain.slice(0, OPENING_LENGTH) };
}

export function sealText({ parts, opening }: PrintableText): SealedText {
  const sealed = parts.map((part): SealedPart =>
    part.kind === "html" ? { kind: "html", bytes: bytesOf(part.html) } : part,
  );
  return { parts: sealed, opening };
}

/** Its parts are opened when they are asked for; ask once. */
export function unsealText({ parts, opening }: SealedText): PrintableText {
  return {
    opening,
    get parts() {
      return parts.map(opened);
    },
  };
}

/** Where its bytes lie: whoever gives these away gives it away with them. */
export function placesOf({ parts }: SealedText): readonly ArrayBuffer[] {
  return parts.flatMap((part) => (part.kind === "html" ? [part.bytes.buffer] : []));
}

/** What was safe when it was sealed is safe. */
function opened(part: SealedPart): TextPart {
  if (part.kind === "picture") return part;
  return { kind: "html", html: textOf(part.bytes) as SafeHtml };
}

/** In a place of their own, since whoever gives them to another thread gives the whole place. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, "utf16le");
  return bytes;
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf16le");
}

/**
 * Stands for a text for printing: equal texts, and no others, have equal hashes. Each part begins with
 * a character that none can hold.
 */
export function hashOfParts(parts: readonly TextPart[]): string {
  const marked = parts.map((part) =>
    part.kind === "html" ? `\u0002${part.html}` : `\u0003${JSON.stringify(part.picture)}`,
  );
  return hash("sha256", marked.join(""));
}
