// What feed readers, crawlers and search engines are given beside the pages.

import { expect, test } from "vitest";
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
