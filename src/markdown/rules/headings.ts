// Headings: the story's headline is the page's `h1`, so `#` in the text prints as `h2` and so on
// down to `h6`. Each gets an id made from its words, for links to a part of a story.

import type { StateCore, Token } from "markdown-it";
import { inlineText } from "../plain-text.ts";
import { readingOf, type Reading } from "../reading.ts";

/** Lowers and names all headings; a `#` without words is not a heading but a `#`. */
export function headings(state: StateCore): void {
  const reading = readingOf(state.env);
  for (const [index, token] of state.tokens.entries()) {
    const words = state.tokens[index + 1];
    if (token.type === "heading_open") {
      const close = state.tokens[index + 2];
      if (words && close) setHeading(token, words, close, reading);
    } else if (token.type === "factbox_title_open" && words) {
      token.attrSet("class", "factbox-title");
      token.attrSet("id", idFor(inlineText(words), reading));
      state.tokens[index - 1]?.attrSet("aria-labelledby", String(token.attrGet("id")));
    }
  }
}

function setHeading(open: Token, words: Token, close: Token, reading: Reading): void {
  const text = inlineText(words);
  if (text.trim() === "" && words.children?.length === 0) return setAsParagraph(open, words, close);
  const level = Math.min(Number(open.tag.slice(1)) + 1, 6);
  open.tag = close.tag = `h${level}`;
  open.attrSet("id", idFor(text, reading));
}

function setAsParagraph(open: Token, words: Token, close: Token): void {
  open.tag = close.tag = "p";
  open.type = "paragraph_open";
  close.type = "paragraph_close";
  const mark = new (open.constructor as new (...parts: [string, string, 0]) => Token)(
    "text",
    "",
    0,
  );
  mark.content = open.markup;
  words.children = [mark];
}

/**
 * An id that no other part of this text has: the letters and digits of the words, in NFC and lower
 * case, joined by hyphens, apostrophes left out. Letters of every script stay, so that the address can be read.
 */
function idFor(words: string, { ids }: Reading): string {
  const name = words
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/(?<=\p{L})[’'](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const base = name === "" ? "section" : name;
  let number = ids.get(base) ?? 1;
  let id = base;
  for (; ids.has(id); number++) id = `${base}-${number + 1}`;
  ids.set(base, number).set(id, ids.get(id) ?? 1);
  return id;
}
