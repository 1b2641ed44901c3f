// What a PNG, an icon or a GIF says beside its pixels: the notes that cameras and telephones leave in
// pictures.

/**
 * Reads a whole file for such notes: true where one tells of a place, a device or a person, or cannot be
 * read. Undefined where pictures of this ending never have any.
 */
export function noteReaderFor(file: string): ((bytes: Buffer) => boolean) | undefined {
  return READERS.find(([ending]) => ending.test(file))?.[1];
}

const SIGNATURE = Buffer.from("\u0089PNG\r\n\u001A\n", "latin1");
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;

/** Text that programs write for themselves; what cameras know stands in these. */
const NOTES = /^(?:Raw profile type (?:exif|iptc|xmp|APP1|8bim)\0|XML:com\.adobe\.xmp\0)/i;
/** In a note that can be read, whatever file it stands in: a place, a serial number, a maker. */
export const PRIVATE = /GPS|SerialNumber|:(?:Make|Model|OwnerName|CameraOwnerName|Location|City)\b/;

/** An icon is a bundle of bitmaps and PNGs. */
function isPrivateIcon(icon: Buffer): boolean {
  for (let at = icon.indexOf(SIGNATURE); at !== -1; at = icon.indexOf(SIGNATURE, at + 1)) {
    if (isPrivatePng(icon.subarray(at))) return true;
  }
  return false;
}

function isPrivatePng(png: Buffer): boolean {
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "eXIf") return true;
    const text = png.toString("latin1", at + 8, at + 8 + length);
    if (/^[tzi][TE]Xt$/i.test(type) && isPrivate(text)) return true;
    at += FRAME_BYTES + length;
  }
  return false;
}

/** @param text keyword, NUL, and what is said, perhaps compressed */
function isPrivate(text: string): boolean {
  const [keyword = ""] = text.split("\0", 1);
  // Some programs make a text of each thing the camera knows: `exif:GPSLatitude`.
  if (PRIVATE.test(keyword)) return true;
  if (!NOTES.test(text)) return false;
  const isCompressed = !text.startsWith("XML:") || text.charCodeAt(text.indexOf("\0") + 1) === 1;
  return isCompressed || PRIVATE.test(text);
}

/** XMP stands in a GIF as it is written, behind a name of its own (XMP specification, part 3, 1.1.2). */
function isPrivateGif(gif: Buffer): boolean {
  const at = gif.indexOf("XMP DataXMP");
  return at !== -1 && PRIVATE.test(gif.toString("latin1", at));
}

const READERS: readonly (readonly [ending: RegExp, reader: (bytes: Buffer) => boolean])[] = [
  [/\.png$/i, isPrivatePng],
  [/\.ico$/i, isPrivateIcon],
  [/\.gif$/i, isPrivateGif],
];
