// How pictures are cut and encoded: widths, shapes and qualities, as plain data in one place. The
// planner (`pictures.ts`) writes all of it into each picture's address, the encoder in `render/`
// obeys it: whoever turns a screw here gets new addresses, and never old bytes under a known name.

/** The formats a browser chooses from, best first; JPEG is for everything else. */
export type PictureFormat = "avif" | "webp" | "jpeg";

/**
 * The encoder's options for a picture of `width` pixels. AVIF at effort 1 is a fifth smaller than at
 * 0 and three times slower, beyond that only slower; the largest width is not worth even that.
 * Qualities are chosen by eye at twice the density of a screen.
 */
export function encoderFor(format: PictureFormat, width: number) {
  const options = {
    avif: { quality: 48, effort: width > 1200 ? 0 : 1, chromaSubsampling: "4:2:0" },
    webp: { quality: 74, effort: 2 },
    jpeg: { quality: 76, progressive: true },
  };
  return options[format];
}

/** Raise this when the encoder itself changes (its version, the way it crops or converts). */
export const ENCODER_EDITION = "sharp 0.35.5, 1";

/** Width divided by height. */
export type Ratio = number;

/** How one place on a page uses a picture. */
export interface PictureRole {
  /** The shape it is cut to, or the widest and tallest shape it may keep. */
  readonly shape:
    | { readonly kind: "cut"; readonly ratio: Ratio }
    | { readonly kind: "natural"; readonly tallest: Ratio; readonly widest: Ratio };
  /** Pixels; those wider than the source are left out. */
  readonly widths: readonly number[];
  /** One JPEG for the few browsers that know neither AVIF nor WebP. */
  readonly fallbackWidth: number;
  /**
   * How wide the layout shows it, for `sizes`. Where the browser waits with a picture (`lazy`), it
   * may measure the place itself (`auto`: HTML, 4.8.4.2.2); the rest is for those that cannot.
   */
  readonly sizes: string;
  readonly loading: "eager" | "lazy";
}

/** The widths are shared between roles, so that a 3:2 photograph is encoded once for all of them. */
export const PICTURE_ROLES = {
  lead: {
    shape: { kind: "natural", tallest: 4 / 5, widest: 3 },
    widths: [480, 720, 1200, 1600],
    fallbackWidth: 1200,
    sizes: "(min-width: 66rem) 50rem, (min-width: 44rem) 39rem, calc(100vw - 2rem)",
    loading: "eager",
  },
  text: {
    shape: { kind: "natural", tallest: 1 / 3, widest: 6 },
    widths: [480, 720, 1200],
    fallbackWidth: 720,
    sizes: "auto, (min-width: 44rem) 39rem, calc(100vw - 2rem)",
    loading: "lazy",
  },
  "front-lead": {
    shape: { kind: "cut", ratio: 3 / 2 },
    widths: [480, 720, 1200, 1600],
    fallbackWidth: 1200,
    sizes: "(min-width: 84rem) 52rem, (min-width: 62rem) 62vw, calc(100vw - 2rem)",
    loading: "eager",
  },
  "list-lead": {
    shape: { kind: "cut", ratio: 3 / 2 },
    widths: [320, 480, 720, 1200],
    fallbackWidth: 480,
    sizes: "(min-width: 62rem) 37rem, calc(100vw - 2rem)",
    loading: "eager",
  },
  teaser: {
    shape: { kind: "cut", ratio: 3 / 2 },
    widths: [320, 480, 720, 1200],
    fallbackWidth: 480,
    sizes: "auto, (min-width: 62rem) 25rem, (min-width: 44rem) 46vw, calc(100vw - 2rem)",
    loading: "lazy",
  },
  portrait: {
    shape: { kind: "cut", ratio: 1 },
    widths: [128, 256],
    fallbackWidth: 128,
    sizes: "auto, 8rem",
    loading: "lazy",
  },
} as const satisfies Record<string, PictureRole>;

/** The shapes search engines ask for, at 1,200 pixels where the source allows. */
export const MACHINE_RATIOS: readonly Ratio[] = [16 / 9, 4 / 3, 1];
export const MACHINE_WIDTH = 1200;

/** Search engines disregard pictures of a smaller area. */
export const LEAST_MACHINE_AREA = 50_000;

/** What every social network shows whole. */
export const SHARE = { width: 1200, height: 630 } as const;
