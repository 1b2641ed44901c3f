// The search page: a form, the names of the index's parts for its script, and for readers without
// scripts the ways by which every story is found.

import { archiveAddress } from "../news/archive.ts";
import { headFor } from "./head/head-for.ts";
import type { Link, PlannedPage, SearchProps } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedPage } from "./planned-page.ts";
import { SEARCH_ADDRESS, searchParts } from "./search-parts.ts";
import { sheetFor } from "./sheet.ts";
import { hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** One page; none where the paper has no search. */
export function searchPages(desk: PageDesk): readonly PlannedPage<SearchProps>[] {
  const { site } = desk.paper;
  if (!site.hasSearch) return [];
  const title = wordsFor(site.language).search;
  const { searchScript: script } = desk.assets;
  const head = headFor(desk, {
    title,
    address: SEARCH_ADDRESS,
    noindex: true,
    language: site.language,
    type: "website",
    ...(script !== undefined && { script }),
  });
  const place = { kind: "search", address: SEARCH_ADDRESS, origin: "the search page" } as const;
  const parts = searchParts(desk.paper).filter(({ stories }) => stories.length > 0);
  const props: SearchProps = {
    kind: "search",
    ...sheetFor(desk, { head, address: SEARCH_ADDRESS }),
    title,
    url: hrefTo(site, SEARCH_ADDRESS),
    parts: parts.map(({ name }) => name).join(" "),
    otherWays: otherWays(desk),
  };
  return [plannedPage(place, props)];
}

function otherWays({ paper: { site, sections } }: PageDesk): readonly Link[] {
  const archive = { title: wordsFor(site.language).archive, address: archiveAddress() };
  return [archive, ...sections].map(({ title, address }) => ({
    label: title,
    url: hrefTo(site, address),
  }));
}
