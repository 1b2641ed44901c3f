// Addresses as they are printed: percent-encoded, under the paper's sub-path.

import type { Site } from "../news/newspaper.ts";

/** For links within the site: `/news/2019/05/31/storm/`. */
export function hrefTo(site: Site, address: string): string {
  return site.basePath + encodeURI(address.slice(1));
}

/** In full, for machines and for print: `https://example.org/news/2019/05/31/storm/`. */
export function absoluteUrl(site: Site, address: string): string {
  return site.url + encodeURI(address.slice(1));
}

/**
 * Where a link of a text leads, by `hrefTo` or `absoluteUrl`. Its fragment has been percent-encoded
 * already (`markdown/address.ts`).
 */
export function linkTo(site: Site, link: string, to: typeof hrefTo): string {
  const hash = link.indexOf("#");
  return hash === -1 ? to(site, link) : to(site, link.slice(0, hash)) + link.slice(hash);
}

/** Where a page is written: `/2019/05/31/storm/` → `2019/05/31/storm/index.html`. */
export function outputOf(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

/** The other way round. */
export function addressOf(output: string): string {
  return `/${output.replace(/(^|\/)index\.html$/, "$1")}`;
}
