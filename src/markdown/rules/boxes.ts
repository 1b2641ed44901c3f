// Boxes: a pull quote, a fact box or an embed between `::: name` and `:::`, at the top level of a text.
//
//   ::: factbox Five numbers
//   - One in four …
//   :::

import type { StateBlock } from "markdown-it";
import { nearest } from "../../problems/nearest.ts";
import { quote, quoteAll } from "../../problems/quote.ts";
import { readAddress } from "../address.ts";
import { placeOfLine, readingOf } from "../reading.ts";

/** The lines between the marks: from `start` up to, not including, `end`. */
interface Inside {
  readonly start: number;
  readonly end: number;
}

type PrintBox = (state: StateBlock, inside: Inside, title: string) => void;

const BOXES = new Map<string, PrintBox>([
  ["pullquote", pullQuote],
  ["factbox", factBox],
  ["embed", embed],
]);

/** The block rule. Inside lists, quotations and boxes a `:::` stays text, which `losses.ts` reports. */
export function boxes(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const mark = markOn(state, startLine);
  if (!mark || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (silent) return true;
  if (state.level > 0) return false;
  const end = mark.name === "" ? startLine + 1 : printBox(state, mark, startLine, endLine);
  if (mark.name === "") report(state, startLine, "This “:::” ends no box.", HOW);
  state.line = end;
  return true;
}

const HOW = "A box begins with a line such as “::: factbox Title” and ends with a line “:::”.";

/** Prints the box that begins on `startLine`; gives the line behind it. */
function printBox(state: StateBlock, mark: Mark, startLine: number, endLine: number): number {
  const { line, isClosed } = findEnd(state, startLine, endLine);
  if (!isClosed) report(state, startLine, `The box ${quote(mark.text)} has no end.`, HOW);
  const print = BOXES.get(mark.name) ?? unknownBox(state, startLine, mark);
  const oldLineMax = state.lineMax;
  state.lineMax = line;
  print(state, { start: startLine + 1, end: line }, mark.title);
  state.lineMax = oldLineMax;
  return isClosed ? line + 1 : line;
}

interface Mark {
  /** The whole line. */
  readonly text: string;
  /** "" on a line that ends a box. */
  readonly name: string;
  readonly title: string;
}

function markOn(state: StateBlock, line: number): Mark | undefined {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!state.src.startsWith(":::", start)) return undefined;
  const text = textOf(state, line);
  const [, name = "", title = ""] = /^:{3,}[ \t]*([^\s:]*)[ \t]*(.*)$/.exec(text) ?? [];
  return { text, name: name.toLowerCase(), title };
}

function textOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

/** A box ends at the next mark outside a code block; a mark that begins another box leaves it open. */
function findEnd(state: StateBlock, startLine: number, endLine: number) {
  let fence = "";
  for (let line = startLine + 1; line < endLine; line++) {
    const text = textOf(state, line);
    if (fence !== "") {
      if (text.startsWith(fence) && /^(?:`+|~+)$/.test(text)) fence = "";
      continue;
    }
    fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0] ?? "";
    const mark = fence === "" ? markOn(state, line) : undefined;
    if (mark) return { line, isClosed: mark.name === "" };
  }
  return { line: endLine, isClosed: false };
}

function unknownBox(state: StateBlock, line: number, mark: Mark): PrintBox {
  const near = nearest(mark.name, BOXES.keys());
  report(
    state,
    line,
    `There is no box called ${quote(mark.name)}.`,
    near === undefined
      ? `A box is one of ${quoteAll(["pullquote", "factbox", "embed"])}.`
      : `Did you mean ${quote(near)}?`,
  );
  return (_, inside) => state.md.block.tokenize(state, inside.start, inside.end);
}

/**
 * What another site shows, told in the newsroom's own words and led to by a link: nothing is asked of
 * that site before a reader goes there, so page, feeds and text edition need no versions of their own.
 */
function embed(state: StateBlock, inside: Inside, title: string): void {
  const [written = "", ...words] = title.split(/[ \t]+/);
  const address = readAddress(written);
  if (address.kind !== "external") {
    const told = address.kind === "refused" && written !== "" ? address : NO_EMBED;
    report(state, inside.start - 1, told.message, told.cure);
  }
  open(state, "embed", "figure", inside).attrSet("class", "embed");
  state.md.block.tokenize(state, inside.start, inside.end);
  const last = lastFilledLine(state, inside);
  if (last < inside.start || state.isEmpty(last)) report(state, inside.start - 1, ...EMPTY_EMBED);
  if (address.kind === "external") {
    const name = words.join(" ") || written.replace(/^https?:\/\//i, "");
    const target = address.href.replaceAll(/[<>\\]/g, encodeURIComponent);
    const caption = `[${asTyped(name)}](<${target}>)`;
    oneLiner(state, "embed_caption", "figcaption", caption, inside.start - 1);
  }
  state.push("embed_close", "figure", -1);
}

const NO_EMBED = {
  message: "An embed leads to a page of another site, and this one names none.",
  cure: "Write its address after the word: ::: embed https://example.org/film The film",
};

const EMPTY_EMBED = [
  "This embed says nothing of what is to be seen there.",
  "Tell it on the lines below, for readers who do not go there: who says or shows what.",
] as const;

/** Words without marks: whatever means something in Markdown is a character of its own. */
function asTyped(words: string): string {
  return words.replaceAll(/[!#-&(-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** A last line such as `— Ana Ruiz, harbour master` says whose words these are. */
const SPEAKER = /^(?:—|–|―|--)[ \t]*(\S.*)$/;

function pullQuote(state: StateBlock, inside: Inside, title: string): void {
  if (title !== "") {
    report(
      state,
      inside.start - 1,
      `A pull quote has no title, but this one says ${quote(title)}.`,
      "Write the words on the next line, and who said them on the last: — Name.",
    );
  }
  const last = lastFilledLine(state, inside);
  const speaker = last > inside.start ? SPEAKER.exec(textOf(state, last))?.[1] : undefined;
  open(state, "pullquote", "figure", inside).attrSet("class", "pullquote");
  open(state, "pullquote_words", "blockquote", inside);
  const end = speaker === undefined ? inside.end : last;
  state.lineMax = end;
  state.md.block.tokenize(state, inside.start, end);
  state.push("pullquote_words_close", "blockquote", -1);
  if (speaker !== undefined) oneLiner(state, "pullquote_speaker", "figcaption", speaker, last);
  state.push("pullquote_close", "figure", -1);
}

function lastFilledLine(state: StateBlock, { start, end }: Inside): number {
  let line = end - 1;
  while (line > start && state.isEmpty(line)) line--;
  return line;
}

/** The title is a heading, so that a screen reader finds the box; `headings.ts` ties the two together. */
function factBox(state: StateBlock, inside: Inside, title: string): void {
  open(state, "factbox", "aside", inside).attrSet("class", "factbox");
  if (title !== "") oneLiner(state, "factbox_title", "h2", title, inside.start - 1);
  state.md.block.tokenize(state, inside.start, inside.end);
  state.push("factbox_close", "aside", -1);
}

function open(state: StateBlock, type: string, tag: string, inside: Inside) {
  const token = state.push(`${type}_open`, tag, 1);
  token.map = [inside.start - 1, inside.end];
  return token;
}

function oneLiner(state: StateBlock, type: string, tag: string, words: string, line: number): void {
  const opener = state.push(`${type}_open`, tag, 1);
  opener.map = [line, line + 1];
  const inline = state.push("inline", "", 0);
  inline.map = [line, line + 1];
  inline.content = words;
  inline.children = [];
  state.push(`${type}_close`, tag, -1);
}

function report(state: StateBlock, line: number, message: string, cure: string): void {
  const reading = readingOf(state.env);
  reading.report(placeOfLine(reading, line), message, cure);
}
