// Atom (RFC 4287) with full text; pictures by Media RSS, as every reader of Atom knows it.

import type { Pieces } from "../page.ts";
import { rememberOf } from "../remember.ts";
import { element, printAhead, printInPieces, type XmlElement } from "../xml.ts";
import type { Feed, FeedAuthor, FeedEntry } from "./feed.ts";
import { mediaContent } from "./media.ts";
import { printedHtml } from "./printed-html.ts";

/** Atom demands a date of change of every feed; an empty list has never changed. */
const NEVER = "1970-01-01T00:00:00Z";

export function printAtom(feed: Feed): Pieces {
  const { id, title, description, home, self, updated, publisher, rights, entries, language } =
    feed;
  const content = [
    element("id", id),
    element("title", title),
    ...(description === title ? [] : [element("subtitle", description)]),
    element("updated", updated?.iso ?? NEVER),
    author(publisher),
    ...rightsOf(rights),
    element("link", "", { rel: "alternate", type: "text/html", href: home }),
    element("link", "", { rel: "self", type: "application/atom+xml", href: self.atom }),
    ...entries.map(entry),
  ];
  const attributes = { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language };
  return printInPieces(element("feed", content, attributes));
}

/** What nobody signs is the publisher's: an entry without author has that of the feed. */
const entry = rememberOf((one: FeedEntry) => {
  const content = [
    element("id", one.id),
    element("title", one.title),
    element("link", "", { rel: "alternate", type: "text/html", href: one.url }),
    element("published", one.published.iso),
    element("updated", one.modified.iso),
    ...one.authors.map(author),
    ...rightsOf(one.rights),
    ...one.categories.map(({ slug, name, url }) =>
      element("category", "", { term: slug, label: name, scheme: url }),
    ),
    element("summary", one.summary),
    element("content", printedHtml(one), { type: "html" }),
    ...mediaContent(one.picture),
  ];
  const { ownLanguage } = one;
  return printAhead(
    element("entry", content, ownLanguage === undefined ? {} : { "xml:lang": ownLanguage }),
  );
});

/** An entry that names no terms is under those of the feed (RFC 4287, 4.2.10). */
function rightsOf(rights: string | undefined): readonly XmlElement[] {
  return rights === undefined ? [] : [element("rights", rights)];
}

function author({ name, url }: FeedAuthor): XmlElement {
  return element("author", [element("name", name), element("uri", url)]);
}
