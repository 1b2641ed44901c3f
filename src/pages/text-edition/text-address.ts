// Where the text edition stands: everything at the address of the whole page, below `/text/`.

import type { Site, Story } from "../../news/newspaper.ts";
import type { AlternateLink } from "../page.ts";
import { hrefTo } from "../urls.ts";
import { wordsFor } from "../words/words-for.ts";

export const TEXT_FRONT_ADDRESS = "/text/";

/** `/world/` → `/text/world/`; the second page of a long story: `/text/2026/03/08/storm/2/`. */
export function textAddress(address: string, page = 1): string {
  return `/text${address}${page === 1 ? "" : `${page}/`}`;
}

/** How a browser finds a story of the text edition from its whole page. */
export function textEditionLinks(story: Story, site: Site): readonly AlternateLink[] {
  if (site.textEdition === "none") return [];
  const title = wordsFor(story.language).textEdition;
  return [{ type: "text/html", title, href: hrefTo(site, textAddress(story.address)) }];
}
