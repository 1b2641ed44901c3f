// What feed readers, crawlers and search engines are given beside the pages.

import { load } from "cheerio";
import { expect, test } from "vitest";
import { SITE } from "../support/content-folder.ts";
import { site } from "../support/site.ts";
import { strictXml } from "../support/strict-xml.ts";
import { stories, story } from "../support/stories.ts";

const FEEDS = ["feed.xml", "atom.xml", "feed.json"];

test("the paper and every section, topic and author have feeds, and their pages say so", async () => {
  await using built = await site(`${story(1, "world", "topics: [Sea]\nauthors: [ana]\n")}
-- content/authors/ana.md --
---
name: Ana
---
`);
  for (const list of ["/", "/world/", "/topics/sea/", "/authors/ana/"]) {
    for (const feed of FEEDS) expect(built.text(`${list}${feed}`)).toContain("Story 1");
    const found = built.page(list)('link[rel="alternate"]').toArray();
    expect(found.map(({ attribs }) => attribs["href"])).toEqual(FEEDS.map((feed) => list + feed));
  }
});

test("every feed and sitemap reads strictly, and an unchanged one is left alone", async () => {
  await using built = await site(stories(60), { ownState: true });
  const xml = built.files().filter((file) => file.endsWith(".xml"));
  expect(xml).toEqual(
    expect.arrayContaining(["sitemap.xml", "sitemaps/2020-01.xml", "news-sitemap.xml"]),
  );
  for (const file of xml) strictXml(built.text(`/${file}`));
  // An old story: in no feed any more, and in the sitemap of its month.
  const again = await built.rebuild(story(3, "world", "standfirst: New words\n"));
  expect(again.files.written).toBeLessThan(12);
  expect(built.text("/robots.txt")).toContain("Sitemap: https://");
});

test("what another site shows is told and led to on the page, in feeds, twins and text, and never loaded", async () => {
  await using built = await site(`-- content/site.yaml --
${SITE}outputs: [twins, text]
-- content/articles/wave.md --
---
headline: The wave
date: 2026-05-31
section: world
---
The wind rose.

::: embed https://video.example/watch?v=1&t=2 The wave on film
A wave breaks over the wall.
:::
`);
  const page = "/2026/05/31/wave/";
  const { items } = JSON.parse(built.text("/feed.json")) as { items: { content_html: string }[] };
  const { bodies } = JSON.parse(built.text(`${page}index.json`)) as { bodies: { value: string }[] };
  const told = {
    page: built.text(page),
    text: built.text(`/text${page}`),
    json: items[0]?.content_html ?? "",
    rss: strictXml(built.text("/feed.xml"))("//content:encoded").join(),
    atom: strictXml(built.text("/atom.xml"))("//a:content").join(),
    ninjs: bodies[0]?.value ?? "",
  };
  for (const [where, html] of Object.entries(told)) {
    const $ = load(html);
    const link = $("figure figcaption a[href='https://video.example/watch?v=1&t=2']");
    expect([where, link.text()]).toEqual([where, "The wave on film"]);
    expect([where, $("figure p").text()]).toEqual([where, "A wave breaks over the wall."]);
    expect([where, $("[src*='video.example'], iframe").length]).toEqual([where, 0]);
  }
  expect(built.text(`${page}story.txt`)).toContain("A wave breaks over the wall.");
});

test("a robots.txt of the newsroom's own is the one that counts", async () => {
  await using built = await site(`${story(1)}
-- content/files/robots.txt --
User-agent: *
Disallow: /private/
`);
  expect(built.text("/robots.txt")).toBe("User-agent: *\nDisallow: /private/\n");
});

test("a preview tells crawlers to stay away, and names no sitemap", async () => {
  await using built = await site(story(1), { drafts: true });
  expect(built.text("/robots.txt")).toBe("User-agent: *\nDisallow: /\n");
});
