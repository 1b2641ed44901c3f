// How a story looks where the paper has no say: in a search result, on a social network, in a feed
// reader. All of it is read from what is published.

import {
  isObject,
  type JsonObject,
  objectsUnder,
  type PublishedPage,
  textUnder,
} from "./published-page.ts";
import type { PublishedPaper } from "./published-paper.ts";
import { targetOf, urlOf } from "./site-address.ts";

export interface ShownElsewhere {
  /** In full. */
  readonly url: string;
  /** The page's file. */
  readonly output: string;
  readonly headline: string;
  /** As JSON-LD says it: `2026-03-01T09:00:00+00:00`. */
  readonly published: string;
  readonly language: string;
  readonly search: { readonly title: string; readonly description: string };
  readonly share: {
    readonly title: string;
    readonly description: string;
    readonly alt: string;
    /** The picture's file; undefined where the paper has none of that name. */
    readonly picture: string | undefined;
  };
}

/** A story as a feed reader lists it. */
export interface FeedEntry {
  readonly title: string;
  readonly summary: string;
  readonly published: string;
}

/** Undefined where the page shows no story. */
export function shownElsewhere(
  page: PublishedPage,
  { site, outputs }: PublishedPaper,
): ShownElsewhere | undefined {
  const { story, meta, output } = page;
  if (!story) return undefined;
  const said = (key: string) => meta(key)[0] ?? "";
  const headline = textUnder(story, "headline") ?? "";
  const picture = targetOf(said("og:image"), site, site)?.output ?? "";
  return {
    url: urlOf(output, site).href,
    output,
    headline,
    published: textUnder(story, "datePublished") ?? "",
    language: textUnder(story, "inLanguage") ?? "",
    search: {
      title: textUnder(story, "alternativeHeadline") ?? headline,
      description: said("description"),
    },
    share: {
      title: said("og:title"),
      description: said("og:description"),
      alt: said("og:image:alt"),
      picture: outputs.has(picture) ? picture : undefined,
    },
  };
}

/** What the paper's main feed lists, by address. */
export function feedEntries({ outputs, read }: PublishedPaper): ReadonlyMap<string, FeedEntry> {
  const items = outputs.has("feed.json") ? itemsIn(read("feed.json")) : [];
  return new Map(
    items.map((item) => [
      textUnder(item, "url") ?? "",
      {
        title: textUnder(item, "title") ?? "",
        summary: textUnder(item, "summary") ?? "",
        published: textUnder(item, "date_published") ?? "",
      },
    ]),
  );
}

/** None in a file that cannot be read: the rule on machine files has said so. */
function itemsIn(text: string): readonly JsonObject[] {
  try {
    const feed: unknown = JSON.parse(text);
    return objectsUnder(isObject(feed) ? feed : undefined, "items");
  } catch {
    return [];
  }
}
