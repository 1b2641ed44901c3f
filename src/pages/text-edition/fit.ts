// What fits on a page of the text edition. The first answer of a server is some 14 KB before it waits
// for a sign of the reader (ten packets, RFC 6928): a page that is smaller is there at once, on the
// poorest line. Sizes are counted before anything is printed, and never too small.

import { escapeMarkup } from "../xml.ts";

/** Bytes of the largest page. */
export const LARGEST_TEXT_PAGE = 14 * 1024;

/** Bytes of words as they are printed. */
export function sizeOf(...words: readonly (string | undefined)[]): number {
  return words.reduce((sum, one) => sum + Buffer.byteLength(escapeMarkup(one ?? "")), 0);
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
  if (sizeOf(words) <= room) return words;
  let left = room - sizeOf("…");
  let end = 0;
  for (const character of words) {
    left -= sizeOf(character);
    if (left < 0) break;
    end += character.length;
  }
  return `${words.slice(0, end).trimEnd()}…`;
}
