// Under which terms the paper may be used, and who wrote it in the eyes of social networks.

import { expect, test } from "vitest";
import { site } from "../support/site.ts";
import { strictXml } from "../support/strict-xml.ts";

const WALL = "/2026/03/08/wall/";
const AGENCY = "/2026/03/08/agency/";
const BY = "https://creativecommons.org/licenses/by/4.0/";

const ARCHIVE = `
-- content/site.yaml --
title: The Broadsheet
url: https://example.org/news/
language: de
timezone: America/New_York
sections:
  - { slug: world, title: World }
outputs: [twins]
license: { name: CC BY 4.0, url: "${BY}" }
-- content/authors/ana.md --
---
name: Ana Ruiz
fediverse: @ana@social.example.org
---
-- content/authors/ben.md --
---
name: Ben Okri
---
-- content/articles/wall.md --
---
headline: The wall that was too low
date: 2026-03-08 21:30
section: world
authors: [ben, ana]
---
The wind rose at noon.
-- content/articles/agency.md --
---
headline: From an agency
date: 2026-03-08 20:30
section: world
language: en
license: { name: All rights reserved }
---
The wind fell at night.
`;

test("the paper's licence stands at the foot of its pages and in the metadata of its stories", async () => {
  await using built = await site(ARCHIVE);
  for (const address of ["/", "/world/", WALL, "/archive/", "/404.html"]) {
    expect(built.texts(address, ".footer .license")).toEqual(["Lizenz: CC BY 4.0"]);
    const $ = built.page(address);
    expect($('a[rel~="license"]').attr("href")).toBe(BY);
  }
  expect(built.jsonLd(WALL, "NewsArticle")[0]!["license"]).toBe(BY);
  expect(JSON.parse(built.text(`${WALL}index.json`)).usageTerms).toBe(`CC BY 4.0 (${BY})`);
});

test("a story under terms of its own says so in place of the paper", async () => {
  await using built = await site(ARCHIVE);
  expect(built.texts(AGENCY, ".license")).toEqual(["Licence: All rights reserved"]);
  expect(built.page(AGENCY)('[rel~="license"]').length).toBe(0);
  expect(built.jsonLd(AGENCY, "NewsArticle")[0]!["license"]).toEqual({
    "@type": "CreativeWork",
    name: "All rights reserved",
  });
});

test("a feed says under which terms it is, and an entry where it has terms of its own", async () => {
  await using built = await site(ARCHIVE);
  const paper = `CC BY 4.0 (${BY})`;
  const atom = strictXml(built.text("/atom.xml"));
  expect(atom("/a:feed/a:rights")).toEqual([paper]);
  expect(atom("//a:entry[a:rights]/a:title")).toEqual(["From an agency"]);
  expect(atom("//a:entry/a:rights")).toEqual(["All rights reserved"]);
  const rss = strictXml(built.text("/feed.xml"));
  expect(rss("/rss/channel/copyright")).toEqual([paper]);
  expect(rss("//item/dc:rights")).toEqual(["All rights reserved"]);
});

test("a paper that names no licence claims none", async () => {
  await using built = await site(ARCHIVE.replace(/^license: .*CC.*$/m, ""));
  expect(built.page(WALL)(".license").length).toBe(0);
  expect(built.jsonLd(WALL, "NewsArticle")[0]).not.toHaveProperty("license");
  expect(strictXml(built.text("/atom.xml"))("/a:feed/a:rights")).toEqual([]);
});

test("a story shared in the fediverse leads to those who signed it and have an account there", async () => {
  await using built = await site(ARCHIVE);
  expect(built.meta(WALL, "fediverse:creator")).toEqual(["@ana@social.example.org"]);
  expect(built.meta(AGENCY, "fediverse:creator")).toEqual([]);
});
