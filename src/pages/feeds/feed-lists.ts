// Which lists of the paper have feeds: the paper itself, and every section, topic and author.

import type { Newspaper, Story } from "../../news/newspaper.ts";
import { openingOf } from "../printed-text.ts";
import type { StoryIndex } from "../story-index.ts";

/** A list of stories that can be followed. */
export interface FeedList {
  /** The list's own name; absent for the paper itself. */
  readonly title?: string;
  readonly description?: string;
  /** Of the page that shows the list, on the site: `/`, `/world/`. Its feeds stand below it. */
  readonly address: string;
  /** Newest first, as the newspaper has them. */
  readonly stories: readonly Story[];
}

/** @param wants whether a list is asked for, by its address */
export function feedLists(
  paper: Newspaper,
  index: StoryIndex,
  wants: (address: string) => boolean = () => true,
): readonly FeedList[] {
  const { site } = paper;
  const wanted = <List extends { readonly address: string }>(lists: readonly List[]) =>
    lists.filter(({ address }) => wants(address));
  return [
    { ...described(site.description), address: "/", stories: paper.stories },
    ...wanted(paper.sections).map(({ slug, title, address }) => ({
      title,
      address,
      stories: index.bySection.get(slug) ?? [],
    })),
    ...wanted(paper.topics).map(({ slug, name, address }) => ({
      title: name,
      address,
      stories: index.byTopic.get(slug) ?? [],
    })),
    ...wanted(paper.authors).map(({ slug, name, address, biography }) => ({
      title: name,
      ...described(openingOf(biography)),
      address,
      stories: index.byAuthor.get(slug) ?? [],
    })),
  ];
}

function described(description: string | undefined): { readonly description?: string } {
  return description === undefined || description === "" ? {} : { description };
}
