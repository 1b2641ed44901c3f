// XML as data, printed in one place: text is always escaped, what XML forbids is dropped, and every
// prefix in use is declared, so that no headline and no forgotten namespace can break a feed.

import { dropForbidden } from "../source/forbidden-characters.ts";

export interface XmlElement {
  /** With its prefix, if any: `dc:creator`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text as it is meant to be read, or elements; never both. */
  readonly content: string | readonly XmlElement[];
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
  const attributes = { ...root.attributes, ...declarationsFor(root) };
  return `<?xml version="1.0" encoding="utf-8"?>\n${printElement({ ...root, attributes })}\n`;
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

/** One element, as it stands in a document whose root declares its prefix. */
export function printElement({ name, attributes, content }: XmlElement): string {
  const start = `${name}${Object.entries(attributes).map(printAttribute).join("")}`;
  if (content.length === 0) return `<${start}/>`;
  const inner =
    typeof content === "string"
      ? escapeText(content)
      : `\n${content.map((child) => printElement(child)).join("\n")}\n`;
  return `<${start}>${inner}</${name}>`;
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
  const prefixes = new Set<string>();
  collectPrefixes(root, prefixes);
  return Object.fromEntries([...prefixes].sort().map((prefix) => declaration(prefix)));
}

function declaration(prefix: string): [name: string, namespace: string] {
  const namespace = NAMESPACES[prefix];
  if (namespace === undefined) throw new Error(`XML prefix without a namespace: ${prefix}`);
  return [`xmlns:${prefix}`, namespace];
}

/** `xml:` and `xmlns:` belong to XML itself. */
function collectPrefixes({ name, attributes, content }: XmlElement, into: Set<string>): void {
  for (const qualified of [name, ...Object.keys(attributes)]) {
    const [prefix = "", local] = qualified.split(":");
    if (local !== undefined && !prefix.startsWith("xml")) into.add(prefix);
  }
  if (typeof content === "string") return;
  for (const child of content) collectPrefixes(child, into);
}
