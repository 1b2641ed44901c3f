// RSS 2.0 (rssboard.org/rss-specification) with full text, one `dc:creator` for each author and
// pictures by Media RSS.

import { paragraphsOf } from "../paragraphs.ts";
import type { Pieces } from "../page.ts";
import { rememberOf } from "../remember.ts";
import { element, escapeMarkup, printAhead, printInPieces } from "../xml.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { mediaContent } from "./media.ts";
import { printedHtml } from "./printed-html.ts";
import { rfc822 } from "./rfc-822.ts";

export function printRss(feed: Feed): Pieces {
  const { title, home, description, language, rights, self, updated, entries } = feed;
  const channel = element("channel", [
    element("title", title),
    element("link", home),
    element("description", description),
    element("language", language),
    ...(rights === undefined ? [] : [element("copyright", rights)]),
    ...(updated ? [element("lastBuildDate", rfc822(updated))] : []),
    element("atom:link", "", { rel: "self", type: "application/rss+xml", href: self.rss }),
    ...entries.map(item),
  ]);
  return printInPieces(element("rss", [channel], { version: "2.0" }));
}

/** RSS itself knows no date of a change, so Atom's stands beside `pubDate`. */
const item = rememberOf((entry: FeedEntry) => {
  const { id, url, title, published, modified, authors, categories, summary } = entry;
  const content = [
    element("title", title),
    element("link", url),
    element("guid", id, { isPermaLink: "false" }),
    element("pubDate", rfc822(published)),
    element("atom:updated", modified.iso),
    ...authors.map(({ name }) => element("dc:creator", name)),
    ...(entry.ownLanguage === undefined ? [] : [element("dc:language", entry.ownLanguage)]),
    ...(entry.rights === undefined ? [] : [element("dc:rights", entry.rights)]),
    ...categories.map((category) => element("category", category.name, { domain: category.url })),
    // Readers take a description for HTML (rssboard.org/rss-profile), so plain text is made into it.
    element("description", paragraphsOf(summary).map(escapeMarkup).join("<br><br>")),
    element("content:encoded", printedHtml(entry)),
    ...mediaContent(entry.picture),
  ];
  return printAhead(element("item", content));
});
