// JSON Feed 1.1 (jsonfeed.org/version/1.1) with full text.

import { dropForbidden } from "../../source/forbidden-characters.ts";
import type { Json } from "../head/json-ld.ts";
import type { Pieces } from "../page.ts";
import { rememberOf } from "../remember.ts";
import type { Feed, FeedAuthor, FeedEntry } from "./feed.ts";

/** An item to a line. */
export function printJsonFeed(feed: Feed): Pieces {
  const { title, description, home, self, language, publisher, entries } = feed;
  const document: Json = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self.json,
    ...(description !== title && { description }),
    language,
    authors: [author(publisher)],
  };
  const about = JSON.stringify(document, withoutForbidden, 1).slice(0, -"\n}".length);
  const items = entries.flatMap((entry, at) => [at === 0 ? "\n" : ",\n", item(entry)]);
  return [`${about},\n "items": [`, ...items, "]\n}\n"];
}

const item = rememberOf((entry: FeedEntry) => JSON.stringify(itemOf(entry), withoutForbidden));

function itemOf(entry: FeedEntry): Json {
  const { id, url, title, html, summary, picture, published, modified, authors } = entry;
  return {
    id,
    url,
    title,
    content_html: html,
    summary,
    ...(picture && { image: picture.url }),
    date_published: published.iso,
    date_modified: modified.iso,
    ...(authors.length > 0 && { authors: authors.map(author) }),
    tags: entry.categories.map(({ name }) => name),
    language: entry.language,
  };
}

function author({ name, url }: FeedAuthor): { readonly [key: string]: Json } {
  return { name, url };
}

/** The same characters are dropped as in XML, so that all notations have the same texts. */
function withoutForbidden(_: string, value: unknown): unknown {
  return typeof value === "string" ? dropForbidden(value) : value;
}
