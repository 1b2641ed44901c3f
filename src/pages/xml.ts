// XML as data, printed in one place: text is always escaped, what XML forbids is dropped, and every
// prefix in use is declared, so that no headline and no forgotten namespace can break a feed.

import { dropForbidden } from "../source/forbidden-characters.ts";
import type { Pieces } from "./page.ts";

export interface XmlElement {
  /** With its prefix, if any: `dc:creator`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text as it is meant to be read, or elements; never both. */
  readonly content: string | Printed | readonly (XmlElement | Printed)[];
}

/** An element, or a text, that stands in several documents and is printed once. */
export interface Printed {
  readonly pieces: Pieces;
  /** Those in use, for the document to declare. */
  readonly prefixes: ReadonlySet<string>;
}

/** The namespaces behind our prefixes. */
const NAMESPACES: Readonly<Record<string, string>> = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  image: "http://www.google.com/schemas/sitemap-image/1.1",
  media: "http://search.yahoo.com/mrss/",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
};

export function element(
  name: string,
  content: XmlElement["content"] = "",
  attributes: XmlElement["attributes"] = {},
): XmlElement {
  return { name, attributes, content };
}

/** A whole document, UTF-8, each element that holds elements on lines of its own. */
export function printXml(root: XmlElement): string {
  return printInPieces(root).join("");
}

/** The same, where most of it was printed ahead. */
export function printInPieces(root: XmlElement): Pieces {
  const attributes = { ...root.attributes, ...declarationsFor(root) };
  const pieces = [`<?xml version="1.0" encoding="utf-8"?>\n`];
  printInto(pieces, { ...root, attributes });
  return [...pieces, "\n"];
}

/** As it stands in a document whose root declares its prefixes; `what` is plain text, or an element. */
export function printAhead(what: XmlElement | string): Printed {
  if (typeof what === "string") return { pieces: [escapeText(what)], prefixes: new Set() };
  const pieces = [""];
  printInto(pieces, what);
  return { pieces, prefixes: prefixesOf(what) };
}

/** Plain text as markup, in XML and in HTML: nothing in it can begin or end a tag, or end CDATA. */
export function escapeMarkup(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

/** A parser turns bare line ends and tabs in attributes into spaces, so they are escaped there. */
const SPACES: Readonly<Record<string, string>> = {
  "\t": "&#9;",
  "\n": "&#10;",
};

/** What was printed ahead is a piece of its own. */
function printInto(pieces: string[], node: XmlElement | Printed): void {
  const print = (text: string) => (pieces[pieces.length - 1] += text);
  if ("pieces" in node) {
    pieces.push(...node.pieces, "");
    return;
  }
  const { name, attributes, content } = node;
  const start = `${name}${Object.entries(attributes).map(printAttribute).join("")}`;
  if (isEmpty(content)) return void print(`<${start}/>`);
  print(`<${start}>`);
  if (typeof content === "string") print(escapeText(content));
  else if ("pieces" in content) printInto(pieces, content);
  else {
    print("\n");
    for (const child of content) {
      printInto(pieces, child);
      print("\n");
    }
  }
  print(`</${name}>`);
}

function isEmpty(content: XmlElement["content"]): boolean {
  return (typeof content === "string" || Array.isArray(content)) && content.length === 0;
}

function printAttribute([name, value]: readonly [name: string, value: string]): string {
  const escaped = escapeMarkup(value).replaceAll(/[\t\n]/g, (space) => SPACES[space] ?? space);
  return ` ${name}="${escaped}"`;
}

/** Quotation marks in text need no escape, and a feed is full of them; as it is of `<` and `>`. */
function escapeText(text: string): string {
  return dropForbidden(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function declarationsFor(root: XmlElement): Record<string, string> {
  return Object.fromEntries([...prefixesOf(root)].sort().map((prefix) => declaration(prefix)));
}

function prefixesOf(one: XmlElement): ReadonlySet<string> {
  const prefixes = new Set<string>();
  collectPrefixes(one, prefixes);
  return prefixes;
}

function declaration(prefix: string): [name: string, namespace: string] {
  const namespace = NAMESPACES[prefix];
  if (namespace === undefined) throw new Error(`XML prefix without a namespace: ${prefix}`);
  return [`xmlns:${prefix}`, namespace];
}

/** `xml:` and `xmlns:` belong to XML itself. */
function collectPrefixes(node: XmlElement | Printed, into: Set<string>): void {
  if ("pieces" in node) {
    for (const prefix of node.prefixes) into.add(prefix);
    return;
  }
  const { name, attributes, content } = node;
  for (const qualified of [name, ...Object.keys(attributes)]) {
    const [prefix = "", local] = qualified.split(":");
    if (local !== undefined && !prefix.startsWith("xml")) into.add(prefix);
  }
  if (typeof content === "string") return;
  for (const child of "pieces" in content ? [content] : content) collectPrefixes(child, into);
}
