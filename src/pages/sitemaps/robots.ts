// `/robots.txt` (RFC 9309). Crawlers read it at the root of a host only: a paper under a sub-path
// writes it all the same, and whoever keeps the root may copy the lines from there.

import type { Site } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import { NEWS_SITEMAP_ADDRESS } from "./news-sitemap.ts";
import { SITEMAP_ADDRESS } from "./plan-sitemaps.ts";

export const ROBOTS_ADDRESS = "/robots.txt";

/** A paper is open to all; a preview to none, and it names nothing. */
export function robotsTxt(site: Site, { isPreview }: { readonly isPreview: boolean }): string {
  if (isPreview) return "User-agent: *\nDisallow: /\n";
  const sitemaps = [SITEMAP_ADDRESS, NEWS_SITEMAP_ADDRESS].map(
    (address) => `Sitemap: ${absoluteUrl(site, address)}\n`,
  );
  return `User-agent: *\nDisallow:\n\n${sitemaps.join("")}`;
}
