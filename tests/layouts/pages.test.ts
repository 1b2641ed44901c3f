// What holds for every page of the paper, whatever stands on it.

import { load } from "cheerio";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { allPages } from "./print.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // Preact writes `<br/>`, markdown-it `<br>`; HTML knows no difference. The doctype is in lower
  // case. The box in which a wide table scrolls is a `<div>` with a role.
  rules: { "void-style": "off", "doctype-style": "off", "prefer-native-element": "off" },
});

test.each(allPages)("%s: is valid HTML", async (_, html) => {
  const report = await validator.validateString(html);
  const found = report.results.flatMap(({ messages }) => messages);
  expect(found.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
});

test.each(allPages)("%s: has one first heading, and no gap below it", (_, html) => {
  const $ = load(html);
  const levels = $("h1, h2, h3, h4, h5, h6")
    .toArray()
    .map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
});

test.each(allPages)(
  "%s: holds no style or script of its own, and nothing from elsewhere",
  (_, html) => {
    const $ = load(html);
    expect($("style, [style], script:not([type='application/ld+json'])").length).toBe(0);
    const attributes = $("*")
      .toArray()
      .flatMap((element) => Object.keys($(element).attr() ?? {}));
    expect(attributes.filter((name) => name.startsWith("on"))).toEqual([]);
    const loaded = $("[src], link:not([rel='canonical'])")
      .toArray()
      .map(({ attribs }) => attribs["src"] ?? attribs["href"] ?? "");
    expect(loaded.filter((address) => !address.startsWith("/"))).toEqual([]);
  },
);

test.each(allPages)("%s: names its language and offers a way past the sections", (_, html) => {
  const $ = load(html);
  expect($("html").attr("lang")).toMatch(/^[a-z]{2}/);
  expect($("html").attr("dir")).toMatch(/^(ltr|rtl)$/);
  const first = $("body a").first();
  expect($(first.attr("href") ?? "").is("main")).toBe(true);
});

test("encoding and policy come before anything they govern", () => {
  const html = allPages[0]?.[1] ?? "";
  const $ = load(html);
  const first = $("head").children().toArray().slice(0, 2);
  expect(first.map((meta) => $(meta).attr("charset") ?? $(meta).attr("http-equiv"))).toEqual([
    "utf-8",
    "Content-Security-Policy",
  ]);
  expect(html).toMatch(/^<!doctype html>/);
});

test("a reader may enlarge every page", () => {
  const viewport = load(allPages[0]?.[1] ?? "")("meta[name=viewport]").attr("content");
  expect(viewport).toBe("width=device-width, initial-scale=1");
});
