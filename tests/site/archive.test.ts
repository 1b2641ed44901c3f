// The archive: the way to every story of the paper, by the day it appeared.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problems, site } from "../support/site.ts";
import { stories, story } from "../support/stories.ts";

test("from the foot of any page a reader gets to a day, and to what was published on it", async () => {
  await using built = await site(`${stories(3)}
-- content/articles/late.md --
---
headline: Late
date: 2021-12-31 23:30
section: politics
genre: opinion
---
The year ended.
`);
  expect(built.page("/2020/01/02/story-2/")('footer a[href="/archive/"]').text()).toBe("Archive");
  const ways = (address: string) =>
    built
      .page(address)("main a")
      .toArray()
      .map(({ attribs }) => attribs["href"]);
  expect(ways("/archive/")).toEqual([
    "/archive/2021/",
    "/archive/2021/12/",
    "/archive/2020/",
    "/archive/2020/01/",
  ]);
  expect(built.texts("/archive/", "main a")).toEqual(["2021", "December", "2020", "January"]);
  expect(built.texts("/archive/2020/", "main .list a")).toEqual([
    "Archive",
    "January 2020",
    "3",
    "2",
    "1",
  ]);
  expect(built.texts("/archive/2021/12/", "main .list a")).toEqual([
    "Archive",
    "2021",
    "31 December 2021",
    "Late",
  ]);
  expect(built.texts("/archive/2021/12/", ".genre")).toEqual(["Opinion"]);
  expect(built.texts("/archive/2021/12/31/", "h1, h2")).toEqual(["31 December 2021", "Late"]);
  expect(ways("/archive/2021/12/31/").at(-1)).toBe("/2021/12/31/late/");
});

test("a story stands on the day of the paper's own clock, wherever it is built", async () => {
  await using built = await site(`
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: ja
timezone: Asia/Tokyo
sections: [{ slug: world, title: World }]
-- content/articles/early.md --
---
headline: Early
date: 2020-12-31T15:30:00Z
section: world
---
It was half past midnight. More in [the archive of that day](/archive/2021/01/01/).
`);
  expect(built.texts("/archive/2021/01/01/", "h1, h2")).toEqual(["2021年1月1日", "Early"]);
  expect(built.texts("/archive/", "main .list a")).toEqual(["2021年", "1月"]);
  expect(built.has("/archive/2020/")).toBe(false);
});

test("a story of today changes the lists of its day and month, and no other part of the archive", async () => {
  await using built = await site(stories(40));
  const lists = built.files().filter((file) => file.startsWith("archive/"));
  const bytes = () =>
    new Map(lists.map((file) => [file, readFileSync(join(built.output, file), "utf8")]));
  const before = bytes();
  await built.rebuild(
    story(9).replaceAll("story-9", "second").replace("Story 9", "Second of that day"),
  );
  const changed = [...bytes()].filter(([file, text]) => text !== before.get(file));
  expect(changed.map(([file]) => file)).toEqual([
    "archive/2020/01/09/index.html",
    "archive/2020/01/index.html",
  ]);
});

test("a month of hundreds of stories is cut so that its old pages keep their bytes", async () => {
  const story = (number: number) => `-- content/articles/story-${number}.md --
---
headline: Story ${number}
date: 2020-01-${String(Math.ceil(number / 10)).padStart(2, "0")} 09:00
section: world
---
Text.
`;
  const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
  await using built = await site(numbers.map(story).join(""));
  const firstPage = built.text("/archive/2020/01/page/1/");
  expect(built.texts("/archive/2020/01/", ".archive-headlines > li").length).toBe(180);
  expect(built.texts("/archive/2020/01/page/1/", ".archive-headlines > li").length).toBe(120);
  expect(built.page("/archive/2020/01/")(".list-turn a").attr("href")).toBe(
    "/archive/2020/01/page/1/",
  );
  await built.rebuild(story(301));
  expect(built.text("/archive/2020/01/page/1/")).toBe(firstPage);
});

test("a day whose only story has been withdrawn leaves the archive", async () => {
  await using built = await site(stories(2));
  await built.rebuild(story(2, "world", "status: withdrawn\n"));
  expect(built.has("/archive/2020/01/02/")).toBe(false);
  expect(built.texts("/archive/2020/01/", "h2")).toEqual(["1 January 2020"]);
});

test("a page of the newsroom's own cannot take the place of the archive", async () => {
  const report = await problems(`${story(1)}
-- content/pages/archive.md --
---
title: Our archive
---
Text.
`);
  expect(report).toMatchInlineSnapshot(`
    "content/pages/archive.md error: This and the archive /archive/ would both become “archive/index.html”.
      Give one of the two another slug or file name."
  `);
});
