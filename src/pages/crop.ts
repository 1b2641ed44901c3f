// Cutting a picture to a shape around its focus, as arithmetic: the largest part of that shape which
// keeps the focus as near its middle as the edges allow.

/** A part of a picture, in pixels of the source after rotation. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A point as fractions of width and height from the top left. */
export type Focus = readonly [x: number, y: number];

/** The largest part of `source` whose width is `ratio` times its height, around `focus`. */
export function cropTo(source: Extent, ratio: number, focus: Focus): Crop {
  const isTooWide = source.width / source.height > ratio;
  const width = isTooWide ? atLeastOne(source.height * ratio) : source.width;
  const height = isTooWide ? source.height : atLeastOne(source.width / ratio);
  return {
    left: offset(source.width, Math.min(width, source.width), focus[0]),
    top: offset(source.height, Math.min(height, source.height), focus[1]),
    width: Math.min(width, source.width),
    height: Math.min(height, source.height),
  };
}

/** The size of `crop` at `width` pixels; never larger than the crop itself. */
export function scaleTo(crop: Extent, width: number): Extent {
  const scale = Math.min(1, width / crop.width);
  return {
    width: atLeastOne(crop.width * scale),
    height: atLeastOne(crop.height * scale),
  };
}

function offset(whole: number, part: number, focus: number): number {
  return Math.min(Math.max(0, Math.round(whole * focus - part / 2)), whole - part);
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
