// Bytes to text: UTF-8 and nothing else. What is not UTF-8 is refused with the place of the first bad
// byte, because a guess would print rubbish (an é that turns into Ã©) without a word.

import { isUtf8 } from "node:buffer";
import { position, type Place } from "../problems/problem.ts";
import { unifyLineEnds } from "./forbidden-characters.ts";

/** Text with LF line ends and no byte order mark, or the reason why there is none. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly cure: string;
      readonly place?: Place;
    };

const SAVE_AS_UTF8 = "Open it in your editor and save it again with the encoding UTF-8.";

/** Decodes the bytes of a whole file. CRLF and CR become LF; a leading byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const message = `The file is written in ${mark[1]}; the press reads UTF-8 only.`;
    return { kind: "fault", message, cure: SAVE_AS_UTF8 };
  }
  const bad = firstBadByte(bytes);
  if (bad !== undefined) return { kind: "fault", ...badByte(bytes, bad), cure: SAVE_AS_UTF8 };
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { kind: "fault", ...nulByte(bytes, nul) };
  return { kind: "text", text: decodeLoosely(bytes) };
}

/** The same, with `�` for every bad byte: only good enough to show a line to its writer. */
export function decodeLoosely(bytes: Uint8Array): string {
  return unifyLineEnds(UTF8.decode(bytes));
}

const UTF8 = new TextDecoder();

/** Byte order marks of other encodings. UTF-32 first: its little-endian mark begins like UTF-16's. */
const MARKS = [
  [[0xff, 0xfe, 0x00, 0x00], "UTF-32 (little-endian)"],
  [[0x00, 0x00, 0xfe, 0xff], "UTF-32 (big-endian)"],
  [[0xff, 0xfe], "UTF-16 (little-endian)"],
  [[0xfe, 0xff], "UTF-16 (big-endian)"],
] as const;

/** Well-formed sequences: first byte from–to, range of the second byte, length (Unicode, table 3-7). */
const SEQUENCES = [
  [0x00, 0x7f, 0x00, 0x00, 1],
  [0xc2, 0xdf, 0x80, 0xbf, 2],
  [0xe0, 0xe0, 0xa0, 0xbf, 3],
  [0xe1, 0xec, 0x80, 0xbf, 3],
  [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3],
  [0xf0, 0xf0, 0x90, 0xbf, 4],
  [0xf1, 0xf3, 0x80, 0xbf, 4],
  [0xf4, 0xf4, 0x80, 0x8f, 4],
] as const;

/** Offset of the first byte of the first sequence that is not UTF-8. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return undefined;
}

/** Length of the well-formed sequence that begins at `offset`; 0 when none does. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  const sequence = SEQUENCES.find(([from, to]) => lead >= from && lead <= to);
  if (!sequence) return 0;
  const [, , low, high, length] = sequence;
  for (let index = 1; index < length; index++) {
    const byte = bytes[offset + index];
    const [from, to] = index === 1 ? [low, high] : [0x80, 0xbf];
    if (byte === undefined || byte < from || byte > to) return 0;
  }
  return length;
}

function badByte(bytes: Uint8Array, offset: number) {
  const byte = bytes[offset] ?? 0;
  const hex = byte.toString(16).toUpperCase().padStart(2, "0");
  const latin = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
  const guess = byte >= 0xa0 ? `; in Latin-1 it would be “${latin}”` : "";
  return {
    message: `The file is not UTF-8: the byte at offset ${offset} (0x${hex}${guess}) cannot stand there.`,
    place: placeOf(bytes, offset),
  };
}

function nulByte(bytes: Uint8Array, offset: number) {
  return {
    message: `There is a NUL character at byte offset ${offset}, which no text can hold.`,
    cure: "If the file should be text, it may be UTF-16: save it again with the encoding UTF-8.",
    place: placeOf(bytes, offset),
  };
}

function placeOf(bytes: Uint8Array, offset: number): Place {
  const lines = decodeLoosely(bytes.subarray(0, offset)).split("\n");
  return position(lines.length, (lines.at(-1) ?? "").length + 1);
}
