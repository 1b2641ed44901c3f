// Reads XML as the strictest reader would: libxml2 throws on a forbidden character, an undeclared
// prefix, or anything else that is not well formed.

import { XmlDocument } from "libxml2-wasm";

/** Our prefixes in XPath; `a` is Atom and `s` the sitemap, whose documents have none of their own. */
const PREFIXES = {
  a: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  image: "http://www.google.com/schemas/sitemap-image/1.1",
  media: "http://search.yahoo.com/mrss/",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
  s: "http://www.sitemaps.org/schemas/sitemap/0.9",
};

/** Asks a document with XPath: the text of each element or attribute found. */
export function strictXml(text: string): (xpath: string) => string[] {
  const read = (xpath: string) => {
    const document = XmlDocument.fromString(text);
    try {
      return document.find(xpath, PREFIXES).map((node) => node.content);
    } finally {
      document.dispose();
    }
  };
  read("/*");
  return read;
}
