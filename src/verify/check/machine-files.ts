// Feeds, sitemaps and twins as the programs of strangers read them: whether they can be read at all,
// which stories they name, what they say of when those appeared and changed, and where they lead.

import { type XmlElement, XmlDocument, XmlXPath } from "libxml2-wasm";
import { addressesInHtml, addressesInJson } from "./addresses-in-data.ts";
import { isObject, objectsUnder, textUnder } from "./published-page.ts";
import { type Target, targetOf } from "./site-address.ts";

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

/** Where such files lead on the site. */
export interface FileLink extends Target {
  readonly address: string;
  /** The first file that has it, and how many do. */
  readonly file: string;
  readonly files: number;
}

export interface MachineFiles {
  readonly mentions: readonly Mention[];
  /** Each address once. */
  readonly links: readonly FileLink[];
  /** Files that no program can read, and why. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * @param read gives the text of a file
 * @param site the paper's own address, with a slash at its end
 */
export function readMachineFiles(
  outputs: Iterable<string>,
  read: (output: string) => string,
  site: URL,
): MachineFiles {
  const mentions: Mention[] = [];
  const links = linkList(site);
  const unreadable: { file: string; reason: string }[] = [];
  for (const file of outputs) {
    const reader = READERS.find(([name]) => name.test(file))?.[1];
    if (!reader) continue;
    try {
      const said = reader(read(file));
      for (const mention of said.mentions) mentions.push({ ...mention, file });
      links.add(said.addresses, file);
    } catch (error) {
      const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
      unreadable.push({ file, reason });
    }
  }
  return { mentions, links: links.all(), unreadable };
}

/** Most addresses stand in many files: each is looked at once. */
function linkList(site: URL) {
  const known = new Map<string, { link: FileLink; files: number } | undefined>();
  return {
    add(addresses: Iterable<string>, file: string): void {
      for (const address of new Set(addresses)) {
        const found = known.get(address);
        if (found) found.files += 1;
        else if (!known.has(address)) {
          const own = unbound(address);
          const target = targetOf(own, site, site);
          known.set(own, target && { link: { ...target, address: own, file, files: 1 }, files: 1 });
        }
      }
    },
    all: () => [...known.values()].flatMap((one) => (one ? { ...one.link, files: one.files } : [])),
  };
}

/** A string found in a long text holds on to all of it; its copy does not. */
function unbound(text: string): string {
  return Buffer.from(text).toString();
}

/** What one file says. */
interface Said {
  readonly mentions: readonly Omit<Mention, "file">[];
  readonly addresses: Iterable<string>;
}

type Reader = (text: string) => Said;

/** By the file's name, since nothing else tells a program what to expect. */
const READERS: readonly (readonly [name: RegExp, read: Reader])[] = [
  [/(^|\/)feed\.json$/, readJsonFeed],
  [/\/index\.json$/, readTwin],
  [/\.xml$/, readXml],
];

function readJsonFeed(text: string): Said {
  const feed: unknown = JSON.parse(text);
  const items = objectsUnder(isObject(feed) ? feed : undefined, "items");
  const mentions = items.map((item) => ({
    url: textUnder(item, "url") ?? "",
    id: textUnder(item, "id"),
    published: textUnder(item, "date_published"),
    modified: textUnder(item, "date_modified"),
  }));
  return { mentions, addresses: addressesInJson(feed) };
}

/** Another file of that name is the newsroom's own affair. */
function readTwin(text: string): Said {
  const story: unknown = JSON.parse(text);
  if (!isObject(story) || textUnder(objectsUnder(story, "standard")[0], "name") !== "ninjs")
    return { mentions: [], addresses: [] };
  const page = objectsUnder(story, "renditions").find(({ name }) => name === "web");
  const mention = {
    url: textUnder(page, "href") ?? "",
    published: textUnder(story, "firstCreated"),
    modified: textUnder(story, "versionCreated"),
  };
  return { mentions: [mention], addresses: addressesInJson(story) };
}

const PREFIXES = {
  a: "http://www.w3.org/2005/Atom",
  c: "http://purl.org/rss/1.0/modules/content/",
  i: "http://www.google.com/schemas/sitemap-image/1.1",
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

/** Where they have addresses besides those of the stories, and texts with links in them. */
const ADDRESSES = at("//@href | //@url | //a:uri | //i:loc | //s:sitemap/s:loc");
const TEXTS = at("//c:encoded | //a:content");

function readXml(text: string): Said {
  const document = XmlDocument.fromString(text);
  try {
    const mentions = KINDS.flatMap(({ each, ...places }) =>
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
    const addresses = [
      ...mentions.map(({ url }) => url),
      ...document.find(ADDRESSES).map(({ content }) => content),
      ...document.find(TEXTS).flatMap(({ content }) => addressesInHtml(content)),
    ];
    return { mentions, addresses };
  } finally {
    document.dispose();
  }
}
