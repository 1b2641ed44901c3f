// What a recording says beside its sound, in the formats that have no list of boxes (`film-notes.ts`
// reads those): programs that turn a telephone's film into one of these carry the place over as a
// note. Each format has notes of a form of its own, all of them words that can be looked for.

import { fstatSync, readSync } from "node:fs";

/** Whether a file of this name is such a recording, with pictures or without. */
export function isRecording(file: string): boolean {
  return /\.(?:mp3|aac|wav|flac|og[ga]|opus|webm)$/i.test(file);
}

/**
 * Whether a recording tells of a place, or of what its pictures were made with. Notes stand before the
 * sound or behind it, so its middle is not looked at.
 * @param recording opened for reading
 */
export function isPrivateRecording(recording: number): boolean {
  const { size } = fstatSync(recording);
  return [0, Math.max(END_BYTES, size - END_BYTES)].some((at) => tells(pieceAt(recording, at)));
}

/** Room for a picture of the cover beside the notes. */
const END_BYTES = 2 * 1024 * 1024;

function pieceAt(recording: number, at: number): string {
  const piece = Buffer.alloc(END_BYTES);
  const length = readSync(recording, piece, 0, END_BYTES, at);
  return piece.toString("latin1", 0, length);
}

/** Every other byte of UTF-16, in which MP3 may have its notes, is a NUL where the other is ASCII. */
function tells(piece: string): boolean {
  const words = piece.replaceAll("\0", "");
  return (
    PLACE_OF_COVER.some((entry) => piece.includes(entry)) || NOTES.some((note) => note.test(words))
  );
}

/** The entry of EXIF that leads to the place (tag 0x8825: one LONG), big end first or last. */
const PLACE_OF_COVER = ["\u0088\u0025\0\u0004\0\0\0\u0001", "\u0025\u0088\u0004\0\u0001\0\0\0"];

/** Long enough that no hour of sound holds them by chance. */
const NOTES: readonly RegExp[] = [
  // FLAC, Ogg and Opus: `LOCATION=Tokyo`.
  /(?:location|latitude|longitude|ISO6709)=\S/i,
  // MP3 and AAC: a note under a name of the program's own.
  /TXXX?[^]{0,12}[\w. -]{0,40}(?:location|latitude|longitude|gps)/i,
  // WebM: the name of a note.
  /\x45\xA3[\x81-\xBF][\w.-]{0,40}(?:location|latitude|longitude|gps|make|model)/i,
  // WAV of a recorder (iXML).
  /<LOCATION_(?:NAME|GPS|ALTITUDE)>\s*[^\s<]/,
  // XMP, in any of them.
  /exif:GPS|xmpDM:shotLocation|:(?:Body|Lens)?SerialNumber\b|tiff:(?:Make|Model)\b/,
  // A place as telephones write it (ISO 6709), whatever it stands under.
  /[+-]\d\d\.\d{3,}[+-]\d{3}\.\d{3,}/,
];
