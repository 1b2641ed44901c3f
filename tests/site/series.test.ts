// Series: a reader finds the whole from any part, and the part before and after it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";

const part = (number: number, more = "", series = "The harbour") => `
-- content/articles/part-${number}.md --
---
headline: Headline ${number}
date: 2026-05-01 ${String(Math.floor(number / 60) + 1).padStart(2, "0")}:${String(number % 60).padStart(2, "0")}
section: world
series: ${series}
${more}
---
It was so.
`;

const parts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => part(from + index)).join("");

const at = (number: number) => `/2026/05/01/part-${number}/`;
const SERIES = "/series/the-harbour/";

const sides = (built: BuiltSite, number: number) =>
  built.texts(at(number), ".series-ways li").join(" | ");

test("each part names its series, its number and the parts beside it", async () => {
  await using built = await site(parts(1, 3));
  expect([1, 2, 3].map((number) => built.texts(at(number), ".series-line")[0])).toEqual([
    "The harbour Part 1",
    "The harbour Part 2",
    "The harbour Part 3",
  ]);
  expect([1, 2, 3].map((number) => sides(built, number))).toEqual([
    "Next partHeadline 2",
    "Previous partHeadline 1 | Next partHeadline 3",
    "Previous partHeadline 2",
  ]);
  const $ = built.page(at(2));
  expect($(".series-line a").attr("href")).toBe(SERIES);
  expect($(".series-previous a").attr("href")).toBe(at(1));
  expect($(".series-next a").attr("href")).toBe(at(3));
});

test("the page of a series has its parts from the first on, over several pages", async () => {
  await using built = await site(parts(1, 50));
  const pages = [SERIES, `${SERIES}page/2/`, `${SERIES}page/3/`];
  expect(pages.flatMap((page) => built.texts(page, "main h2"))).toEqual(
    Array.from({ length: 50 }, (_, index) => `Headline ${index + 1}`),
  );
  expect(pages.map((page) => built.texts(page, ".list-turn a"))).toEqual([
    ["From part 25"],
    ["From part 1", "From part 49"],
    ["From part 1"],
  ]);
  expect(built.page(SERIES)(".list-turn a").attr("href")).toBe(pages[1]);
  expect(built.page(`${SERIES}page/2/`)(".list-turn a").last().attr("href")).toBe(pages[2]);
  expect(built.texts(`${SERIES}page/3/`, ".list-number")).toEqual(["From part 49"]);
  expect(built.texts(SERIES, "h1")).toEqual(["The harbour"]);
  expect(built.texts(SERIES, ".kicker").slice(0, 2)).toEqual(["Part 1", "Part 2"]);
  expect(built.text("/sitemaps/pages.xml")).toContain(`${SERIES}page/3/</loc>`);
});

test("a new part prints the part before it and the end of the series again, and no other", async () => {
  await using built = await site(parts(1, 30), { ownState: true });
  const read = () =>
    new Map(
      built
        .files()
        .filter((file) => /^(?:2026|series)\/.*html$/.test(file))
        .map((file) => [file, readFileSync(join(built.output, file), "utf8")]),
    );
  const before = read();
  await built.rebuild(part(31));
  const changed = [...read()].filter(([file, text]) => before.get(file) !== text);
  expect(changed.map(([file]) => file)).toEqual([
    "2026/05/01/part-30/index.html",
    "2026/05/01/part-31/index.html",
    "series/the-harbour/page/2/index.html",
  ]);
});

test("an edited headline shows on the pages of the parts beside it", async () => {
  await using built = await site(parts(1, 3), { ownState: true });
  await built.rebuild(part(2).replace("Headline 2", "Headline two"));
  expect(sides(built, 1)).toBe("Next partHeadline two");
  expect(sides(built, 3)).toBe("Previous partHeadline two");
});

test("what is not published is no part, and a link to a series without a part is refused", async () => {
  const hidden = part(2, "status: draft") + part(4, "status: withdrawn");
  const link = "[The series](/series/the-sea/)";
  const linked = part(5, "", "The sea").replace("section", "status: draft\nsection");
  await using built = await site(parts(1, 1) + hidden + part(3));
  expect(sides(built, 3)).toBe("Previous partHeadline 1");
  expect(built.texts(at(3), ".series-part")).toEqual(["Part 2"]);
  const dead = built.rebuild(`${linked}${part(1).replace("It was so.", link)}`);
  await expect(dead).rejects.toThrow("leads to a series that has no published part");
  await built.rebuild(part(5, "", "The sea"));
  expect(built.texts("/series/the-sea/", "main h2")).toEqual(["Headline 5"]);
});

test("machines are told of the series, the place in it, and a few of the parts around", async () => {
  await using built = await site(parts(1, 9));
  const [article] = built.jsonLd(at(8), "NewsArticle");
  const whole = {
    "@type": "CreativeWorkSeries",
    "@id": `https://news.example.org${SERIES}#series`,
    name: "The harbour",
    url: `https://news.example.org${SERIES}`,
  };
  expect(article).toMatchObject({ isPartOf: whole, position: 8 });
  expect(built.jsonLd(SERIES, "CollectionPage")[0]).toMatchObject({ mainEntity: whole });
  expect(built.meta(at(8), "og:see_also")).toEqual(
    [3, 4, 5, 6, 7, 9].map((number) => `https://news.example.org${at(number)}`),
  );
});

test("every story says it in its own language", async () => {
  const tongue = (number: number, language: string) => part(number, `language: ${language}`);
  await using built = await site(
    [tongue(1, "de"), tongue(2, "ja"), tongue(3, "ar"), tongue(4, "pl")].join(""),
  );
  expect([1, 2, 3, 4].map((number) => built.texts(at(number), ".series-part")[0])).toEqual([
    "Teil 1",
    "第2回",
    `الجزء ${new Intl.NumberFormat("ar").format(3)}`,
    "Część 4",
  ]);
  expect(built.page(at(2))(".series-previous a").attr("lang")).toBe("de");
});

test("parts of one moment stand in the order of their addresses, and spellings are one", async () => {
  const same = (number: number, series: string) =>
    part(number, "", series).replace(/date: .*/, "date: 2026-05-01");
  await using built = await site(
    same(2, "the harbour") + same(1, "The harbour") + same(3, "The Harbour"),
  );
  expect(built.texts(SERIES, "main h2")).toEqual(["Headline 1", "Headline 2", "Headline 3"]);
});
