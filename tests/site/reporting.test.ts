// What a story says of itself: who paid for it, how it came about, and what it rests on.

import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const WALL = "/2026/03/08/wall/";
const HARBOUR = "/2026/03/08/harbour/";

const ARCHIVE = `
-- content/site.yaml --
title: The Broadsheet
url: https://example.org/news/
language: en
timezone: America/New_York
sections:
  - { slug: world, title: World }
outputs: [twins, text]
-- content/articles/wall.md --
---
headline: The wall that was too low
date: 2026-03-08 21:30
section: world
method: We measured the wall, & asked <everybody>.
sources:
  - { title: Report on the sea wall, url: "https://example.com/report?a=1&b=2" }
  - title: Minutes of the council, on paper
---
The wind rose at noon, says [the port](https://example.org/).
-- content/articles/harbour.md --
---
headline: A bank by the sea
date: 2026-03-08 20:30
section: world
genre: sponsored
sponsor: { name: Harbour Bank, url: https://example.com/bank }
---
The bank is open, says [the bank](https://example.com/open), as we [said](wall.md).
`;

test("who paid for a story stands above its headline, wherever it is read", async () => {
  await using built = await site(ARCHIVE);
  expect(built.texts(HARBOUR, ".sponsor")).toEqual(["Paid for by Harbour Bank"]);
  const $ = built.page(HARBOUR);
  expect($(".sponsor ~ h1").length).toBe(1);
  expect($(".sponsor a").attr("rel")).toContain("sponsored");
  expect(built.jsonLd(HARBOUR, "AdvertiserContentArticle")[0]).toMatchObject({
    sponsor: { "@type": "Organization", name: "Harbour Bank", url: "https://example.com/bank" },
  });
  expect(built.text(`/text${HARBOUR}`)).toContain("Paid for by");
  expect(built.text("/feed.xml")).toContain("Paid for by");
  expect(built.text(`${HARBOUR}story.txt`)).toContain(
    "Paid for by Harbour Bank https://example.com/bank\n",
  );
  expect(JSON.parse(built.text(`${HARBOUR}index.json`))).toMatchObject({
    infoSources: [
      { role: "publisher" },
      { name: "Harbour Bank", role: "sponsor", uri: "https://example.com/bank" },
    ],
  });
  expect(built.page(WALL)(".sponsor").length).toBe(0);
});

test("a link in a story that was paid for is no recommendation of ours, wherever it is read", async () => {
  await using built = await site(ARCHIVE);
  const relOf = (address: string, link: string) =>
    built.page(address)(`a[href="${link}"]`).attr("rel");
  for (const address of [HARBOUR, `/text${HARBOUR}`]) {
    expect(relOf(address, "https://example.com/open")).toBe("sponsored noopener");
  }
  for (const file of ["/feed.xml", `${HARBOUR}index.json`]) {
    expect(built.text(file)).toMatch(/com\/open\\?" rel=\\?"sponsored noopener/);
  }
  const within = built.page(HARBOUR)(".text a").last();
  expect([within.text(), within.attr("rel")]).toEqual(["said", undefined]);
  expect(relOf(WALL, "https://example.org/")).toBe("noopener");
});

test("below its text a story says how it was reported, and what a reader may check", async () => {
  await using built = await site(ARCHIVE);
  expect(built.texts(WALL, ".text ~ .reporting h2")).toEqual(["How we reported this", "Sources"]);
  expect(built.texts(WALL, ".reporting p")).toEqual(["We measured the wall, & asked <everybody>."]);
  expect(built.texts(WALL, ".reporting li")).toEqual([
    "Report on the sea wall",
    "Minutes of the council, on paper",
  ]);
  const url = "https://example.com/report?a=1&b=2";
  expect(built.page(WALL)(".reporting a").attr("href")).toBe(url);
  expect(built.jsonLd(WALL, "NewsArticle")[0]).toMatchObject({
    backstory: "We measured the wall, & asked <everybody>.",
    citation: [
      { "@type": "CreativeWork", name: "Report on the sea wall", url },
      { "@type": "CreativeWork", name: "Minutes of the council, on paper" },
    ],
  });
  expect(built.text(`/text${WALL}`)).toContain("We measured the wall, &amp; asked");
  expect(built.text("/feed.xml")).toContain("Minutes of the council, on paper");
  expect(built.text(`${WALL}story.txt`)).toContain(`Sources\nReport on the sea wall ${url}\n`);
  expect(built.page(HARBOUR)(".reporting").length).toBe(0);
});

test("other words about its sources change the story and nothing beside it", async () => {
  await using built = await site(ARCHIVE, { ownState: true });
  const summary = await built.rebuild(
    ARCHIVE.replace("on paper", "in the archive").replace(/^-- content\/site[^]*?(?=-- )/m, ""),
  );
  expect(built.texts(WALL, ".reporting li")[1]).toBe("Minutes of the council, in the archive");
  expect(built.text(`/text${WALL}`)).toContain("in the archive");
  expect(summary.printed).toBe(2);
});
