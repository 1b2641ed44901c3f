// How a picture is written. CommonMark's image has no place for a credit, so this takes the place of
// its rule: `![alt](src "caption" name="value")`. Every scan ends at the next bracket or quote, so
// that no text can make it slow.

import type { StateInline, Token } from "markdown-it";
import { dropForbidden } from "../../source/forbidden-characters.ts";

/** A picture as written, nothing of it judged yet. All values are plain text. */
export interface WrittenPicture {
  readonly src: string;
  readonly alt: string;
  /** "" when there is none. */
  readonly caption: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The inline rule: makes a `picture` token, or `broken_picture` where one was begun and not finished. */
export function pictureSyntax(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith("![", pos)) return false;
  const altEnd = closingBracket(src, pos + 2, posMax);
  if (altEnd < 0 || src[altEnd + 1] !== "(") return false;
  const rest = readRest(state, altEnd + 2);
  if (silent) {
    state.pos = rest?.end ?? pos + 2;
    return true;
  }
  if (rest) {
    const alt = oneLine(state.md.utils.unescapeAll(src.slice(pos + 2, altEnd)));
    state.push("picture", "", 0).meta = { written: { ...rest.picture, alt } };
  } else {
    state.push("broken_picture", "", 0).content = "![";
  }
  state.pos = rest?.end ?? pos + 2;
  return true;
}

/** What a `picture` token was made from. */
export function writtenPictureOf(token: Token): WrittenPicture {
  return token.meta?.["written"] as WrittenPicture;
}

/** Where the description ends; it may hold brackets within brackets, but only one deep. */
function closingBracket(src: string, start: number, end: number): number {
  let depth = 1;
  for (let at = start; at < end; at++) {
    const character = src[at];
    if (character === "\\") at++;
    else if (character === "[" && ++depth > 2) return -1;
    else if (character === "]" && --depth === 0) return at;
  }
  return -1;
}

interface Rest {
  readonly picture: Omit<WrittenPicture, "alt">;
  /** Behind the closing bracket. */
  readonly end: number;
}

function readRest(state: StateInline, start: number): Rest | undefined {
  const { src, posMax } = state;
  const { parseLinkDestination, parseLinkTitle } = state.md.helpers;
  let at = skipSpace(src, start);
  const destination = parseLinkDestination(src, at, posMax);
  if (destination.ok) at = destination.pos;
  let caption: string | undefined;
  const attributes = new Map<string, string>();
  for (at = skipSpace(src, at); at < posMax && src[at] !== ")"; at = skipSpace(src, at)) {
    const name = attributeName(src, at);
    const value = parseLinkTitle(src, name === "" ? at : at + name.length + 1, posMax);
    const isSecond = name === "" ? caption !== undefined : attributes.has(name);
    if (!value.ok || isSecond) return undefined;
    at = value.pos;
    if (name === "") caption = oneLine(value.str);
    else attributes.set(name, oneLine(value.str));
  }
  if (at >= posMax) return undefined;
  const file = dropForbidden(destination.str).trim();
  return { picture: { src: file, caption: caption ?? "", attributes }, end: at + 1 };
}

const ATTRIBUTE = /[a-z][\w-]{0,30}(?==)/iy;

/** `credit` where `credit=` stands at this place, or "". */
function attributeName(src: string, at: number): string {
  ATTRIBUTE.lastIndex = at;
  return ATTRIBUTE.exec(src)?.[0] ?? "";
}

function skipSpace(src: string, at: number): number {
  while (src[at] === " " || src[at] === "\t" || src[at] === "\n") at++;
  return at;
}

function oneLine(words: string): string {
  return dropForbidden(words)
    .replace(/[ \t\n]+/g, " ")
    .trim();
}
