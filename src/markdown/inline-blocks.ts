// The blocks of a text that hold running words, each with its place; most rules walk along these.

import type { Token } from "markdown-it";
import type { Position } from "../problems/problem.ts";
import type { Reading } from "./reading.ts";

/** A block with running words: a paragraph's, a heading's, a table cell's. */
export interface InlineBlock {
  readonly token: Token;
  readonly children: Token[];
  /** The block itself: `paragraph_open`, `th_open`. */
  readonly opener: Token | undefined;
  /** The line of the text on which it begins, counted from 0. */
  readonly line: number;
}

/** All blocks with running words, in reading order. */
export function inlineBlocks(tokens: readonly Token[]): readonly InlineBlock[] {
  const blocks: InlineBlock[] = [];
  let opener: Token | undefined;
  let line = 0;
  for (const token of tokens) {
    const { type, children, map } = token;
    // A table cell has no place of its own; its row, just before, has.
    if (map) line = map[0];
    if (type === "inline" && children) blocks.push({ token, children, opener, line });
    opener = token;
  }
  return blocks;
}

/**
 * Finds places inside a block. The parser takes indents and marks such as `> ` off a block's lines,
 * so each is looked up in the line of the text it came from.
 */
export function placesIn(block: InlineBlock, reading: Reading): (child: Token) => Position {
  const { content } = block.token;
  const starts = lineStarts(content);
  const margins = new Map<number, number>();
  return (child) => {
    const offset = reading.offsets.get(child) ?? 0;
    const row = lastAtOrBefore(starts, offset);
    const start = starts[row] ?? 0;
    let margin = margins.get(row);
    if (margin === undefined) {
      const text = content.slice(start, (starts[row + 1] ?? content.length + 1) - 1);
      margin = Math.max(reading.lineAt(block.line + row).indexOf(text), 0);
      margins.set(row, margin);
    }
    return reading.placeOf(block.line + row, margin + offset - start);
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
