// Plans the pictures of the pages: which sizes of which part of which picture a reader, a social
// network or a search engine is offered. Nothing is opened here; `render/encode-pictures.ts` makes
// the planned files.

import type { Picture, Site } from "../news/newspaper.ts";
import { type Crop, cropTo, scaleTo } from "./crop.ts";
import { type Derivative, type PictureToPrint, planDerivative } from "./derivative.ts";
import type { Image } from "./page.ts";
import {
  LEAST_MACHINE_AREA,
  MACHINE_RATIOS,
  MACHINE_WIDTH,
  PICTURE_ROLES,
  type PictureFormat,
  type PictureRole,
  SHARE,
} from "./picture-settings.ts";

/** A picture for readers, and the files that must be made for it. */
export interface PlannedImage {
  readonly image: Image;
  readonly derivatives: readonly Derivative[];
}

/** A picture for machines: one file with an absolute address. */
export interface MachineImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** One or more pictures for machines, and the files that must be made for them. */
export interface PlannedMachineImages {
  readonly images: readonly MachineImage[];
  readonly derivatives: readonly Derivative[];
}

/** Where addresses begin: `basePath` on the site, `url` for machines elsewhere. */
export type Addresses = Pick<Site, "basePath" | "url">;

/**
 * The picture in all sizes for one place on a page: `lead` of a story, `text` between its
 * paragraphs, `front-lead` and `teaser` in lists, `portrait` of an author.
 */
export function planImage(
  picture: PictureToPrint & Pick<Picture, "alt">,
  role: keyof typeof PICTURE_ROLES,
  site: Addresses,
): PlannedImage {
  const { loading, sizes, ...settings }: PictureRole = PICTURE_ROLES[role];
  const crop = cropFor(picture, settings.shape);
  const widths = widthsFor(crop, settings.widths);
  const plan = (format: PictureFormat, width: number) =>
    planDerivative(picture, crop, scaleTo(crop, width), format);
  const avif = widths.map((width) => plan("avif", width));
  const webp = widths.map((width) => plan("webp", width));
  const jpeg = planFallback(picture, role);
  const image: Image = {
    sources: [
      { type: "image/avif", srcset: srcset(avif, site) },
      { type: "image/webp", srcset: srcset(webp, site) },
    ],
    src: `${site.basePath}${jpeg.output}`,
    srcset: srcset([jpeg], site),
    sizes,
    width: jpeg.width,
    height: jpeg.height,
    alt: picture.alt,
    loading,
  };
  return { image, derivatives: [...avif, ...webp, jpeg] };
}

/** The JPEG of `planImage` alone, for what cannot choose: nothing is added to the files of a page. */
export function planJpeg(
  picture: PictureToPrint,
  role: keyof typeof PICTURE_ROLES,
  site: Addresses,
): MachineImage {
  const { output, width, height } = planFallback(picture, role);
  return { url: `${site.url}${output}`, width, height };
}

function planFallback(picture: PictureToPrint, role: keyof typeof PICTURE_ROLES): Derivative {
  const { shape, fallbackWidth } = PICTURE_ROLES[role];
  const crop = cropFor(picture, shape);
  return planDerivative(picture, crop, scaleTo(crop, fallbackWidth), "jpeg");
}

/** The picture social networks show beside a link: 1200×630, or that shape as large as it gets. */
export function planShareImage(picture: PictureToPrint, site: Addresses): PlannedMachineImages {
  return planMachineImages(picture, [SHARE.width / SHARE.height], SHARE.width, site);
}

/** 16:9, 4:3 and 1:1 for search engines; shapes too small to be used are left out. */
export function planSearchImages(picture: PictureToPrint, site: Addresses): PlannedMachineImages {
  return planMachineImages(picture, MACHINE_RATIOS, MACHINE_WIDTH, site);
}

/** The publisher's logo in its own shape. */
export function planLogo(file: PictureToPrint["file"], site: Addresses): PlannedMachineImages {
  return planMachineImages({ file }, [file.width / file.height], MACHINE_WIDTH, site);
}

function planMachineImages(
  picture: PictureToPrint,
  ratios: readonly number[],
  width: number,
  site: Addresses,
): PlannedMachineImages {
  const derivatives = ratios
    .map((ratio) => cropTo(picture.file, ratio, picture.focus ?? MIDDLE))
    .map((crop) => planDerivative(picture, crop, scaleTo(crop, width), "jpeg"))
    .filter((derivative) => derivative.width * derivative.height >= LEAST_MACHINE_AREA);
  const images = derivatives.map(({ output, width, height }) => ({
    url: `${site.url}${output}`,
    width,
    height,
  }));
  return { images, derivatives };
}

const MIDDLE = [0.5, 0.5] as const;

/** The whole picture where its shape is welcome, or the nearest shape that is. */
function cropFor({ file, focus = MIDDLE }: PictureToPrint, shape: PictureRole["shape"]): Crop {
  if (shape.kind === "cut") return cropTo(file, shape.ratio, focus);
  const own = file.width / file.height;
  return cropTo(file, Math.min(Math.max(own, shape.tallest), shape.widest), focus);
}

/** The planned widths below the crop's own, and the crop's own where the list goes beyond it. */
function widthsFor(crop: Crop, widths: readonly number[]): readonly number[] {
  const narrower = widths.filter((width) => width < crop.width * 0.9);
  return narrower.length === widths.length
    ? narrower
    : [...narrower, Math.min(crop.width, widths[narrower.length] ?? crop.width)];
}

function srcset(derivatives: readonly Derivative[], { basePath }: Addresses): string {
  return derivatives.map(({ output, width }) => `${basePath}${output} ${width}w`).join(", ");
}
