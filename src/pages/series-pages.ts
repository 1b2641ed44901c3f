// The page of a series: its parts from the first on, for those who want to read the whole. Unlike
// other lists it is cut from the beginning, and each page is filled before the next one begins.

import type { Series } from "../news/newspaper.ts";
import { type ListCut, listPages, numberedAddress } from "./list-pages.ts";
import { PAGE_LENGTH, runsFromStart } from "./list-paging.ts";
import type { ListProps, PlannedPage } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { partWords } from "./series.ts";
import { wordsFor } from "./words/words-for.ts";

export function seriesPages(series: Series, desk: PageDesk): readonly PlannedPage<ListProps>[] {
  const { name: title, address, slug } = series;
  const { series: label } = wordsFor(desk.paper.site.language);
  const runs = runsFromStart(desk.index.bySeries.get(slug) ?? []);
  const cuts = runs.map((stories, index): ListCut => {
    const firstPart = firstPartOf(index);
    return {
      address: runAddress(series, index),
      stories,
      firstPart,
      ...(index > 0 && { pageLabel: fromPart(firstPart, desk), latest: wayTo(series, 0, desk) }),
      ...(index + 1 < runs.length && { older: wayTo(series, index + 1, desk) }),
    };
  });
  return listPages(desk, { kind: "series", title, label, address, series }, cuts);
}

/** `/series/harbour/`, `/series/harbour/page/2/`. */
export function runAddress({ address }: Series, index: number): string {
  return numberedAddress(address, index === 0 ? undefined : index + 1);
}

function firstPartOf(index: number): number {
  return index * PAGE_LENGTH + 1;
}

function wayTo(series: Series, index: number, desk: PageDesk) {
  return { label: fromPart(firstPartOf(index), desk), address: runAddress(series, index) };
}

function fromPart(number: number, { paper: { site } }: PageDesk): string {
  return partWords(wordsFor(site.language).partsFrom, number, site.language);
}
