// RSS 2.0 (rssboard.org/rss-specification) with full text, one `dc:creator` for each author and
// pictures by Media RSS.

import { paragraphsOf } from "../paragraphs.ts";
import { element, escapeMarkup, printXml, type XmlElement } from "../xml.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { mediaContent } from "./media.ts";
import { rfc822 } from "./rfc-822.ts";

export function printRss(feed: Feed): string {
  const { title, home, description, language, rights, self, updated, entries } = feed;
  const channel = element("channel", [
    element("title", title),
    element("link", home),
    element("description", description),
    element("language", language),
    ...(rights === undefined ? [] : [element("copyright", rights)]),
    ...(updated ? [element("lastBuildDate", rfc822(updated))] : []),
    element("atom:link", "", { rel: "self", type: "application/rss+xml", href: self.rss }),
    ...entries.map((entry) => item(entry, feed)),
  ]);
  return printXml(element("rss", [channel], { version: "2.0" }));
}

/** RSS itself knows no date of a change, so Atom's stands beside `pubDate`. */
function item(entry: FeedEntry, feed: Feed): XmlElement {
  const { id, url, title, published, modified, authors, categories, summary, language } = entry;
  return element("item", [
    element("title", title),
    element("link", url),
    element("guid", id, { isPermaLink: "false" }),
    element("pubDate", rfc822(published)),
    element("atom:updated", modified.iso),
    ...authors.map(({ name }) => element("dc:creator", name)),
    ...(language === feed.language ? [] : [element("dc:language", language)]),
    ...(entry.rights === undefined ? [] : [element("dc:rights", entry.rights)]),
    ...categories.map((category) => element("category", category.name, { domain: category.url })),
    // Readers take a description for HTML (rssboard.org/rss-profile), so plain text is made into it.
    element("description", paragraphsOf(summary).map(escapeMarkup).join("<br><br>")),
    element("content:encoded", entry.html),
    ...mediaContent(entry.picture),
  ]);
}
