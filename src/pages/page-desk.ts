// What every page is made with: the paper, what the press room has prepared for all pages, and a
// list of the picture files the pages ask for.

import type { Newspaper, Picture, Story } from "../news/newspaper.ts";
import type { Derivative } from "./derivative.ts";
import type { Figure, Image } from "./page.ts";
import {
  type MachineImage,
  planImage,
  planSearchImages,
  planShareImage,
  type PlannedMachineImages,
} from "./pictures.ts";
import type { StoryIndex } from "./story-index.ts";
import type { KnownTeaser } from "./teaser.ts";

/** Files that every page loads or names, by address on the site. */
export interface PressAssets {
  readonly styleSheet: string;
  /** Fonts by name (`source-serif-4-latin-400-normal`). */
  readonly fonts: Readonly<Record<string, string>>;
  readonly icon: string;
  readonly touchIcon: string;
  /** What a device is told that puts the paper on its home screen. */
  readonly manifest: string;
  /** What the search page runs; absent for a paper without a search. */
  readonly searchScript?: string;
  /** What social networks show for a page without a picture. */
  readonly shareCard: { readonly address: string; readonly width: number; readonly height: number };
}

export interface PageDesk {
  readonly paper: Newspaper;
  readonly assets: PressAssets;
  readonly index: StoryIndex;
  /** What every page shows of the paper: a change here is a change of all pages. */
  readonly settings: object;
  /**
   * Whether a page, or one of the numbered pages of a list, is to be planned; by its address. A list
   * is wanted where any of its pages is.
   */
  readonly wants: (address: string) => boolean;
  /** With drafts and scheduled stories on it: search engines must not take it for the paper. */
  readonly isPreview: boolean;
  /** Teasers made so far: a story stands in many lists. */
  readonly teasers: Map<Story, readonly KnownTeaser[]>;
  /** Every picture file that a page has asked for, by output name. */
  readonly derivatives: Map<string, Derivative>;
}

/** A picture for readers; its files go on the list. */
export function imageFor(
  desk: PageDesk,
  picture: Picture,
  role: Parameters<typeof planImage>[1],
): Image {
  const { image, derivatives } = planImage(picture, role, desk.paper.site);
  order(desk, derivatives);
  return image;
}

/** A picture for readers with its caption and credit. */
export function figureFor(desk: PageDesk, picture: Picture, role: "lead" | "text"): Figure {
  return {
    image: imageFor(desk, picture, role),
    ...(picture.caption !== undefined && { caption: picture.caption }),
    credit: picture.credit,
  };
}

/** The 1200×630 picture for social networks, if the source is large enough for one. */
export function shareImageFor(
  desk: PageDesk,
  picture: Pick<Picture, "file">,
): MachineImage | undefined {
  return machineImages(desk, planShareImage(picture, desk.paper.site))[0];
}

/** 16:9, 4:3 and 1:1 for search engines. */
export function searchImagesFor(desk: PageDesk, picture: Picture): readonly MachineImage[] {
  return machineImages(desk, planSearchImages(picture, desk.paper.site));
}

function machineImages(desk: PageDesk, planned: PlannedMachineImages): readonly MachineImage[] {
  order(desk, planned.derivatives);
  return planned.images;
}

function order(desk: PageDesk, derivatives: readonly Derivative[]): void {
  for (const derivative of derivatives) desk.derivatives.set(derivative.output, derivative);
}
