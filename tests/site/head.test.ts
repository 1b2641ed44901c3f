// What machines are told: search engines, social networks, feed readers. All of it is made from the
// same story, so it must agree with itself and with the page.

import sharp from "sharp";
import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const STORM = "/2026/03/08/storm/";

const ARCHIVE = `
-- content/site.yaml --
title: The Broadsheet
url: https://example.org/news/
language: en
timezone: America/New_York
description: News of the coast
sections:
  - { slug: world, title: World }
publisher: { name: Broadsheet Press }
policies: { corrections: /corrections-policy/ }
-- content/pages/corrections-policy.md --
---
title: How we correct
---
In the open.
-- content/authors/ana.md --
---
name: Ana Ruiz
role: Reporter
---
-- content/authors/desk.md --
---
name: The Desk
kind: organization
---
-- content/articles/storm.md --
---
headline: Storm & "flood" <hit> the coast
date: 2026-03-08 21:30
updated: 2026-03-09 08:00
section: world
standfirst: What we know so far
authors: [ana, desk]
topics: [Weather, Coast]
genre: analysis
image:
  src: storm.jpg
  alt: Waves over a wall
  caption: The wall on Sunday
  credit: Ana Ruiz / The Desk
corrections:
  - { date: 2026-03-10 10:00, kind: correction, text: The wall is 4 metres high. }
---
The wind rose at noon.
`;

async function storm() {
  const picture = await sharp({
    create: { width: 2000, height: 1400, channels: 3, background: "#345" },
  })
    .jpeg()
    .toBuffer();
  return site(ARCHIVE, { bytes: new Map([["articles/storm.jpg", picture]]) });
}

test("page, JSON-LD and Open Graph say the same of a story", async () => {
  await using built = await storm();
  const [article] = built.jsonLd(STORM, "NewsArticle");
  const headline = 'Storm & "flood" <hit> the coast';
  expect(article).toMatchObject({
    "@type": ["NewsArticle", "AnalysisNewsArticle"],
    headline,
    description: "What we know so far",
    datePublished: "2026-03-08T21:30:00-04:00",
    dateModified: "2026-03-10T10:00:00-04:00",
    articleSection: "World",
    inLanguage: "en",
    url: "https://example.org/news/2026/03/08/storm/",
    correction: [
      {
        "@type": "CorrectionComment",
        text: "The wall is 4 metres high.",
        datePublished: "2026-03-10T10:00:00-04:00",
      },
    ],
  });
  expect(built.texts(STORM, "h1")).toEqual([headline]);
  expect(built.meta(STORM, "og:title")).toEqual([headline]);
  expect(built.meta(STORM, "og:type")).toEqual(["article"]);
  expect(built.meta(STORM, "article:published_time")).toEqual([article!["datePublished"]]);
  expect(built.meta(STORM, "article:modified_time")).toEqual([article!["dateModified"]]);
  expect(built.meta(STORM, "article:tag")).toEqual(["Weather", "Coast"]);
  expect(built.meta(STORM, "robots")).toEqual(["max-image-preview:large"]);
  const $ = built.page(STORM);
  const times = $(".story-head time")
    .toArray()
    .map((element) => $(element).attr("datetime"));
  expect(times).toEqual([article!["datePublished"], article!["dateModified"]]);
});

test("no headline can end the script that its JSON-LD stands in", async () => {
  const headline = "</ScRiPt ><script>alert(1)</script><!-- & ]]>";
  await using built = await site(`
-- content/articles/storm.md --
---
headline: "${headline}"
date: 2026-03-08 21:30
section: world
---
The wind rose.
`);
  const page = built.page(STORM);
  expect(page("script").length).toBe(page('script[type="application/ld+json"]').length);
  expect(built.jsonLd(STORM, "NewsArticle")[0]?.["headline"]).toBe(headline);
});

test("every author is an object of their own", async () => {
  await using built = await storm();
  const [article] = built.jsonLd(STORM, "NewsArticle");
  expect(article!["author"]).toEqual([
    {
      "@type": "Person",
      "@id": "https://example.org/news/authors/ana/#author",
      name: "Ana Ruiz",
      url: "https://example.org/news/authors/ana/",
      jobTitle: "Reporter",
    },
    {
      "@type": "Organization",
      "@id": "https://example.org/news/authors/desk/#author",
      name: "The Desk",
      url: "https://example.org/news/authors/desk/",
    },
  ]);
  expect(built.meta(STORM, "article:author")).toEqual([
    "https://example.org/news/authors/ana/",
    "https://example.org/news/authors/desk/",
  ]);
  expect(built.page(STORM)(".story-head").text()).toMatch(/By Ana Ruiz.*and The Desk/);
});

test("pictures for machines exist in the sizes they claim, with their credit", async () => {
  await using built = await storm();
  const [article] = built.jsonLd(STORM, "NewsArticle");
  const images = article!["image"] as Record<string, string | number>[];
  expect(images.map(({ width, height }) => [width, height])).toEqual([
    [1200, 675],
    [1200, 900],
    [1200, 1200],
  ]);
  expect(images.every(({ creditText }) => creditText === "Ana Ruiz / The Desk")).toBe(true);
  const share = built.meta(STORM, "og:image")[0]!;
  for (const url of [...images.map((image) => String(image["url"])), share]) {
    expect(url).toMatch(/^https:\/\/example\.org\/news\/pictures\/.*\.jpg$/);
    const { format } = await sharp(`${built.output}/${url.slice(25)}`).metadata();
    expect(format).toBe("jpeg");
  }
  const { width, height } = await sharp(`${built.output}/${share.slice(25)}`).metadata();
  expect([width, height]).toEqual([1200, 630]);
  expect(built.meta(STORM, "og:image:alt")).toEqual(["Waves over a wall"]);
});

test("the publisher and the way to the story are part of the graph", async () => {
  await using built = await storm();
  expect(built.jsonLd(STORM, "NewsMediaOrganization")).toMatchObject([
    {
      "@id": "https://example.org/news/#publisher",
      name: "Broadsheet Press",
      correctionsPolicy: "https://example.org/news/corrections-policy/",
    },
  ]);
  const [breadcrumb] = built.jsonLd(STORM, "BreadcrumbList");
  const steps = breadcrumb!["itemListElement"] as { name: string; item: string }[];
  expect(steps.map(({ item }) => item)).toEqual([
    "https://example.org/news/",
    "https://example.org/news/world/",
    "https://example.org/news/2026/03/08/storm/",
  ]);
});

test("every page names itself as canonical, but the one that is nowhere", async () => {
  await using built = await storm();
  for (const address of ["/", STORM, "/world/", "/authors/ana/", "/corrections-policy/"]) {
    const canonical = built.page(address)('link[rel="canonical"]').attr("href");
    expect(canonical).toBe(`https://example.org/news${address}`);
    expect(built.meta(address, "og:url")).toEqual([canonical]);
  }
  expect(built.page("/404.html")('link[rel="canonical"]').length).toBe(0);
  expect(built.meta("/404.html", "robots")).toEqual(["noindex"]);
});

test("under a sub-path every address on the site begins with it", async () => {
  await using built = await storm();
  for (const file of built.files().filter((name) => name.endsWith(".html"))) {
    const addresses = [...built.text(`/${file}`).matchAll(/(?:href|src)="(\/[^"]*)"/g)];
    expect(addresses.map(([, address]) => address).filter((a) => !a!.startsWith("/news/"))).toEqual(
      [],
    );
  }
});

test("a story for other channels has other words there, and its own on the page", async () => {
  await using built = await site(`
-- content/articles/storm.md --
---
headline: The night the sea came
date: 2026-03-08 21:30
section: world
seo: { title: Storm hits coast, description: For search engines }
social: { title: Share me, description: For friends }
noindex: true
---
The wind rose.
`);
  expect(built.page(STORM)("title").text()).toBe("Storm hits coast – The Broadsheet");
  expect(built.meta(STORM, "description")).toEqual(["For search engines"]);
  expect(built.meta(STORM, "og:title")).toEqual(["Share me"]);
  expect(built.meta(STORM, "og:description")).toEqual(["For friends"]);
  expect(built.meta(STORM, "robots")).toEqual(["noindex"]);
  expect(built.texts(STORM, "h1")).toEqual(["The night the sea came"]);
});

test("a reader can keep the paper on a home screen, under its own name and mark", async () => {
  await using built = await storm();
  const href = built.page(STORM)('link[rel="manifest"]').attr("href")!;
  expect(href).toMatch(/^\/news\/assets\/paper-[0-9a-f]+\.webmanifest$/);
  const manifest = JSON.parse(built.text(href.slice("/news".length)));
  expect(manifest).toMatchObject({
    name: "The Broadsheet",
    description: "News of the coast",
    lang: "en",
    dir: "ltr",
  });
  const at = (address: string) => new URL(address, `https://example.org${href}`).href;
  expect(at(manifest.start_url)).toBe("https://example.org/news/");
  const icons: { src: string; type: string; sizes: string; purpose?: string }[] = manifest.icons;
  expect(icons.map(({ type, sizes, purpose = "" }) => `${type} ${sizes} ${purpose}`)).toEqual([
    "image/svg+xml any ",
    "image/png 512x512 any maskable",
  ]);
  const drawn = icons.map(({ src }) => {
    const path = at(src).slice("https://example.org/news".length);
    return sharp(`${built.output}${path}`).metadata();
  });
  const [svg, png] = await Promise.all(drawn);
  expect([svg?.format, png?.format, png?.width, png?.height]).toEqual(["svg", "png", 512, 512]);
});
