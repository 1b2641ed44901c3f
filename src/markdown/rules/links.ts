// Links: where they lead is settled here, before anything is printed. Another site's is marked as
// such, this site's keeps a slot, and what is not allowed loses its link but keeps its words.

import type { StateCore, Token } from "markdown-it";
import type { Position } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { readAddress, type Address, type InternalAddress } from "../address.ts";
import { dropForbidden } from "../../source/forbidden-characters.ts";
import { inlineBlocks, placesIn, type InlineBlock } from "../inline-blocks.ts";
import { linkSlot } from "../link-slots.ts";
import { readingOf, type Reading } from "../reading.ts";

/** Gives every link its final attributes; reports those that are not allowed. */
export function links(state: StateCore): void {
  const reading = readingOf(state.env);
  for (const block of inlineBlocks(state.tokens)) {
    if (block.children.some((child) => child.type === "link_open")) settleLinks(block, reading);
  }
}

function settleLinks(block: InlineBlock, reading: Reading): void {
  const placeIn = placesIn(block, reading);
  const open: Token[] = [];
  for (const [index, child] of block.children.entries()) {
    if (child.type === "link_open") {
      const next = block.children[index + 1];
      if (child.info === "auto") keepAsTyped(next);
      if (next?.type === "link_close") reportEmpty(child, placeIn, reading);
      settle(child, open.length > 0, placeIn, reading);
      open.push(child);
    } else if (child.type === "link_close") {
      closeLike(open.pop(), child);
    }
  }
}

/** An address that is its own text gets no typographic quotes. */
function keepAsTyped(text: Token | undefined): void {
  if (text?.type === "text") text.type = "text_special";
}

type PlaceOf = ReturnType<typeof placesIn>;

function reportEmpty(link: Token, placeIn: PlaceOf, reading: Reading): void {
  const written = String(link.attrGet("href") ?? "");
  reading.report(
    placeIn(link),
    `The link to ${quote(written)} has no words.`,
    "Write between the square brackets what the reader will find there: [words](address).",
  );
}

function settle(link: Token, isNested: boolean, placeIn: PlaceOf, reading: Reading): void {
  const written = String(link.attrGet("href") ?? "");
  const address = readAddress(written);
  if (isNested || isWordInBrackets(link, written, address)) return unlink(link);
  if (address.kind === "refused") {
    reading.report(placeIn(link), address.message, address.cure);
    return unlink(link);
  }
  const href =
    address.kind === "internal" ? takeSlot(address, placeIn(link), reading) : address.href;
  const title = link.attrGet("title");
  link.attrs = [["href", href]];
  if (title !== null) link.attrPush(["title", dropForbidden(String(title))]);
  if (address.kind !== "external") return;
  const rel = reading.isPaidFor ? "sponsored noopener" : "noopener";
  link.attrs.push(["rel", rel], ["class", "external"]);
}

function takeSlot(link: InternalAddress, { line, column }: Position, { links }: Reading): string {
  const { target, fragment } = link;
  links.push({ target, fragment, line, column });
  return linkSlot(links.length - 1);
}

/** `<note:this>` is a link to CommonMark; to a newspaper it is words, unless it names a place. */
function isWordInBrackets(link: Token, written: string, address: Address): boolean {
  return link.markup === "autolink" && address.kind === "refused" && !written.includes("://");
}

/** Takes a link off its words. The brackets around `<an:address>` are words as well. */
function unlink(link: Token): void {
  if (link.markup === "autolink") become(link, "<");
  else link.hidden = true;
}

function closeLike(open: Token | undefined, close: Token): void {
  if (open?.type === "text") become(close, ">");
  else if (open?.hidden) close.hidden = true;
}

function become(token: Token, words: string): void {
  token.type = "text";
  token.tag = "";
  token.nesting = 0;
  token.attrs = null;
  token.content = words;
}
