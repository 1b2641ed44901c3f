// The preflight, item by item: whatever the desk is promised to hear of is broken in a paper that was
// sound, in each of the places where a reader or a machine would meet it, and is told.

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../src/desk/check.ts";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, orderFor, site } from "../support/site.ts";

const PAGE = "2026/03/01/storm/index.html";
const WAVE = { src: "wave.jpg", alt: "A wave over the pier", caption: "The pier at noon" };

const ARCHIVE = `-- content/articles/storm.md --
---
headline: Storm warning
standfirst: The harbour is closed.
date: 2026-03-01 09:00
updated: 2026-03-01 11:00
section: world
image: { src: ${WAVE.src}, alt: ${WAVE.alt}, caption: ${WAVE.caption}, credit: Ours }
corrections:
  - { date: 2026-03-01 10:00, kind: correction, text: The pier has “two” lamps. }
  - { date: 2026-03-01 11:00, kind: update, text: The ferries run again. }
---
The wind rose at noon, as [the forecast](forecast.md#sea) said.

# What is known

It fell again at one.
-- content/articles/forecast.md --
---
headline: A forecast
date: 2026-02-28 09:00
section: world
---
# Sea

${"The sea will be calm and the sky clear. ".repeat(9)}
`;

const PAPER = `-- content/site.yaml --\n${SITE}outputs: [twins]\n${ARCHIVE}`;

let built: BuiltSite;
beforeAll(async () => {
  const create = { width: 1600, height: 1000, channels: 3, background: "#678" } as const;
  const wave = await sharp({ create }).jpeg().toBuffer();
  const bytes = new Map([["articles/wave.jpg", wave]]);
  built = await site(PAPER, { bytes, ownState: true, now: "2026-03-02T12:00:00Z" });
  // The words of the story are known from here on.
  await found();
});
afterAll(() => built[Symbol.asyncDispose]());

test("in a paper that is sound, nothing is told", async () => {
  expect(await found()).toEqual([]);
});

/** What the check says, rule by rule. */
async function found(): Promise<readonly string[]> {
  const order = orderFor(built.content, { ownState: true });
  const result = await check({ ...order, outputFolder: built.output });
  if (result.kind !== "checked") throw new Error(result.kind);
  return result.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

/** Runs `look` while files of the paper are other than they were printed. */
async function whileSpoilt<T>(files: readonly string[], spoil: () => void, look: () => Promise<T>) {
  const sound = files.map(
    (file) => [join(built.output, file), readFileSync(join(built.output, file))] as const,
  );
  try {
    spoil();
    return await look();
  } finally {
    for (const [path, bytes] of sound) writeFileSync(path, bytes);
  }
}

type Row = readonly [item: string, file: string, from: string | RegExp, to: string, said: RegExp];

const link = (address: string) => `<a href="${address}">here</a> rose at noon`;
const LONG = "Storm warning ".repeat(8).trim();
const APPEARED = /^dates: .*when the story appeared/;
const CHANGED = /^dates: .*when the story last changed/;

const ROWS: readonly Row[] = [
  ["a link to no page", PAGE, "rose at noon", link("/nowhere/"), /^dead links: .*“\/nowhere\/”/],
  ["a link to no place", PAGE, "rose at noon", link("#lost"), /^dead links: .*“lost”/],
  [
    "a link to no place elsewhere",
    PAGE,
    "rose at noon",
    link("/world/#lost"),
    /^dead links: .*“lost”/,
  ],
  ["a link to no file", PAGE, "rose at noon", link("/report.pdf"), /^dead links: .*report\.pdf/],
  [
    "a picture that is not there",
    PAGE,
    /(<img[^>]* src=")[^"]*/,
    '<img src="/lost.jpg',
    /^dead links: .*lost\.jpg/,
  ],
  [
    "a size of a picture that is not there",
    PAGE,
    /srcset="[^ ]*/,
    'srcset="/lost.avif',
    /^dead links: .*lost\.avif/,
  ],
  [
    "a style sheet that is not there",
    PAGE,
    /(?<=rel="stylesheet" href=")[^"]*/,
    "/lost.css",
    /^dead links: .*lost\.css/,
  ],
  ...["feed.json", "feed.xml", "atom.xml", "2026/03/01/storm/index.json"].flatMap((file): Row[] => [
    [
      `a link to no page in ${file}`,
      file,
      "2026/02/28/forecast/#sea",
      "nowhere/",
      /^dead links: The file links .*org\/nowhere\/”, which is not in the paper/,
    ],
    [
      `a link to no place in ${file}`,
      file,
      "forecast/#sea",
      "forecast/#lost",
      /^dead links: .*“lost”/,
    ],
    [
      `a picture that is not there in ${file}`,
      file,
      /pictures\/\w+-1200/,
      "pictures/lost",
      /^dead links: The file links .*lost\.jpg/,
    ],
  ]),
  [
    "a picture that is not there in JSON-LD",
    PAGE,
    /("@type":"ImageObject","url":"[^"]*\/)[^"]*/,
    "$1lost.jpg",
    /^dead links: The page links .*lost\.jpg/,
  ],
  [
    "a picture that is not there in the sitemap",
    "sitemaps/2026-03.xml",
    /(<image:loc>[^<]*\/)[^<]*/,
    "$1lost.jpg",
    /^dead links: The file links .*lost\.jpg/,
  ],
  [
    "a sitemap that is not there",
    "sitemap.xml",
    "2026-03.xml",
    "lost.xml",
    /^dead links: The file links .*lost\.xml/,
  ],
  ["no main headline", PAGE, /<(\/?)h1/g, "<$1h2", /^headings: .*0 main headlines/],
  ["two main headlines", PAGE, /<(\/?)h2/g, "<$1h1", /^headings: .*\d main headlines/],
  ["a level left out", PAGE, /<(\/?)h2/g, "<$1h3", /^headings: .*is left out/],
  [
    "a description that is the caption",
    PAGE,
    new RegExp(`alt="${WAVE.alt}"`),
    `alt="${WAVE.caption}."`,
    /^alt texts: .*caption over again/,
  ],
  ["no description", PAGE, new RegExp(` alt="${WAVE.alt}"`), "", /^alt texts: .*no description/],
  ["no credit for readers", PAGE, /<bdi>Ours<\/bdi>/g, "", /^credits: .*has no credit/],
  ["no credit for machines", PAGE, /,"creditText":"Ours"/g, "", /^credits: .*JSON-LD/],
  ["a headline over the limit", PAGE, /Storm warning/g, LONG, /^long words: The headline has 111/],
  [
    "a description for search engines over the limit",
    PAGE,
    /(name="description" content=")[^"]*/,
    `$1${LONG} ${LONG}`,
    /^long words: The description for search engines has 223/,
  ],
  [
    "another first date on the page",
    PAGE,
    'datetime="2026-03-01T09:00',
    'datetime="2026-03-01T08:00',
    APPEARED,
  ],
  [
    "another last date on the page",
    PAGE,
    'datetime="2026-03-01T11:00',
    'datetime="2026-03-01T12:00',
    CHANGED,
  ],
  [
    "another first date in JSON-LD",
    PAGE,
    '"datePublished":"2026-03-01T09',
    '"datePublished":"2026-03-01T08',
    APPEARED,
  ],
  [
    "another last date in JSON-LD",
    PAGE,
    '"dateModified":"2026-03-01T11',
    '"dateModified":"2026-03-01T12',
    CHANGED,
  ],
  [
    "another first date in Open Graph",
    PAGE,
    /(published_time" content="2026-03-01T)09/,
    "$108",
    APPEARED,
  ],
  [
    "another last date in Open Graph",
    PAGE,
    /(modified_time" content="2026-03-01T)11/,
    "$112",
    CHANGED,
  ],
  ["no first date in JSON-LD", PAGE, /"datePublished":"[^"]*",/, "", APPEARED],
  ["no last date in Open Graph", PAGE, /<meta property="article:modified_time"[^>]*>/, "", CHANGED],
  [
    "another first date in the twin",
    "2026/03/01/storm/index.json",
    'firstCreated": "2026-03-01T09',
    'firstCreated": "2026-03-01T08',
    APPEARED,
  ],
  [
    "another last date in the twin",
    "2026/03/01/storm/index.json",
    'versionCreated": "2026-03-01T11',
    'versionCreated": "2026-03-01T12',
    CHANGED,
  ],
  ["another first date in RSS", "feed.xml", /(<pubDate>[^<]*) 09:/, "$1 08:", APPEARED],
  ["another last date in RSS", "feed.xml", /(<atom:updated>2026-03-01T)11/, "$112", CHANGED],
  ["another first date in Atom", "atom.xml", /(<published>2026-03-01T)09/, "$108", APPEARED],
  ["another last date in Atom", "atom.xml", /(<entry>[^]*<updated>2026-03-01T)11/, "$112", CHANGED],
  [
    "another first date in JSON Feed",
    "feed.json",
    /(date_published": ?"2026-03-01T)09/,
    "$108",
    APPEARED,
  ],
  [
    "another last date in JSON Feed",
    "feed.json",
    /(date_modified": ?"2026-03-01T)11/,
    "$112",
    CHANGED,
  ],
  [
    "another last date in the sitemap",
    "sitemaps/2026-03.xml",
    "2026-03-01T11",
    "2026-03-01T12",
    CHANGED,
  ],
  [
    "another first date in the news sitemap",
    "news-sitemap.xml",
    "2026-03-01T09",
    "2026-03-01T08",
    APPEARED,
  ],
  [
    "a share card that is not there",
    PAGE,
    /("og:image" content=")[^"]*/,
    "$1https://news.example.org/lost.jpg",
    /^share cards: .*is not in the paper/,
  ],
  [
    "a page over its budget",
    PAGE,
    "rose at noon",
    Array.from({ length: 9000 }, (_, n) => Math.imul(n, 2654435761).toString(36)).join(" "),
    /^weight: A reader waits for/,
  ],
  ["other words in the text", PAGE, "at one", "at two", /^unmarked changes: /],
  [
    "a correction in other words",
    PAGE,
    'has “two” lamps.",',
    'has “three” lamps.",',
    /^rewritten corrections: /,
  ],
  [
    "a correction taken away",
    PAGE,
    /,?\{"@type":"CorrectionComment"[^}]*again[^}]*\}/,
    "",
    /^rewritten corrections: /,
  ],
  ["other words in the headline", PAGE, /<h1([^>]*)>Storm/, "<h1$1>Snow", /^unmarked changes: /],
  [
    "other words below the headline",
    PAGE,
    /(class="story-standfirst">)The harbour/,
    "$1The airport",
    /^unmarked changes: /,
  ],
];

test.each(ROWS)("%s is told", async (_, file, from, to, said) => {
  const path = join(built.output, file);
  const spoil = () => {
    const text = readFileSync(path, "utf8");
    const spoilt = text.replace(from, to);
    expect(spoilt).not.toBe(text);
    writeFileSync(path, spoilt);
  };
  const findings = await whileSpoilt([file], spoil, found);
  expect(findings).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
});

test("a share card and a picture that are too heavy are told", async () => {
  const card = new URL(
    built.meta(`/${PAGE.replace("index.html", "")}`, "og:image")[0]!,
  ).pathname.slice(1);
  const picture = built.page("/2026/03/01/storm/")("figure img").attr("src")!.slice(1);
  const spoil = () => {
    for (const file of [card, picture])
      appendFileSync(join(built.output, file), Buffer.alloc(600_000));
  };
  const findings = await whileSpoilt([card, picture], spoil, found);
  expect(findings).toEqual([
    expect.stringMatching(/^share cards: .*WhatsApp shows none over/),
    expect.stringMatching(/^weight: The picture .* the limit is/),
  ]);
});
