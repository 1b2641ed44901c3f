// A story in several languages: its readers find theirs, and search engines which pages are the same.

import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";

const story = (file: string, language: string, more = "") => `
-- content/articles/${file}.md --
---
headline: ${file}
date: 2026-05-31
section: world
language: ${language}
${more}
---
The text.
`;

const at = (file: string) => `/2026/05/31/${file}/`;
const OF_STORM = `translation_of: ${at("storm")}`;

const STORM = [
  story("storm", "en"),
  story("burya", "ru", OF_STORM),
  story("arashi", "ja", OF_STORM),
  story("fair", "en"),
].join("");

const alternates = (built: BuiltSite, file: string) =>
  built
    .page(at(file))("link[hreflang]")
    .toArray()
    .map(({ attribs }) => `${attribs["hreflang"]} ${attribs["href"]}`);

const links = (built: BuiltSite, file: string) => built.texts(at(file), ".story-languages");

test("each names all languages to search engines, itself included, and the others to readers", async () => {
  await using built = await site(STORM, { baseUrl: "https://example.org/news/" });
  const all = [
    "en https://example.org/news/2026/05/31/storm/",
    "ja https://example.org/news/2026/05/31/arashi/",
    "ru https://example.org/news/2026/05/31/burya/",
    "x-default https://example.org/news/2026/05/31/storm/",
  ];
  const family = ["storm", "burya", "arashi"];
  expect(family.map((file) => alternates(built, file))).toEqual([all, all, all]);
  expect(alternates(built, "fair")).toEqual([]);
  expect([...family, "fair"].map((file) => links(built, file))).toEqual([
    ["In other languages: 日本語 русский"],
    ["На других языках: English 日本語"],
    ["ほかの言語: English русский"],
    [],
  ]);
  const [russian] = built.page(at("storm"))(".story-languages a[lang=ru]").toArray();
  expect(russian?.attribs["href"]).toBe("/news/2026/05/31/burya/");
});

test("the data for machines name original and translations", async () => {
  await using built = await site(STORM);
  const article = (file: string) => built.jsonLd(at(file), "NewsArticle")[0];
  const id = (file: string) => ({ "@id": `https://news.example.org${at(file)}#article` });
  expect(article("storm")?.["workTranslation"]).toEqual([id("arashi"), id("burya")]);
  expect(article("burya")?.["translationOfWork"]).toEqual(id("storm"));
  expect(article("fair")).not.toHaveProperty("workTranslation");
});

test("a translation comes and goes on the pages of the others, by whatever way they are printed", async () => {
  await using built = await site(STORM, { ownState: true });
  await built.rebuild(story("sturm", "de", `translation_of: ${at("burya")}`));
  expect(links(built, "storm")).toEqual(["In other languages: Deutsch 日本語 русский"]);
  await built.rebuild(story("storm", "en").replace("The text.", "Other words."));
  expect(built.text(at("storm"))).toContain("Other words.");
  expect(links(built, "storm")).toEqual(["In other languages: Deutsch 日本語 русский"]);
  await built.rebuild(story("burya", "ru", `${OF_STORM}\nnoindex: true`));
  expect(alternates(built, "storm").join()).not.toContain("burya");
  expect(alternates(built, "burya")).toEqual([]);
  await built.rebuild(story("burya", "ru", `${OF_STORM}\nstatus: withdrawn`));
  expect(links(built, "storm")).toEqual(["In other languages: 日本語"]);
});
