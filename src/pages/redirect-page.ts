// Where an old address leads: a small page of its own, because a folder of files can send nobody
// anywhere else. Only addresses stand on it, so it changes when an address does.

import type { Redirect } from "../news/newspaper.ts";
import type { PlannedPage, RedirectProps } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { absoluteUrl, hrefTo } from "./urls.ts";
import { directionOf, wordsFor } from "./words/words-for.ts";

/** @param origin whose address it is: the file that named it, unless the press did */
export function redirectPage(
  { from, to, file }: Redirect,
  desk: PageDesk,
  origin = file,
): PlannedPage<RedirectProps> {
  const { site } = desk.paper;
  const props: RedirectProps = {
    kind: "redirect",
    language: site.language,
    direction: directionOf(site.language),
    title: wordsFor(site.language).movedTitle,
    url: hrefTo(site, to),
    canonical: absoluteUrl(site, to),
  };
  const place = { kind: "redirect", address: from, origin, shows: [] } as const;
  return plannedLater(place, [props], () => props);
}
