// A derivative: one picture file of the site, made from one picture of the newsroom. Its address is
// a hash of everything that decides its bytes, so servers and readers may keep it for ever.

import { createHash } from "node:crypto";
import type { Picture } from "../news/newspaper.ts";
import type { PictureFile } from "../source/picture-file.ts";
import type { Crop, Extent } from "./crop.ts";
import { ENCODER_EDITION, encoderFor, type PictureFormat } from "./picture-settings.ts";

/** A picture file to be made: where from, how, and what is written into it. Plain data. */
export interface Derivative {
  /** The file in the output: `pictures/4f1c….-720.avif`. */
  readonly output: string;
  /** The picture it is made from, relative to the content folder. */
  readonly source: string;
  /** SHA-256 of that picture, hexadecimal. */
  readonly sourceHash: string;
  readonly format: PictureFormat;
  /** Pixels of the derivative. */
  readonly width: number;
  readonly height: number;
  /** The part of the source that is shown; absent for all of it. */
  readonly crop?: Crop;
  readonly rights: Rights;
}

/** What is kept inside the file when everything else its maker's camera wrote is dropped. */
export interface Rights {
  readonly credit?: string;
  readonly creator?: string;
  readonly copyright?: string;
}

/** A picture with what is known about how to cut it and whom to name. */
export interface PictureToPrint {
  readonly file: PictureFile;
  readonly focus?: Picture["focus"];
  readonly credit?: string;
}

/** Plans one derivative of `picture`. */
export function planDerivative(
  picture: PictureToPrint,
  crop: Crop,
  size: Extent,
  format: PictureFormat,
): Derivative {
  const { file } = picture;
  const isWhole = crop.width === file.width && crop.height === file.height;
  const recipe: Recipe = {
    sourceHash: file.hash,
    format,
    width: size.width,
    height: size.height,
    ...(!isWhole && { crop }),
    rights: rightsOf(picture),
  };
  const output = `pictures/${nameOf(recipe)}.${EXTENSIONS[format]}`;
  return { output, source: file.file, ...recipe };
}

const EXTENSIONS = { avif: "avif", webp: "webp", jpeg: "jpg" } as const;

function rightsOf({ file, credit }: PictureToPrint): Rights {
  return {
    ...(credit !== undefined && { credit }),
    ...(file.creator !== undefined && { creator: file.creator }),
    ...(file.copyright !== undefined && { copyright: file.copyright }),
  };
}

/** All that decides the bytes. The source's own name does not: the same picture twice is one file. */
type Recipe = Omit<Derivative, "output" | "source">;

function nameOf(recipe: Recipe): string {
  const all = JSON.stringify([recipe, encoderFor(recipe.format, recipe.width), ENCODER_EDITION]);
  const hash = createHash("sha256").update(all).digest("hex").slice(0, 20);
  return `${hash}-${recipe.width}`;
}
