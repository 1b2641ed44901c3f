// A story as the index of the search reads it: what readers read, in the order of its page, with its
// headline and names before it and what a result shows beside it.

import type { Site, Story } from "../news/newspaper.ts";
import { timeOf } from "./dates.ts";
import { feedText } from "./feeds/feed-text.ts";
import { genreLabel } from "./labels.ts";
import { storyMatter } from "./matter.ts";
import type { SearchPart } from "./search-parts.ts";
import { hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";
import { escapeMarkup } from "./xml.ts";

/** What the index is told of one story. */
export interface SearchRecord {
  /** Where a result leads, sub-path included. */
  readonly url: string;
  /** A document of its own. */
  readonly html: string;
}

export function searchRecord(story: Story, language: string, site: Site): SearchRecord {
  const { headline, authors, published } = story;
  const genre = genreLabel(story.genre, wordsFor(story.language))?.label;
  const html = [
    `<html lang="${language}"><body>`,
    shownBeside("title", headline),
    shownBeside("date", timeOf(published, story.language, site.timezone).text),
    ...(genre === undefined ? [] : [shownBeside("genre", genre)]),
    ...authors.map(({ name }) => `<p>${escapeMarkup(name)}</p>`),
    feedText(story, site),
    "</body></html>",
  ];
  return { url: hrefTo(site, story.address), html: html.join("\n") };
}

/** Told of the story apart from its text, and found all the same: a headline most of all. */
function shownBeside(name: string, text: string): string {
  return `<p data-pagefind-ignore data-pagefind-meta="${name}">${escapeMarkup(text)}</p>`;
}

/** Stands for all that a part is made of, but the press that makes it. */
export function searchMatter({ name, stories }: SearchPart, site: Site): readonly string[] {
  return [name, site.basePath, site.timezone, ...stories.map(storyMatter)];
}
