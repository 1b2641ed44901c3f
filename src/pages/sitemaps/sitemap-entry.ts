// One address in a sitemap (sitemaps.org/protocol.html), with the pictures on it as Google's image
// extension has them.

import type { Moment, Picture, Site, Story } from "../../news/newspaper.ts";
import { planJpeg } from "../pictures.ts";
import { absoluteUrl } from "../urls.ts";
import { element, type XmlElement } from "../xml.ts";

/** Plain data: two equal entries are printed alike. */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  /** Absent where nobody knows: search engines stop believing a date that lies. */
  readonly changed?: Moment;
  readonly pictures: readonly SitemapPicture[];
}

export interface SitemapPicture {
  readonly picture: Picture;
  readonly role: "lead" | "text";
}

/** Google reads so many of one page. */
const MOST_PICTURES = 1_000;

/** The protocol's limit for an address; a single longer one makes a whole file invalid. */
export function isTooLong(url: string): boolean {
  return url.length >= 2_048;
}

export function storyEntry(story: Story, site: Site): SitemapEntry {
  const { address, modified, picture, text } = story;
  const lead = picture ? [{ picture, role: "lead" as const }] : [];
  const others = text.pictures.map((picture) => ({ picture, role: "text" as const }));
  return {
    url: absoluteUrl(site, address),
    changed: modified,
    pictures: [...lead, ...others].slice(0, MOST_PICTURES),
  };
}

export function sitemapElement({ url, changed, pictures }: SitemapEntry, site: Site): XmlElement {
  return element("url", [
    element("loc", url),
    ...lastmod(changed),
    ...pictures.map(({ picture, role }) =>
      element("image:image", [element("image:loc", planJpeg(picture, role, site).url)]),
    ),
  ]);
}

/** When it last changed, if that is known. */
export function lastmod(changed: Moment | undefined): readonly XmlElement[] {
  return changed ? [element("lastmod", changed.iso)] : [];
}

/** `<url>…</url>` with its line ends, generously; a date has 25 characters. */
const MARKUP = 100;
const PICTURE_MARKUP = 80;
/** `pictures/` and the name of a derivative, generously. */
const PICTURE_NAME = 60;
/** An address is ASCII when it is printed, and a character of it at the most `&amp;`. */
const CHARACTER = 5;

/** At least as many bytes as the entry has when printed; found without printing it. */
export function mostBytesOf({ url, pictures }: SitemapEntry, site: Site): number {
  const picture = PICTURE_MARKUP + PICTURE_NAME + site.url.length * CHARACTER;
  return MARKUP + url.length * CHARACTER + pictures.length * picture;
}
