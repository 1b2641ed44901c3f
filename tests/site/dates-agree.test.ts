// One hundred stories, and for each of them every place that says when it appeared and when it last
// changed: compared in pairs, not one of them disagrees.

import { load } from "cheerio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BenchPaper, benchPaper } from "../support/bench-paper.ts";

const STORIES = 100;
const LONG = 300_000;
const SITE = "https://bench.example";

/** What one file says of the stories in it: by address in full, kind of date and place. */
type Said = Map<string, Record<"published" | "modified", Map<string, string>>>;

let paper: BenchPaper;
beforeAll(async () => {
  paper = await benchPaper(STORIES, `${SITE}/`);
}, LONG);
afterAll(() => paper.built[Symbol.asyncDispose]());

test("a hundred stories say one date in page, JSON-LD, Open Graph, feeds and sitemaps", () => {
  const said: Said = new Map(
    paper.stories.map(({ address }) => [
      SITE + address,
      { published: new Map(), modified: new Map() },
    ]),
  );
  for (const { address } of paper.stories) readPage(address, said);
  for (const file of paper.built.files()) readMachineFile(file, said);
  const places = new Set<string>();
  const disagreements: string[] = [];
  let pairs = 0;
  for (const [url, kinds] of said)
    for (const [kind, dates] of Object.entries(kinds)) {
      const all = [...dates];
      for (const [index, [place, date]] of all.entries()) {
        places.add(place.replace(/.*\//, "").replace(/^\d{4}-\d\d\.xml$/, "a month’s sitemap"));
        for (const [otherPlace, other] of all.slice(index + 1)) {
          pairs += 1;
          if (Number.isNaN(Date.parse(date)) || Date.parse(date) !== Date.parse(other))
            disagreements.push(`${url} ${kind}: ${date} in ${place}, ${other} in ${otherPlace}`);
        }
      }
    }
  expect(disagreements).toEqual([]);
  expect([...places].sort()).toEqual([
    "JSON-LD",
    "Open Graph",
    "a month’s sitemap",
    "atom.xml",
    "feed.json",
    "feed.xml",
    "news-sitemap.xml",
    "page",
  ]);
  expect(pairs).toBeGreaterThan(STORIES * 10);
});

test("the dates are those the newsroom wrote", () => {
  for (const { address, date, corrections } of paper.stories) {
    const [published, updated] = timesOn(address);
    expect([address, Date.parse(published!)]).toEqual([address, Date.parse(date.iso)]);
    expect(updated && Date.parse(updated)).toEqual(
      corrections[0] && Date.parse(corrections[0].date.iso),
    );
  }
});

interface Dates {
  readonly published: string | undefined;
  readonly modified: string | undefined;
}

/** What is said of lists and pages, and what is not said, counts for nothing. */
function add(said: Said, url: string, place: string, dates: Dates): void {
  const kinds = said.get(url);
  if (dates.published) kinds?.published.set(place, dates.published);
  if (dates.modified) kinds?.modified.set(place, dates.modified);
}

function timesOn(address: string): readonly string[] {
  const $ = paper.built.page(address);
  return $("article > header time")
    .toArray()
    .map(({ attribs }) => attribs["datetime"] ?? "");
}

function readPage(address: string, said: Said): void {
  const { built } = paper;
  const url = SITE + address;
  const [published = "", modified = published] = timesOn(address);
  add(said, url, "page", { published, modified });
  const [story = {}] = built.jsonLd(address, "NewsArticle");
  add(said, url, "JSON-LD", {
    published: String(story["datePublished"]),
    modified: String(story["dateModified"]),
  });
  add(said, url, "Open Graph", {
    published: built.meta(address, "article:published_time").join(),
    modified: built.meta(address, "article:modified_time").join(),
  });
}

/** The elements of feeds and sitemaps: each story, and in it its address and its two dates. */
const KINDS = [
  ["item", "link", "pubDate", "atom\\:updated"],
  ["entry", "link[rel='alternate']", "published", "updated"],
  ["url", "loc", "news\\:news > news\\:publication_date", "lastmod"],
] as const;

function readMachineFile(file: string, said: Said): void {
  // Its entries are corrections, each with a date of its own.
  if (file.startsWith("corrections/")) return;
  const text = () => paper.built.text(`/${file}`);
  if (file.endsWith("feed.json")) {
    const { items } = JSON.parse(text()) as { items: Record<string, string>[] };
    for (const { url, date_published: published, date_modified: modified } of items)
      add(said, url!, file, { published, modified });
  }
  if (!file.endsWith(".xml")) return;
  const $ = load(text(), { xml: true });
  for (const [each, ...places] of KINDS)
    for (const element of $(each).toArray()) {
      const [address, published, modified] = places.map((place) => $(`> ${place}`, element));
      const url = address!.attr("href") ?? address!.text();
      add(said, url, file, { published: published!.text(), modified: modified!.text() });
    }
}
