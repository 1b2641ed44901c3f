// Feeds and sitemaps as the programs of strangers read them: whether they can be read at all, which
// stories they name, and what they say of when those appeared and changed.

import { type XmlElement, XmlDocument, XmlXPath } from "libxml2-wasm";
import { isObject, objectsUnder, textUnder } from "./published-page.ts";

/** What one file says of one story. */
export interface Mention {
  /** The file: `world/feed.xml`. */
  readonly file: string;
  /** The story's address, in full. */
  readonly url: string;
  /** What the entry is called there; a sitemap calls none. */
  readonly id?: string | undefined;
  /** As written there, if it is. */
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
}

export interface MachineFiles {
  readonly mentions: readonly Mention[];
  /** Files that no program can read, and why. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** @param read gives the text of a file */
export function readMachineFiles(
  outputs: Iterable<string>,
  read: (output: string) => string,
): MachineFiles {
  const mentions: Mention[] = [];
  const unreadable: { file: string; reason: string }[] = [];
  for (const file of outputs) {
    const mentionsIn = READERS.find(([name]) => name.test(file))?.[1];
    try {
      for (const mention of mentionsIn?.(read(file)) ?? []) mentions.push({ ...mention, file });
    } catch (error) {
      const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
      unreadable.push({ file, reason });
    }
  }
  return { mentions, unreadable };
}

type Reader = (text: string) => readonly Omit<Mention, "file">[];

/** By the file's name, since nothing else tells a program what to expect. */
const READERS: readonly (readonly [name: RegExp, read: Reader])[] = [
  [/(^|\/)feed\.json$/, mentionsInJsonFeed],
  [/\.xml$/, mentionsInXml],
];

function mentionsInJsonFeed(text: string): ReturnType<Reader> {
  const feed: unknown = JSON.parse(text);
  return objectsUnder(isObject(feed) ? feed : undefined, "items").map((item) => ({
    url: textUnder(item, "url") ?? "",
    id: textUnder(item, "id"),
    published: textUnder(item, "date_published"),
    modified: textUnder(item, "date_modified"),
  }));
}

const PREFIXES = {
  a: "http://www.w3.org/2005/Atom",
  n: "http://www.google.com/schemas/sitemap-news/0.9",
  s: "http://www.sitemaps.org/schemas/sitemap/0.9",
};

const at = (xpath: string) => XmlXPath.compile(xpath, PREFIXES);

/** Where each kind of file has its stories, and where each of them has what we ask for. */
const KINDS = [
  {
    each: at("//item"),
    url: at("link"),
    id: at("guid"),
    published: at("pubDate"),
    modified: at("a:updated"),
  },
  {
    each: at("//a:entry"),
    url: at("a:link[@rel='alternate']/@href"),
    id: at("a:id"),
    published: at("a:published"),
    modified: at("a:updated"),
  },
  {
    each: at("//s:url"),
    url: at("s:loc"),
    id: at("self::*[false()]"),
    published: at("n:news/n:publication_date"),
    modified: at("s:lastmod"),
  },
] as const;

function mentionsInXml(text: string): ReturnType<Reader> {
  const document = XmlDocument.fromString(text);
  try {
    return KINDS.flatMap(({ each, ...places }) =>
      document.find(each).map((node) => {
        const said = (place: XmlXPath) => (node as XmlElement).get(place)?.content;
        return {
          url: said(places.url) ?? "",
          id: said(places.id),
          published: said(places.published),
          modified: said(places.modified),
        };
      }),
    );
  } finally {
    document.dispose();
  }
}
