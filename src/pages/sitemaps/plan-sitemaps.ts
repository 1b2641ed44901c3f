// The sitemaps of the paper: an index, a part for each month with the stories first published in it,
// and one for the pages that are no stories. A story published or corrected today changes the part
// of its month and the index; the rest of the archive keeps its bytes.

import type { Moment, Site, Story } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import { element, printXml } from "../xml.ts";
import {
  isTooLong,
  lastmod,
  mostBytesOf,
  type SitemapEntry,
  sitemapElement,
  storyEntry,
} from "./sitemap-entry.ts";

export const SITEMAP_ADDRESS = "/sitemap.xml";

/** What the protocol allows in one file. */
export interface SitemapLimits {
  readonly addresses: number;
  /** Uncompressed. */
  readonly bytes: number;
}

const PROTOCOL_LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

/** What the sitemaps are made from. */
export interface SitemapMatter {
  readonly site: Site;
  readonly stories: readonly Story[];
  /** Every page for search engines that is no story, in any order. */
  readonly pages: readonly SitemapPage[];
}

export interface SitemapPage {
  /** On the site, not encoded: `/world/`. */
  readonly address: string;
  /** When what stands on it last changed, where that is known. */
  readonly changed?: Moment;
}

/** One file: where it goes, all it is made from, and how its text is made. */
export interface SitemapFile {
  /** On the site: `/sitemap.xml`, `/sitemaps/2019-05.xml`. */
  readonly address: string;
  /** While these are equal, the file is. */
  readonly matter: readonly object[];
  readonly print: () => string;
}

interface Part {
  readonly address: string;
  readonly entries: readonly SitemapEntry[];
}

/** The index first, then its parts. */
export function planSitemaps(
  matter: SitemapMatter,
  limits: SitemapLimits = PROTOCOL_LIMITS,
): readonly SitemapFile[] {
  const { site } = matter;
  const parts = [...partsOf(entriesByName(matter), site, limits)];
  return [
    indexFile(parts, site),
    ...parts.map(({ address, entries }) => ({
      address,
      matter: [site, entries],
      print: () => printXml(urlset(entries.map((entry) => sitemapElement(entry, site)))),
    })),
  ];
}

/** The root of a sitemap. */
export function urlset(urls: Parameters<typeof element>[1]) {
  return element("urlset", urls, { xmlns: SITEMAP_NAMESPACE });
}

const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

function indexFile(parts: readonly Part[], site: Site): SitemapFile {
  const rows = parts.map(({ address, entries }) => ({
    url: absoluteUrl(site, address),
    changed: newestOf(entries),
  }));
  const sitemaps = () =>
    rows.map(({ url, changed }) => element("sitemap", [element("loc", url), ...lastmod(changed)]));
  return {
    address: SITEMAP_ADDRESS,
    matter: rows,
    print: () => printXml(element("sitemapindex", sitemaps(), { xmlns: SITEMAP_NAMESPACE })),
  };
}

function newestOf(entries: readonly SitemapEntry[]): Moment | undefined {
  let newest: Moment | undefined;
  for (const { changed } of entries) {
    if (changed && (newest === undefined || changed.instant > newest.instant)) newest = changed;
  }
  return newest;
}

/** Parts by name; what search engines should not show is not named to them. */
function entriesByName(matter: SitemapMatter): ReadonlyMap<string, readonly SitemapEntry[]> {
  const { site } = matter;
  const pages = matter.pages
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map((page) => pageEntry(page, site))
    .filter(({ url }) => !isTooLong(url));
  const months = entriesByMonth(matter);
  return pages.length === 0 ? months : new Map([...months, ["pages", pages]]);
}

/**
 * Months by the paper's own clock. Oldest first: what is added to a month that fills several files
 * changes the last of them.
 */
function entriesByMonth({ site, stories }: SitemapMatter): Map<string, readonly SitemapEntry[]> {
  const months = new Map<string, SitemapEntry[]>();
  for (const story of stories.toReversed()) {
    const entry = storyEntry(story, site);
    if (story.noindex || isTooLong(entry.url)) continue;
    const month = story.published.iso.slice(0, 7);
    const entries = months.get(month);
    if (entries) entries.push(entry);
    else months.set(month, [entry]);
  }
  return months;
}

function pageEntry({ address, changed }: SitemapPage, site: Site): SitemapEntry {
  return {
    url: absoluteUrl(site, address),
    ...(changed && { changed }),
    pictures: [],
  };
}

/** `/sitemaps/2019-05.xml`; what a file cannot hold goes on in `/sitemaps/2019-05-2.xml`. */
function* partsOf(
  named: ReadonlyMap<string, readonly SitemapEntry[]>,
  site: Site,
  limits: SitemapLimits,
): Generator<Part> {
  for (const [name, entries] of named) {
    for (const [index, run] of runsOf(entries, site, limits).entries()) {
      const number = index === 0 ? "" : `-${index + 1}`;
      yield { address: `/sitemaps/${name}${number}.xml`, entries: run };
    }
  }
}

/** The XML declaration and the root element with all its namespaces, generously. */
const FRAME_BYTES = 500;

function runsOf(
  entries: readonly SitemapEntry[],
  site: Site,
  limits: SitemapLimits,
): readonly (readonly SitemapEntry[])[] {
  const runs: SitemapEntry[][] = [];
  let run: SitemapEntry[] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const more = mostBytesOf(entry, site);
    if (run.length >= limits.addresses || bytes + more > limits.bytes) {
      run = [];
      runs.push(run);
      bytes = FRAME_BYTES;
    }
    run.push(entry);
    bytes += more;
  }
  return runs;
}
