// What fits on a page of the text edition. The first answer of a server is some 14 KB before it waits
// for a sign of the reader (ten packets, RFC 6928): a page that is smaller is there at once, on the
// poorest line. Sizes are counted before anything is printed, and never too small.

import { withLineBreaks } from "../../markdown/line-breaks.ts";
import { escapeMarkup } from "../xml.ts";

/** Bytes of the largest page. */
export const LARGEST_TEXT_PAGE = 14 * 1024;

/** Bytes of addresses, and of words in the head of a page, as they are printed. */
export function sizeOf(...texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(escapeMarkup(text ?? "")), 0);
}

/** Bytes of words, with the places at which an endless one is broken. */
export function sizeOfWords(...texts: readonly (string | undefined)[]): number {
  return texts.reduce(
    (sum, text) => sum + Buffer.byteLength(withLineBreaks(escapeMarkup(text ?? ""))),
    0,
  );
}

/**
 * Items in their order, as many in each group as there is room for. One that fits nowhere is alone.
 *
 * @param taken what stands before the first item already
 */
export function fitted<Item>(
  items: readonly Item[],
  sizeOfItem: (item: Item) => number,
  room: number,
  taken = 0,
): readonly (readonly Item[])[] {
  const groups: Item[][] = [[]];
  let left = room - taken;
  let isFresh = taken === 0;
  for (const item of items) {
    const size = sizeOfItem(item);
    if (size > left && !isFresh) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)?.push(item);
    left -= size;
    isFresh = false;
  }
  return groups;
}

/** Words within so many bytes: whole, or as many of their characters as there is room for. */
export function shortened(words: string, room: number): string {
  if (sizeOfWords(words) <= room) return words;
  // No character takes less than a byte, and words may be of any length.
  const characters = Array.from(words.slice(0, 2 * room)).slice(0, room);
  const begin = (length: number) => characters.slice(0, length).join("").trimEnd();
  let [fits, over] = [0, characters.length + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (sizeOfWords(`${begin(middle)}…`) <= room) fits = middle;
    else over = middle;
  }
  return `${begin(fits)}…`;
}
