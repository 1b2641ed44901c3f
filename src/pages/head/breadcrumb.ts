// Where a page stands in the paper, for search results: front page, section, story.

import type { Site } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import type { Json } from "./json-ld.ts";

export interface Crumb {
  readonly name: string;
  readonly address: string;
}

/** The front page is always the first step. */
export function breadcrumb(site: Site, steps: readonly Crumb[]): { readonly [key: string]: Json } {
  const all = [{ name: site.title, address: "/" }, ...steps];
  return {
    "@type": "BreadcrumbList",
    itemListElement: all.map(({ name, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absoluteUrl(site, address),
    })),
  };
}
