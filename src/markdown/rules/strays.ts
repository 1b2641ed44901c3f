// Marks that were meant to do something and would be printed as they stand: a box where no box can
// be, a footnote mark without its note, a link that cannot be read.

import type { StateCore, Token } from "markdown-it";
import { quote } from "../../problems/quote.ts";
import { inlineBlocks, type InlineBlock } from "../inline-blocks.ts";
import { readingOf, type Reading } from "../reading.ts";

interface Stray {
  /** As it stands in the text. */
  readonly mark: string;
  readonly message: string;
  readonly cure: string;
}

/** Reports all strays. Escaped marks are other tokens at this point, so `\\[^1]` is none. */
export function strays(state: StateCore): void {
  const reading = readingOf(state.env);
  for (const block of inlineBlocks(state.tokens)) {
    if (/:::|\[\^|\]\(/.test(block.token.content)) reportStrays(block, reading);
  }
}

function reportStrays({ children, line }: InlineBlock, reading: Reading): void {
  let row = line;
  for (const [index, child] of children.entries()) {
    if (child.type === "softbreak" || child.type === "hardbreak") row++;
    if (child.type !== "text") continue;
    const isFirst = index === 0 || children[index - 1]?.content === "";
    for (const { mark, message, cure } of straysIn(child, isFirst, children[index + 1])) {
      const column = Math.max(reading.lineAt(row).indexOf(mark), 0);
      reading.report(reading.placeOf(row, column), message, cure);
    }
  }
}

function* straysIn(
  { content }: Token,
  isFirst: boolean,
  next: Token | undefined,
): Generator<Stray> {
  if (isFirst && content.startsWith(":::")) yield strayBox(content);
  const mark = /\[\^[\p{L}\p{N}_-]+\]/u.exec(content)?.[0];
  if (mark !== undefined) yield strayFootnote(mark);
  const address = /\]\(((?:https?:|\.{0,2}\/)[^()\n]*)\)/.exec(content)?.[1];
  if (address !== undefined) yield strayLink(address);
  if (content.endsWith("](") && next?.markup === "linkify") {
    yield strayLink(String(next.attrGet("href")));
  }
}

function strayBox(mark: string): Stray {
  return {
    mark,
    message: "A box cannot stand inside a list, a quotation, a footnote or another box.",
    cure: "Move the “:::” lines to the start of a line, outside of all other marks.",
  };
}

function strayFootnote(mark: string): Stray {
  return {
    mark,
    message: `There is no footnote for the mark ${quote(mark)}.`,
    cure: `Add a line ${quote(`${mark}: the note`)} to the end of the text.`,
  };
}

function strayLink(address: string): Stray {
  return {
    mark: `](${address}`,
    message: `The link to ${quote(address)} cannot be read.`,
    cure: "Write it as [words](address), without links or footnotes among the words; an address with spaces stands between < and >.",
  };
}
