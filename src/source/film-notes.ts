// What a film or a recording says beside its pictures and sound: telephones write there where it was
// made, and with what. Of the boxes it consists of (ISO/IEC 14496-12, and QuickTime's format before it)
// only those that hold notes are taken into memory, since a film is larger than that.

import { readSync } from "node:fs";
import { PRIVATE } from "./camera-notes.ts";

/** Whether a file of this name consists of such boxes. */
export function isFilm(file: string): boolean {
  return /\.(?:mp4|m4v|m4a|mov)$/i.test(file);
}

/**
 * Whether a film tells of a place or a device, or has notes that cannot be read.
 * @param film opened for reading
 */
export function isPrivateFilm(film: number): boolean {
  const head = Buffer.alloc(LONGEST_HEAD);
  let at = 0;
  for (let met = 0; met < MOST_BOXES; met += 1) {
    const length = readSync(film, head, 0, LONGEST_HEAD, at);
    const box = boxAt(head.subarray(0, length), 0);
    if (!box) return false;
    if (NOTED.has(box.type)) {
      if (box.size > MOST_NOTES) return true;
      const notes = Buffer.alloc(box.size);
      readSync(film, notes, 0, box.size, at);
      if (isPrivate(notes)) return true;
    }
    at += box.size;
  }
  return true;
}

/** A size in 64 bits stands behind the type. */
const LONGEST_HEAD = 16;
/** A film in pieces has two boxes for every second or so. */
const MOST_BOXES = 100_000;
/** Where each picture of a film lies is among its notes: some 20 MB for ten hours. */
const MOST_NOTES = 64 * 1024 * 1024;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Boxes at the top in which notes stand; all others are pictures, sound and where to find them. */
const NOTED = words("moov meta udta uuid");
/** Boxes that consist of boxes, on the way to where notes may stand. */
const HOLDERS = words("moov trak mdia minf stbl udta meta ilst");
/**
 * A place, a maker, a model; what a sports camera has noted all along; a whole list of boxes,
 * compressed, as QuickTime once wrote them.
 */
const PRIVATE_BOXES = words("\u00A9xyz loci \u00A9mak \u00A9mod GPMF cmov");

/** Names of notes in QuickTime's list of them, in XMP, and of tracks that are notes throughout. */
const TELLING: Readonly<Record<string, RegExp>> = {
  keys: /\.(?:location|make|model)\b/,
  uuid: PRIVATE,
  XMP_: PRIVATE,
  stsd: /gpmd|camm|djmd|rtmd/,
};

interface Box {
  readonly type: string;
  /** In bytes, with its head. */
  readonly size: number;
  readonly head: number;
}

/** Undefined where no box begins. */
function boxAt(bytes: Buffer, at: number): Box | undefined {
  if (at + 8 > bytes.length) return undefined;
  const size = bytes.readUInt32BE(at);
  const type = bytes.toString("latin1", at + 4, at + 8);
  if (size >= 8) return { type, size, head: 8 };
  if (size !== 1 || at + LONGEST_HEAD > bytes.length) return undefined;
  const long = Number(bytes.readBigUInt64BE(at + 8));
  return long < LONGEST_HEAD ? undefined : { type, size: long, head: LONGEST_HEAD };
}

/** @param boxes one after the other */
function isPrivate(boxes: Buffer): boolean {
  let at = 0;
  for (let box = boxAt(boxes, 0); box; box = boxAt(boxes, at)) {
    const inside = boxes.subarray(at + box.head, at + box.size);
    if (PRIVATE_BOXES.has(box.type)) return true;
    if (TELLING[box.type]?.test(inside.toString("latin1"))) return true;
    if (HOLDERS.has(box.type) && isPrivate(boxesIn(box.type, inside))) return true;
    at += box.size;
  }
  return false;
}

/** In one of the two formats a version stands before the boxes of `meta`, the first of which is `hdlr`. */
function boxesIn(type: string, inside: Buffer): Buffer {
  const isVersioned = type === "meta" && inside.toString("latin1", 8, 12) === "hdlr";
  return isVersioned ? inside.subarray(4) : inside;
}
