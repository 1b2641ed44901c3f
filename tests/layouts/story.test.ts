// The story page, top to bottom.

import { expect, test } from "vitest";
import { wordsFor } from "../../src/pages/words/words-for.ts";
import { planned, storyPage, texts } from "./print.ts";
import printStory from "../../layouts/story.11ty.tsx";
import { stories } from "./story.examples.ts";
import { hostile, seedHeadline } from "./teaser.examples.ts";

const everything = storyPage(stories["a story with everything"]);

test("the parts of a story stand in the order a reader needs them", () => {
  const parts =
    ".kicker, h1, .story-standfirst, .byline, .story-dates, .figure-lead, .note, .dateline, .text-run, .topics, .related";
  const order = everything(parts)
    .toArray()
    .filter((element) => everything(element).parents(".related").length === 0)
    .map((element) => everything(element).attr("class")?.replace(" small", "").split(" ").at(-1));
  expect(order.filter((name, index) => name !== order[index - 1])).toEqual([
    "kicker",
    "story-headline",
    "story-standfirst",
    "byline",
    "story-dates",
    "figure-lead",
    "note-serious",
    "dateline",
    "text-run",
    "note-minor",
    "topics",
    "related",
  ]);
});

test("a correction stands above the text, an update below it, each with its date", () => {
  expect(texts(everything, ".note-label")).toEqual(["Correction", "Update"]);
  expect(texts(everything, ".note time")).toEqual([
    "1 June 2019, 09:05 UTC",
    "1 June 2019, 09:05 UTC",
  ]);
});

test("dates are said in words to the reader and with their offset to machines", () => {
  expect(texts(everything, ".story-dates > *")).toEqual([
    "Published 31 May 2019, 12:46 UTC",
    "Updated 1 June 2019, 09:05 UTC",
    "4 min read",
  ]);
  expect(everything(".story-dates time").first().attr("datetime")).toBe(
    "2019-05-31T12:46:00+00:00",
  );
});

test("each name in the byline leads to its author and carries its role", () => {
  expect(texts(everything, ".byline")).toEqual([
    "By First Author Diplomatic editor and The Foreign Desk",
  ]);
  expect(everything(".byline a").attr("href")).toBe("/authors/first/");
});

test("a picture says whose it is, and the lead alone hurries", () => {
  expect(texts(everything, ".figure-lead figcaption")).toEqual([
    "Hills behind hills, drawn to stand where the photograph of a story stands Picture: Wikimedia commons",
  ]);
  const images = everything("article.story img").toArray();
  expect(images.map(({ attribs }) => attribs["fetchpriority"] ?? attribs["loading"])).toEqual([
    "high",
    "lazy",
    "lazy",
  ]);
  expect(images.every(({ attribs }) => attribs["width"] && attribs["height"])).toBe(true);
});

test("an upright picture is told apart, so that it never fills more than the screen", () => {
  expect(storyPage(stories["an upright picture"])(".figure-lead").hasClass("figure-tall")).toBe(
    true,
  );
});

test("a hostile story is printed literally", () => {
  const $ = storyPage(stories["a hostile story"]);
  for (const selector of ["h1", ".story-standfirst", ".kicker", ".dateline", ".byline"]) {
    expect(texts($, selector)).toEqual([hostile]);
  }
  expect(texts($, ".figure-credit")).toEqual([`Picture: ${hostile}`]);
  expect($("b[onclick]").length).toBe(0);
});

test("JSON-LD comes out as it went in, and cannot end its element", () => {
  const $ = storyPage(stories["a plain story"]);
  const graph: unknown = JSON.parse($("script").text());
  expect(graph).toMatchObject({ "@graph": [{ headline: "</script><b>No</b>" }] });
});

test("Open Graph stands in `property`, with its text escaped", () => {
  const $ = storyPage(stories["a plain story"]);
  expect($("meta[property='og:title']").attr("content")).toBe('"No", says </title> & mayor');
  expect($("meta[name='og:title']").length).toBe(0);
});

test("a story in another language than the paper's says so around it", () => {
  const $ = storyPage(stories["in Arabic"]);
  expect([$("html").attr("lang"), $("html").attr("dir")]).toEqual(["ar", "rtl"]);
  for (const landmark of ["header.nameplate", "nav", "footer"]) {
    expect([$(landmark).attr("lang"), $(landmark).attr("dir")]).toEqual(["en", "ltr"]);
  }
  expect(texts($, ".skip")).toEqual([wordsFor("ar").skipToText]);
});

test("the address is there for print, beneath the headline", () => {
  expect(texts(everything, ".story-head .print-address")).toEqual([
    "https://news.example.org/2019/05/31/visa-free-travel/",
  ]);
});

test("what a story does not have leaves no trace", () => {
  const $ = storyPage(stories["a story without a picture"]);
  expect($("figure, .byline, .note, .topics, .related, .story-standfirst").length).toBe(0);
  expect(texts($, "h1")).toEqual([seedHeadline]);
});

test("a story page without pictures is a small file", () => {
  expect(printStory(planned(stories["a story without a picture"])).length).toBeLessThan(14_000);
});
