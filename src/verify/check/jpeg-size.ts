// How large a JPEG really is, whatever a page says of it: read from the file itself, which is quicker
// than to decode the picture.

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size in pixels that stands in the frame header of a JPEG (ITU-T T.81, B.2.2).
 *
 * @returns undefined where `bytes` are no JPEG, or end before that header
 */
export function jpegSize(bytes: Buffer): PixelSize | undefined {
  if (bytes.length < 2 || bytes.readUInt16BE(0) !== START_OF_IMAGE) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

const START_OF_IMAGE = 0xffd8;

/** C4, C8 and CC stand among the frames and are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
