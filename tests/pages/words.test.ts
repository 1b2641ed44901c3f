// The paper's own words: complete in every language, and chosen by the page's.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { directionOf, wordsFor } from "../../src/pages/words/words-for.ts";

const languages = readdirSync(new URL("../../src/pages/words/", import.meta.url))
  .map((name) => name.replace(".ts", ""))
  .filter((name) => name.length === 2);

test.each(languages)("%s: no word is missing, and what is filled in has its place", (language) => {
  const words = wordsFor(language);
  const { readingTime, by: _, ...others } = words;
  expect(language === "en" || words.updated !== wordsFor("en").updated).toBe(true);
  expect(Object.entries(others).filter(([, word]) => word.trim() === "")).toEqual([]);
  expect(words.olderStoriesPage).toContain("{number}");
  expect(words.pageOf).toMatch(/\{number\}.*\{count\}|\{count\}.*\{number\}/);
  expect(words.moreFrom).toContain("{section}");
  expect(readingTime.other).toContain("{count}");
});

test.each(languages)("%s: minutes are counted in each of the language's plurals", (language) => {
  const { readingTime } = wordsFor(language);
  const rules = new Intl.PluralRules(language);
  const needed = new Set(Array.from({ length: 120 }, (_, minutes) => rules.select(minutes + 1)));
  needed.delete("other");
  expect([...needed].filter((category) => readingTime[category] === undefined)).toEqual([]);
});

test("a regional language speaks its common words, an unknown one English", () => {
  expect(wordsFor("de-AT")).toBe(wordsFor("de"));
  expect(wordsFor("zh-Hant-TW")).toBe(wordsFor("zh"));
  expect(wordsFor("tlh")).toBe(wordsFor("en"));
});

test("a page reads the way its script is written", () => {
  const tags = ["en", "ja", "ar", "he", "fa", "ur-PK", "az", "az-Arab", "ar-Latn", "dv"];
  expect(tags.filter((tag) => directionOf(tag) === "rtl")).toEqual([
    "ar",
    "he",
    "fa",
    "ur-PK",
    "az-Arab",
    "dv",
  ]);
});
