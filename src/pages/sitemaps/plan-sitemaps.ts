// The sitemaps of the paper: an index, a part for each month with the stories first published in it,
// and one for the pages that are no stories. A story published or corrected today changes the part
// of its month and the index; the rest of the archive keeps its bytes.

import type { Moment, Site, Story } from "../../news/newspaper.ts";
import { grouped } from "../grouped.ts";
import type { Pieces, PlannedFile } from "../page.ts";
import type { StoryIndex } from "../story-index.ts";
import { absoluteUrl, outputOf } from "../urls.ts";
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
  readonly byDay: StoryIndex["byDay"];
  /** Every page for search engines that is no story, in any order. */
  readonly pages: () => readonly SitemapPage[];
}

/** One part as the index names it. */
export interface SitemapRow {
  /** On the site: `/sitemaps/2019-05.xml`. */
  readonly address: string;
  /** Absolute. */
  readonly url: string;
  readonly changed?: Moment;
}

/** What the index says of parts that nobody asks for, so that nothing in them is looked at. */
export interface KnownSitemaps {
  /** By the address of the first part of a month, or of the other pages. */
  readonly wants: (address: string) => boolean;
  readonly rows: readonly SitemapRow[];
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
  readonly print: () => Pieces;
}

interface Part {
  readonly row: SitemapRow;
  readonly file: SitemapFile;
}

/** The index first, then its parts; of these the ones that are wanted, where the others are known. */
export function planSitemaps(
  matter: SitemapMatter,
  { wants, rows }: KnownSitemaps = { wants: () => true, rows: [] },
  limits: SitemapLimits = PROTOCOL_LIMITS,
): readonly SitemapFile[] {
  const planned = namedEntries(matter).map(({ name, entries }) =>
    wants(partAddress(name))
      ? partsOf(name, entries(), matter.site, limits)
      : rows.filter(({ address }) => isPartOf(address, name)).map((row) => ({ row })),
  );
  const parts: readonly (Pick<Part, "row"> & Partial<Part>)[] = planned.flat();
  const files = parts.flatMap(({ file }) => file ?? []);
  return [indexFile(parts.map(({ row }) => row)), ...files];
}

/** What the index says, if it is among the planned files. */
export function sitemapRows(
  files: readonly Pick<PlannedFile, "output" | "matter">[],
): readonly SitemapRow[] | undefined {
  const index = files.find(({ output }) => output === outputOf(SITEMAP_ADDRESS));
  // The index is made from its rows alone; see `indexFile`.
  return index?.matter as readonly SitemapRow[] | undefined;
}

/** Of the stories first published in a month, or, by `OTHER_PAGES`, of the pages that are no stories. */
export function isPartOf(address: string, name: string): boolean {
  return address === partAddress(name) || address.startsWith(`/sitemaps/${name}-`);
}

/** The month of a story by the paper's own clock. */
export function monthOf(published: string): string {
  return published.slice(0, "2019-05".length);
}

/** @param number 0 for the first; what a file cannot hold goes on in `/sitemaps/2019-05-2.xml` */
function partAddress(name: string, number = 0): string {
  return `/sitemaps/${name}${number === 0 ? "" : `-${number + 1}`}.xml`;
}

/** The root of a sitemap. */
export function urlset(urls: Parameters<typeof element>[1]) {
  return element("urlset", urls, { xmlns: SITEMAP_NAMESPACE });
}

const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

function indexFile(rows: readonly SitemapRow[]): SitemapFile {
  const sitemaps = () =>
    rows.map(({ url, changed }) => element("sitemap", [element("loc", url), ...lastmod(changed)]));
  return {
    address: SITEMAP_ADDRESS,
    matter: rows,
    print: () => [printXml(element("sitemapindex", sitemaps(), { xmlns: SITEMAP_NAMESPACE }))],
  };
}

function newestOf(entries: readonly SitemapEntry[]): Moment | undefined {
  let newest: Moment | undefined;
  for (const { changed } of entries) {
    if (changed && (newest === undefined || changed.instant > newest.instant)) newest = changed;
  }
  return newest;
}

/** The part of what is no story. */
export const OTHER_PAGES = "pages";

/** What stands in the parts of one name: looked up when it is asked for. */
interface Named {
  readonly name: string;
  readonly entries: () => readonly SitemapEntry[];
}

/**
 * Months, oldest first, and the other pages. Within a month the oldest comes first too: what is added
 * to one that fills several files changes the last of them.
 */
function namedEntries({ site, byDay, pages }: SitemapMatter): readonly Named[] {
  const months = grouped([...byDay.keys()].reverse(), (day) => [monthOf(day)]);
  const storiesOf = (days: readonly string[]) =>
    days.flatMap((day) => (byDay.get(day) ?? []).toReversed());
  return [
    ...[...months].map(([name, days]) => ({
      name,
      entries: () => storyEntries(storiesOf(days), site),
    })),
    { name: OTHER_PAGES, entries: () => pageEntries(pages(), site) },
  ];
}

/** What search engines should not show is not named to them. */
function storyEntries(stories: readonly Story[], site: Site): readonly SitemapEntry[] {
  return stories
    .filter(({ noindex }) => !noindex)
    .map((story) => storyEntry(story, site))
    .filter(({ url }) => !isTooLong(url));
}

function pageEntries(pages: readonly SitemapPage[], site: Site): readonly SitemapEntry[] {
  return pages
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map((page) => pageEntry(page, site))
    .filter(({ url }) => !isTooLong(url));
}

function pageEntry({ address, changed }: SitemapPage, site: Site): SitemapEntry {
  return {
    url: absoluteUrl(site, address),
    ...(changed && { changed }),
    pictures: [],
  };
}

function partsOf(
  name: string,
  entries: readonly SitemapEntry[],
  site: Site,
  limits: SitemapLimits,
): readonly Part[] {
  return runsOf(entries, site, limits).map((run, number) => {
    const address = partAddress(name, number);
    const changed = newestOf(run);
    return {
      row: { address, url: absoluteUrl(site, address), ...(changed && { changed }) },
      file: {
        address,
        matter: [site, run],
        print: () => [printXml(urlset(run.map((entry) => sitemapElement(entry, site))))],
      },
    };
  });
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
