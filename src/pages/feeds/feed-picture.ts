// The picture file that goes where no browser chooses: the JPEG that the story's own page already
// has, so that feeds and sitemaps ask for no file of their own.

import type { Picture } from "../../news/newspaper.ts";
import { type Addresses, type MachineImage, planImage } from "../pictures.ts";

/** The JPEG of a lead picture or of one in the text, at its absolute address. */
export function jpegOf(picture: Picture, role: "lead" | "text", site: Addresses): MachineImage {
  const { src, width, height } = planImage(picture, role, site).image;
  return { url: new URL(src, site.url).href, width, height };
}
