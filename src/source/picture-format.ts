// What a file is, by its first bytes. A name can lie, and a decoder must never be chosen by a lie:
// only five kinds are ever handed to one.

import type { PictureFile } from "./picture-file.ts";

/** The kind of picture these bytes begin like; undefined when it is none of ours. */
export function guessFormat(bytes: Buffer): PictureFile["format"] | undefined {
  const start = bytes.toString("latin1", 0, 64);
  if (start.startsWith("\u00FF\u00D8\u00FF")) return "jpeg";
  if (start.startsWith("\u0089PNG\r\n\u001A\n")) return "png";
  if (/^GIF8[79]a/.test(start)) return "gif";
  if (/^RIFF[^]{4}WEBP/.test(start)) return "webp";
  // The major brand of an ISO media file; some encoders write the general one and name AVIF after it.
  if (/^[^]{4}ftyp(?:avif|avis|mif1[^]*avif)/.test(start)) return "avif";
  return undefined;
}
