// The byline in parts: "By Ana Ruiz and Ben Okri", joined as the language joins a list.

import type { Author, Site, Story } from "../news/newspaper.ts";
import type { BylinePart } from "./page.ts";
import { remember } from "./remember.ts";
import { hrefTo } from "./urls.ts";
import type { Words } from "./words/words.ts";

/** Free text as written, or the authors' names; empty when nobody signs. */
export function bylineOf(story: Story, site: Site, words: Words): readonly BylinePart[] {
  if (story.byline !== undefined) return [{ kind: "text", text: story.byline }];
  if (story.authors.length === 0) return [];
  const names = joinedNames(story, site);
  return words.by === "" ? names : [{ kind: "text", text: words.by }, ...names];
}

/** The words of a byline, for notations without links. */
export function plainByline(parts: readonly BylinePart[]): string {
  return parts.map((part) => (part.kind === "name" ? part.name : part.text)).join("");
}

function joinedNames({ authors, language }: Story, site: Site): readonly BylinePart[] {
  const [first, ...others] = authors;
  // Most stories have one author, and no language has a word to say of a list of one.
  if (first && others.length === 0) return [nameOf(first, site)];
  const rest = [...authors];
  return listFormatOf(language)
    .formatToParts(authors.map(({ name }) => name))
    .map(({ type, value }) => {
      const author = type === "element" ? rest.shift() : undefined;
      return author ? nameOf(author, site) : { kind: "text", text: value };
    });
}

function nameOf({ name, address, role }: Author, site: Site): BylinePart {
  return { kind: "name", name, url: hrefTo(site, address), ...(role !== undefined && { role }) };
}

const listFormatOf = remember((language) => new Intl.ListFormat(language, { type: "conjunction" }));
