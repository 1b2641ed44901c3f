// Sitemaps as search engines read them: through a strict parser, at several moments, in papers too
// large for one file.

import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Newspaper } from "../../src/news/newspaper.ts";
import { newsLanguage, newsSitemap } from "../../src/pages/sitemaps/news-sitemap.ts";
import { planSitemaps, type SitemapLimits } from "../../src/pages/sitemaps/plan-sitemaps.ts";
import { robotsTxt } from "../../src/pages/sitemaps/robots.ts";
import { sitemapPages } from "../../src/pages/sitemaps/sitemap-pages.ts";
import { indexStories } from "../../src/pages/story-index.ts";
import { paper } from "../support/paper.ts";
import { stories } from "../support/stories.ts";
import { strictXml } from "../support/strict-xml.ts";

const SITE = `
-- content/site.yaml --
title: Bread & Letters
url: https://news.example.org/
language: en
timezone: America/New_York
sections: [{ slug: world, title: World }]
`;

const ARCHIVE = `${SITE}
-- content/articles/night.md --
---
headline: Late on the last of May
date: 2026-05-31 23:30
section: world
image: { src: /images/wide.jpg, alt: A wave, credit: Desk, rights: { syndicate: false } }
---
One.

![A lamp](/images/wide.jpg credit="Desk")
-- content/articles/morning.md --
---
headline: Early in June & "quoted"
date: 2026-06-01 00:30
section: world
---
Two.
-- content/articles/буря.md --
---
headline: A story in letters of its own
date: 2026-05-02 09:00
section: world
---
Three.
-- content/articles/hidden.md --
---
headline: Not for search engines
date: 2026-06-01 09:00
section: world
noindex: true
---
Four.
-- content/pages/about.md --
---
title: About
---
About us.
`;

/** The same, with a change made in July. */
const UPDATED = ARCHIVE.replace("23:30\n", "23:30\nupdated: 2026-07-01 10:00\n");

const create = { width: 1600, height: 1000, channels: 3 as const, background: "#678" };
const bytes = new Map([["images/wide.jpg", await sharp({ create }).jpeg().toBuffer()]]);
const JULY = "2026-07-02T12:00:00Z";

/** Every sitemap, printed, by address. */
function printed(newspaper: Newspaper, limits?: SitemapLimits): ReadonlyMap<string, string> {
  const { site } = newspaper;
  const index = indexStories(newspaper);
  const pages = () => sitemapPages(newspaper, index);
  const files = planSitemaps({ site, byDay: index.byDay, pages }, undefined, limits);
  return new Map(files.map(({ address, print }) => [address, print().join("")]));
}

test("the index leads to a part for each month by the paper's clock, and one for other pages", async () => {
  const maps = printed(await paper(UPDATED, { bytes, now: JULY }));
  const index = strictXml(maps.get("/sitemap.xml")!);
  const parts = [...maps.keys()].slice(1);
  expect(index("/s:sitemapindex/s:sitemap/s:loc")).toEqual(
    parts.map((address) => `https://news.example.org${address}`),
  );
  expect(index("//s:lastmod")).toEqual([
    "2026-07-01T10:00:00-04:00",
    "2026-06-01T00:30:00-04:00",
    "2026-06-01T09:00:00-04:00",
  ]);
  const entries = parts.map((address) => {
    const map = strictXml(maps.get(address)!);
    const urls = map("/s:urlset/s:url/s:loc");
    return [
      address,
      urls.map((url) => [url, ...map(`//s:url[s:loc='${url}']/s:lastmod`)].join(" ")),
    ];
  });
  expect(entries).toMatchInlineSnapshot(`
    [
      [
        "/sitemaps/2026-05.xml",
        [
          "https://news.example.org/2026/05/02/%D0%B1%D1%83%D1%80%D1%8F/ 2026-05-02T09:00:00-04:00",
          "https://news.example.org/2026/05/31/night/ 2026-07-01T10:00:00-04:00",
        ],
      ],
      [
        "/sitemaps/2026-06.xml",
        [
          "https://news.example.org/2026/06/01/morning/ 2026-06-01T00:30:00-04:00",
        ],
      ],
      [
        "/sitemaps/pages.xml",
        [
          "https://news.example.org/ 2026-06-01T09:00:00-04:00",
          "https://news.example.org/about/",
          "https://news.example.org/archive/",
          "https://news.example.org/archive/2026/",
          "https://news.example.org/archive/2026/05/",
          "https://news.example.org/archive/2026/05/02/",
          "https://news.example.org/archive/2026/05/31/",
          "https://news.example.org/archive/2026/06/",
          "https://news.example.org/archive/2026/06/01/",
          "https://news.example.org/world/ 2026-06-01T09:00:00-04:00",
        ],
      ],
    ]
  `);
});

test("a story's pictures are named by the address its page shows them at", async () => {
  const maps = printed(
    await paper(ARCHIVE, { bytes, now: JULY, baseUrl: "https://example.net/n/" }),
  );
  const images = strictXml(maps.get("/sitemaps/2026-05.xml")!)("//image:image/image:loc");
  const picture = (width: number) =>
    expect.stringMatching(
      new RegExp(`^https://example\\.net/n/pictures/[0-9a-f]{20}-${width}\\.jpg$`),
    );
  expect(images).toEqual([picture(1200), picture(720)]);
});

describe("a month too large for one file", () => {
  const many = async () => paper(`${SITE}${stories(31)}`);
  const loc = "//s:url/s:loc";

  test("goes on in another when it has too many addresses, oldest first", async () => {
    const maps = printed(await many(), { addresses: 12, bytes: 1e9 });
    expect([...maps.keys()].filter((address) => address.includes("2020-01"))).toEqual([
      "/sitemaps/2020-01.xml",
      "/sitemaps/2020-01-2.xml",
      "/sitemaps/2020-01-3.xml",
    ]);
    const counts = [...maps.values()].slice(1, 4).map((map) => strictXml(map)(loc).length);
    expect(counts).toEqual([12, 12, 7]);
    expect(strictXml(maps.get("/sitemaps/2020-01.xml")!)(loc)[0]).toMatch("/2020/01/01/story-1/");
  });

  test("goes on in another before it has too many bytes, and loses nothing", async () => {
    const newspaper = await paper(ARCHIVE, { bytes, now: JULY });
    const [night, ...others] = newspaper.stories.toReversed();
    const copies = Array.from({ length: 40 }, (_, copy) => ({
      ...others[0]!,
      address: `/2026/05/31/${"буря".repeat(20)}-${copy}/`,
    }));
    const large = { ...newspaper, stories: [...copies, night!] };
    for (const limit of [5_000, 20_000, 1e6]) {
      const maps = [...printed(large, { addresses: 50_000, bytes: limit }).entries()];
      const months = maps.filter(([address]) => address.includes("2026-05"));
      expect(months.every(([, map]) => Buffer.byteLength(map) <= limit)).toBe(true);
      expect(months.flatMap(([, map]) => strictXml(map)(loc)).length).toBe(41);
      expect(months.length > 1).toBe(limit < 1e6);
    }
  });
});

test("an address too long for the protocol is left out rather than spoil the file", async () => {
  const newspaper = await paper(ARCHIVE, { bytes, now: "2026-06-01T16:00:00Z" });
  const [, ...others] = newspaper.stories;
  const long = { ...others[0]!, address: `/${"b".repeat(2_100)}/` };
  const stories = [long, ...others];
  const maps = [
    ...printed({ ...newspaper, stories }).values(),
    newsSitemap({ ...newspaper, stories }),
  ];
  expect(maps.filter((map) => map.includes("bbb"))).toEqual([]);
});

test("a correction changes the parts with its story and with the corrections, and the index", async () => {
  const before = printed(await paper(ARCHIVE, { bytes, now: JULY }));
  const corrected = ARCHIVE.replace(
    "date: 2026-06-01 00:30",
    "date: 2026-06-01 00:30\ncorrections: [{ date: 2026-07-02 06:00, kind: correction, text: No. }]",
  );
  const after = printed(await paper(corrected, { bytes, now: JULY }));
  const changed = [...after].filter(([address, map]) => before.get(address) !== map);
  expect(changed.map(([address]) => address)).toEqual([
    "/sitemap.xml",
    "/sitemaps/2026-06.xml",
    "/sitemaps/pages.xml",
  ]);
  expect(strictXml(after.get("/sitemaps/2026-06.xml")!)("//s:lastmod")).toEqual([
    "2026-07-02T06:00:00-04:00",
  ]);
  const ledger = "//s:url[s:loc='https://news.example.org/corrections/']/s:lastmod";
  expect(strictXml(after.get("/sitemaps/pages.xml")!)(ledger)).toEqual([
    "2026-07-02T06:00:00-04:00",
  ]);
});

test("a sitemap says what it is made from", async () => {
  const matters = async (archive: string) => {
    const newspaper = await paper(archive, { bytes, now: JULY });
    const { byDay } = indexStories(newspaper);
    const own = { site: newspaper.site, byDay, pages: () => [] };
    return planSitemaps(own).map(({ matter }) => JSON.stringify(matter));
  };
  const [index, may, june] = await matters(ARCHIVE);
  expect(await matters(ARCHIVE)).toEqual([index, may, june]);
  const cropped = ARCHIVE.replace("credit: Desk,", "credit: Another desk,");
  const [sameIndex, otherMay, sameJune] = await matters(cropped);
  expect([sameIndex, sameJune]).toEqual([index, june]);
  expect(otherMay).not.toBe(may);
});

describe("the news sitemap", () => {
  const MORNING = 'Early in June & "quoted"';
  const NIGHT = "Late on the last of May";

  test.each([
    ["2026-06-01T03:29:59Z", []],
    ["2026-06-01T03:30:00Z", [NIGHT]],
    ["2026-06-01T04:30:00Z", [MORNING, NIGHT]],
    ["2026-06-03T03:30:00Z", [MORNING, NIGHT]],
    ["2026-06-03T03:30:01Z", [MORNING]],
    ["2026-06-03T04:30:01Z", []],
  ])("at %s has what was first published in the two days before", async (now, expected) => {
    const map = strictXml(newsSitemap(await paper(ARCHIVE, { bytes, now })));
    expect(map("//s:url/news:news/news:title")).toEqual(expected);
  });

  test("names paper, language and first publication, whatever was changed later", async () => {
    const updated = UPDATED.replace("2026-07-01 10:00", "2026-06-01 08:00");
    const now = "2026-06-01T16:00:00Z";
    const map = strictXml(newsSitemap(await paper(updated, { bytes, now })));
    const night = (name: string) =>
      map(`//s:url[contains(s:loc, 'night')]/news:news//news:${name}`);
    expect(night("publication/news:name")).toEqual(["Bread & Letters"]);
    expect(night("publication/news:language")).toEqual(["en"]);
    expect(night("publication_date")).toEqual(["2026-05-31T23:30:00-04:00"]);
  });

  test("holds a thousand at the most, the newest", async () => {
    const newspaper = await paper(ARCHIVE, { bytes, now: JULY });
    const [first] = newspaper.stories;
    const stories = Array.from({ length: 1_200 }, (_, index) => ({
      ...first!,
      noindex: false,
      published: { ...newspaper.now, instant: newspaper.now.instant - index },
      address: `/${index}/`,
    }));
    const urls = strictXml(newsSitemap({ ...newspaper, stories }))("//s:loc");
    expect(urls.length).toBe(1_000);
    expect(urls.at(-1)).toBe("https://news.example.org/999/");
  });

  test("leaves out what is still to come, though a preview shows it", async () => {
    const preview = await paper(ARCHIVE, { bytes, now: "2026-05-31T12:00:00Z", drafts: true });
    expect(preview.stories.length).toBe(4);
    expect(strictXml(newsSitemap(preview))("//news:news")).toEqual([]);
  });

  test("leaves out what was paid for", async () => {
    const sold = ARCHIVE.replace("noindex: true", "genre: sponsored");
    const map = strictXml(newsSitemap(await paper(sold, { bytes, now: JULY })));
    expect(map("//news:news")).toEqual([]);
  });

  test.each([
    ["en-GB", "en"],
    ["pt-BR", "pt"],
    ["zh", "zh-cn"],
    ["zh-Hans-SG", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-HK", "zh-tw"],
    ["haw", "haw"],
  ])("writes the language %s as %s", (tag, expected) => {
    expect(newsLanguage(tag)).toBe(expected);
  });
});

test("robots.txt opens the paper and names its sitemaps in full", async () => {
  const { site } = await paper(SITE, { baseUrl: "https://example.net/news/" });
  expect(robotsTxt(site, { isPreview: false })).toMatchInlineSnapshot(`
    "User-agent: *
    Disallow:

    Sitemap: https://example.net/news/sitemap.xml
    Sitemap: https://example.net/news/news-sitemap.xml
    "
  `);
});

test("robots.txt of a preview closes it and names nothing", async () => {
  const { site } = await paper(SITE);
  expect(robotsTxt(site, { isPreview: true })).toBe("User-agent: *\nDisallow: /\n");
});
