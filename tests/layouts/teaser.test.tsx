// One story in a list, and the lists it stands in.

import { load } from "cheerio";
import { expect, test } from "vitest";
import printFront from "../../layouts/front.11ty.tsx";
import { Teaser } from "../../layouts/parts/teaser.tsx";
import printSection from "../../layouts/section.11ty.tsx";
import { fronts } from "./front.examples.ts";
import { lists } from "./page.examples.ts";
import { part, planned, texts } from "./print.ts";
import { hostile, teaser } from "./teaser.examples.ts";

test.each(Object.entries(teaser))("%s: the whole headline is the only link", (_, example) => {
  const $ = part(<Teaser teaser={example} level={3} weight="full" />);
  expect(texts($, "a")).toEqual([example.headline]);
  expect(texts($, "h3 > a")).toEqual([example.headline]);
  expect($("a").attr("href")).toBe(example.url);
});

test("a hostile headline is printed literally", () => {
  const $ = part(<Teaser teaser={teaser["a hostile headline"]} level={2} weight="lead" />);
  expect(texts($, "h2")).toEqual([hostile]);
});

test("sponsored matter is labelled in every list", () => {
  for (const weight of ["lead", "first", "full", "brief", "small"] as const) {
    const $ = part(<Teaser teaser={teaser["a sponsored story"]} level={2} weight={weight} />);
    expect(texts($, ".genre-sponsored")).toEqual(["Sponsored"]);
  }
});

test("a story in another language says so", () => {
  const $ = part(<Teaser teaser={teaser["a story in Arabic"]} level={2} weight="brief" />);
  expect([$("article").attr("lang"), $("article").attr("dir")]).toEqual(["ar", "rtl"]);
});

test("the front page has one lead, and only there the day of the edition", () => {
  const $ = load(printFront(planned(fronts["sixty stories"])));
  expect($(".teaser-lead").length).toBe(1);
  expect(texts($, "h1")).toEqual(["The Broadsheet"]);
  expect(texts($, ".nameplate-edition")).toEqual(["Friday 31 May 2019"]);
  expect($("article").length).toBe(40);
});

test("a front page without a story says so", () => {
  expect(texts(load(printFront(planned(fronts["no stories"]))), "main")).toEqual([
    "No stories yet.",
  ]);
});

test("a section front marks its section and leads to the older stories", () => {
  const $ = load(printSection(planned(lists["a section"])));
  expect(texts($, "[aria-current]")).toEqual(["World"]);
  expect(texts($, ".list-turn a")).toEqual(["Older stories"]);
  expect($(".teaser-first").length).toBe(1);
});

test("a numbered page says which it is, and shows no story larger than another", () => {
  const $ = load(printSection(planned(lists["an older page"])));
  expect(texts($, ".list-number")).toEqual(["Older stories, page 3"]);
  expect(texts($, ".list-turn a")).toEqual(["Latest stories", "Older stories"]);
  expect($(".teaser-first").length).toBe(0);
});

test("an author's page says who they are before what they wrote", () => {
  const $ = load(printSection(planned(lists["an author"])));
  expect(texts($, "h1")).toEqual(["First Author"]);
  expect(texts($, ".author-role")).toEqual(["Diplomatic editor"]);
  expect(texts($, ".author-links a")).toEqual(["first@example.org", "Mastodon"]);
});
