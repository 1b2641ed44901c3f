// Pictures: `![alt](photo.jpg "Caption" credit="Name / Agency")`, alone in a paragraph of its own.
// Their sizes and addresses are not known here, so each leaves the text as data.

import type { StateCore, Token } from "markdown-it";
import { nearest } from "../../problems/nearest.ts";
import { quote } from "../../problems/quote.ts";
import type { Position } from "../../problems/problem.ts";
import { isVisible } from "../../source/forbidden-characters.ts";
import { inlineBlocks, placesIn, type InlineBlock } from "../inline-blocks.ts";
import { readingOf, type Reading } from "../reading.ts";
import type { TextPicture } from "../story-text.ts";
import { writtenPictureOf, type WrittenPicture } from "./picture-syntax.ts";

const FORM = `![What can be seen](photo.jpg "Caption" credit="Name / Agency")`;

/** Turns each paragraph that is one picture into a `picture` block; reports all other pictures. */
export function pictures(state: StateCore): void {
  const reading = readingOf(state.env);
  const blocks = inlineBlocks(state.tokens).filter(({ children }) => children.some(isPicture));
  if (blocks.length === 0) return;
  const alone = new Map(blocks.flatMap((block) => pictureAlone(block, reading)));
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    const picture = alone.get(token);
    if (picture) return [picture];
    const isAround = [tokens[index - 1], tokens[index + 1]].some((near) => near && alone.has(near));
    return isAround && token.type.startsWith("paragraph_") ? [] : [token];
  });
}

/** The picture that a `picture` block of a text holds; undefined when it had a problem. */
export function pictureOf(token: Token): TextPicture | undefined {
  return token.meta?.["picture"] as TextPicture | undefined;
}

function isPicture(token: Token): boolean {
  return token.type === "picture" || token.type === "broken_picture";
}

/** The block with the picture token that replaces it, if it is that and nothing else. */
function pictureAlone(block: InlineBlock, reading: Reading): [Token, Token][] {
  const placeIn = placesIn(block, reading);
  const [first] = block.children;
  const isTopParagraph = block.opener?.type === "paragraph_open" && block.opener.level === 0;
  if (isTopParagraph && block.children.length === 1 && first?.type === "picture") {
    first.block = true;
    const picture = accept(writtenPictureOf(first), placeIn(first), reading);
    first.meta = picture ? { picture } : null;
    return [[block.token, first]];
  }
  for (const child of block.children.filter(isPicture)) reportMisplaced(child, placeIn, reading);
  return [];
}

/** Reports a picture among words, and leaves its own words in its place. */
function reportMisplaced(child: Token, placeIn: (child: Token) => Position, reading: Reading) {
  if (child.type === "broken_picture") {
    reading.report(
      placeIn(child),
      "This picture is not written in a way that can be read.",
      `Write it as ${FORM}, with straight quotes; a file name with spaces stands between < and >.`,
    );
  } else {
    const { src, alt } = writtenPictureOf(child);
    child.content = alt;
    reading.report(
      placeIn(child),
      `The picture ${quote(src)} does not stand alone.`,
      "Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes.",
    );
  }
  child.type = "text";
}

/** The picture with all it may not go without, or undefined and a problem for each thing missing. */
function accept(
  written: WrittenPicture,
  place: Position,
  reading: Reading,
): TextPicture | undefined {
  const { src, alt, caption } = written;
  const mistakes = [...mistakesIn(written)];
  for (const [message, cure] of mistakes) reading.report(place, message, cure);
  const credit = written.attributes.get("credit");
  if (mistakes.length > 0 || credit === undefined) return undefined;
  const { line, column } = place;
  return { src, alt, ...(caption !== "" && { caption }), credit, line, column };
}

function* mistakesIn(picture: WrittenPicture): Generator<[message: string, cure: string]> {
  const { src, alt, attributes } = picture;
  const name = quote(src);
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(src)) {
    yield [
      `The picture ${name} does not lie in the content folder.`,
      "Save the picture beside the story and write its file name: a page loads nothing from elsewhere.",
    ];
  }
  if (src === "") yield ["This picture names no file.", `Write it as ${FORM}.`];
  if (!isVisible(alt)) {
    yield [
      `The picture ${name} has no description for those who cannot see it.`,
      "Say between the square brackets what can be seen: ![Two ministers shake hands](…).",
    ];
  }
  for (const attribute of attributes.keys()) {
    if (attribute !== "credit") yield unknownAttribute(attribute, name);
  }
  if (!isVisible(attributes.get("credit") ?? "") && ![...attributes.keys()].some(isNearCredit)) {
    yield [
      `The picture ${name} has no credit.`,
      `Say who made it and whose it is, after the caption: ${FORM}.`,
    ];
  }
}

function unknownAttribute(attribute: string, name: string): [message: string, cure: string] {
  return [
    `${quote(attribute)} is not something the picture ${name} can say about itself.`,
    isNearCredit(attribute) ? "Did you mean “credit”?" : `Write it as ${FORM}.`,
  ];
}

function isNearCredit(attribute: string): boolean {
  return nearest(attribute, ["credit"]) !== undefined && attribute !== "credit";
}
