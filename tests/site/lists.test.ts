import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { site } from "../support/site.ts";
import { stories, story } from "../support/stories.ts";

test("a section front lists its stories, newest first", async () => {
  await using built = await site(`${stories(3, "politics")}\n${story(9)}`);
  expect(built.texts("/politics/", "main h1")).toEqual(["Politics"]);
  expect(built.texts("/politics/", "main h2")).toEqual(["Story 3", "Story 2", "Story 1"]);
});

test("a section without a story says so instead of looking broken", async () => {
  await using built = await site(story(1));
  expect(built.page("/politics/")("main").text()).toContain("No stories yet.");
});

test("old pages of a list keep their bytes when a story is added", async () => {
  await using built = await site(stories(100));
  const numbered = built.files().filter((file) => file.startsWith("world/page/"));
  expect(numbered.length).toBe(3);
  const before = numbered.map((file) => readFileSync(join(built.output, file), "utf8"));
  await built.rebuild(story(101));
  expect(built.texts("/world/", "main h2")[0]).toBe("Story 101");
  const after = numbered.map((file) => readFileSync(join(built.output, file), "utf8"));
  expect(after).toEqual(before);
});

test("a reader gets from a section front to its oldest story", async () => {
  await using built = await site(stories(100));
  const seen: string[] = [];
  for (let address: string | undefined = "/world/"; address !== undefined;) {
    seen.push(...built.texts(address, "main h2"));
    address = built.page(address)('a[href*="/page/"]').attr("href");
  }
  expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => `Story ${100 - index}`));
});

test("topics and authors have a page each, once a story names them", async () => {
  await using built = await site(`
-- content/authors/ana-ruiz.md --
---
name: Ana Ruiz
role: Political editor
---
She writes about parliament.
-- content/authors/unnamed.md --
---
name: Nobody Names Me
---
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08 21:30
section: world
authors: [ana-ruiz]
topics: [Weather, C++]
---
The wind rose.
`);
  expect(built.texts("/authors/ana-ruiz/", "h1")).toEqual(["Ana Ruiz"]);
  expect(built.texts("/authors/ana-ruiz/", "main h2")).toEqual(["Storm"]);
  expect(built.page("/authors/ana-ruiz/")("main").text()).toContain("She writes about parliament.");
  expect(built.texts("/topics/weather/", "h1")).toEqual(["Weather"]);
  expect(built.has("/authors/unnamed/")).toBe(false);
});

test("the front page leads with the newest story and shows none twice", async () => {
  await using built = await site(`${stories(40)}\n${stories(0)}`);
  const headlines = built.texts("/", "main :is(h2, h3) a").filter((text) => text !== "World");
  expect(headlines[0]).toBe("Story 40");
  expect(new Set(headlines).size).toBe(headlines.length);
});

test("a paper without a single story has a front page all the same", async () => {
  await using built = await site("");
  expect(built.texts("/", "h1")).toEqual(["The Broadsheet"]);
});
