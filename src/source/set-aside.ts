// The content without the files that have problems, for a preview that must go on without them.

import type { Problem } from "../problems/problem.ts";
import type { Content, Source } from "./content.ts";

/** The same content when no problem stands in a story, author or page. */
export function setAside(content: Content, problems: readonly Problem[]): Content {
  const faulty = new Set(problems.map(({ file }) => file));
  const without = <Spec>(sources: readonly Source<Spec>[]) =>
    sources.filter(({ file }) => !faulty.has(file));
  const stories = without(content.stories);
  const authors = without(content.authors);
  const pages = without(content.pages);
  const isSame =
    stories.length === content.stories.length &&
    authors.length === content.authors.length &&
    pages.length === content.pages.length;
  if (isSame) return content;
  const broken = new Set([...content.broken, ...faulty]);
  return { ...content, stories, authors, pages, broken };
}
