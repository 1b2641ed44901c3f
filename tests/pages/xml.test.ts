// XML is printed in one place, so what is written there holds for every feed and sitemap.

import { expect, test } from "vitest";
import {
  element,
  escapeMarkup,
  printAhead,
  type Printed,
  printInPieces,
  printXml,
  type XmlElement,
} from "../../src/pages/xml.ts";

test("text and attributes come back as they were, whatever is in them", () => {
  const text = "\t“A” & 'B'\n]]> <c> &amp; \"d\"\u0000\u0008\uFFFF\uD800";
  expect(printAhead(element("a", text, { b: text, c: "" })).pieces.join("")).toMatchInlineSnapshot(`
    "<a b="&#9;“A” &amp; 'B'&#10;]]&gt; &lt;c&gt; &amp;amp; &quot;d&quot;" c="">	“A” &amp; 'B'
    ]]&gt; &lt;c&gt; &amp;amp; "d"</a>"
  `);
  expect(escapeMarkup(text)).toMatchInlineSnapshot(`
    "	“A” &amp; 'B'
    ]]&gt; &lt;c&gt; &amp;amp; &quot;d&quot;"
  `);
});

test("a document declares the prefixes in use, each once, and no others", () => {
  const child = element("dc:creator", "Jane", { "xml:lang": "en", "media:x": "1", "xmlns:y": "z" });
  const root = element("rss", [child, element("dc:date"), element("list", [])], { version: "2.0" });
  expect(printXml(root)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <dc:creator xml:lang="en" media:x="1" xmlns:y="z">Jane</dc:creator>
    <dc:date/>
    <list/>
    </rss>
    "
  `);
  expect(printXml(element("urlset", "", { "image:a": "", "news:b": "", "atom:c": "" })))
    .toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <urlset image:a="" news:b="" atom:c="" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"/>
    "
  `);
  expect(printXml(element("content:encoded", "x"))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">x</content:encoded>
    "
  `);
});

test("what was printed ahead stands in a document as if it had been printed with it", () => {
  const text = (words: Parameters<typeof element>[1]) =>
    element("item", [element("dc:date", words), element("media:credit", "Jane")]);
  const child = text("a & b");
  const around = (item: XmlElement | Printed) =>
    element("rss", [element("title", "T"), item, element("list", [item])]);
  const ahead = printInPieces(around(printAhead(text(printAhead("a & b")))));
  expect(ahead.join("")).toBe(printXml(around(child)));
  expect(ahead.filter((piece) => piece === "a &amp; b")).toHaveLength(2);
  expect(printXml(element("list", printAhead(element("dc:date"))))).toContain("<list xmlns:dc=");
});

test("a forgotten namespace is a fault of the press, told at once", () => {
  expect(() => printXml(element("geo:lat", "1"))).toThrow("XML prefix without a namespace: geo");
});
