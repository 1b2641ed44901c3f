// The index of the search in parts, so that a new story costs one small part and not the archive:
// each language for itself, because words are cut and bent by its own rules; of the newest year each
// month, since that is where stories are added; of earlier years each year.

import { dayOf } from "../news/archive.ts";
import type { Newspaper, Story } from "../news/newspaper.ts";
import { grouped } from "./grouped.ts";
import { primarySubtag } from "./words/words-for.ts";

/** The search page; the parts of the index lie in folders below it. */
export const SEARCH_ADDRESS = "/search/";

/** One part of the index. */
export interface SearchPart {
  /** A folder below the search page: `en/2019`, `en/2026-05`; `en/start` for the program. */
  readonly name: string;
  /** Primary subtag: `pt` for a story in `pt-BR`. */
  readonly language: string;
  /** By address; empty for the program that searches the parts of a language. */
  readonly stories: readonly Story[];
}

/**
 * Every part of the paper's index: for each language its program, then its stories, the newest first.
 * What is kept out of other people's search engines is kept out of ours.
 */
export function searchParts({ site, stories }: Newspaper): readonly SearchPart[] {
  if (!site.hasSearch) return [];
  const found = stories.filter(isSearchable);
  const newest = found[0] && yearOf(found[0]);
  const languages = grouped(found, ({ language }) => [primarySubtag(language)]);
  return [...languages].flatMap(([language, own]) => {
    const periods = grouped(own, (story) => [`${language}/${periodOf(story, newest)}`]);
    const parts = [...periods].map(([name, part]) => ({
      name,
      language,
      stories: part.toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    }));
    return [{ name: `${language}/start`, language, stories: [] }, ...parts];
  });
}

/** A preview shows what is not published; no index ever does. */
function isSearchable({ noindex, unpublished }: Story): boolean {
  return !noindex && unpublished === undefined;
}

function yearOf({ published }: Story): string {
  return dayOf(published).slice(0, "2019".length);
}

function periodOf(story: Story, newest: string | undefined): string {
  const year = yearOf(story);
  return year === newest ? dayOf(story.published).slice(0, "2019-05".length) : year;
}
