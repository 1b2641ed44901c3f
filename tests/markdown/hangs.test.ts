import { expect, test } from "vitest";
import { leavesOf } from "../../src/markdown/leaves.ts";
import { readText } from "../../src/markdown/read-text.ts";

const times = (count: number, text: string) => text.repeat(count);
const lines = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => line(number)).join("\n");

/** Texts that made one Markdown parser or another (or an early form of ours) stand still. */
const TEXTS: Readonly<Record<string, string>> = {
  "emphasis that never ends": times(32_500, "*a **a "),
  "brackets that never close": times(50_000, "[a"),
  "pictures that never close": times(100_000, "!["),
  "pictures in pictures": times(50_000, "![") + times(50_000, "](b)"),
  "pictures without an address": times(32_500, "![[]()"),
  "captions that never close": times(50_000, '![a](b "'),
  "marks of footnotes that never close": times(100_000, "[^"),
  "notes in notes": times(20_000, "[^a]: "),
  "thousands of notes": `${lines(20_000, (n) => `[^${n}]`)}\n\n${lines(20_000, (n) => `[^${n}]: n\n`)}`,
  "definitions that nothing uses": lines(80_000, (n) => `[r${n}]: /u`),
  "quotations in quotations": `${times(25_000, ">")} a`,
  "lists in lists": lines(1_000, (n) => `${times(n, "  ")}- a`),
  "quotation marks": times(160_000, '"'),
  "boxes that never end": times(20_000, "::: factbox\n"),
  "headings of the same name": times(20_000, "# a\n# a 2\n"),
  "cells that are not there": `${times(5_000, "|a")}|\n${times(5_000, "|-")}|\n${times(20_000, "|b|\n")}`,
  "links in one line": times(30_000, "[a](b) "),
  "links behind a dropped character": `\u0001${times(30_000, "[a](b) ")}`,
  "one word without end": times(500_000, "a."),
  "one sentence without end": times(50_000, "日本語"),
  "runs of back quotes": lines(700, (n) => times(n, "`")),
  "addresses that never end": times(50_000, "http://a.b/("),
  "mail addresses": `[a](<a@${times(50_000, ".a")}/>)`,
};

test.each(Object.entries(TEXTS))("%s do not hold up the press", (_, markdown) => {
  const before = performance.now();
  readText(markdown, { language: "en", file: "a.md", firstLine: 1 });
  expect(performance.now() - before).toBeLessThan(5_000);
});

const OPTIONS = { language: "en", file: "a.md", firstLine: 1 };
const address = times(100_000, "b");

/** What a parted text says again on each of its pages. */
const REPEATED: Readonly<Record<string, string>> = {
  "a link with an endless address": `[${times(50_000, "a ")}](https://example.org/${address})`,
  "a link with an endless title": `[${times(50_000, "a ")}](https://example.org/ "${address}")`,
  "a table with endless heads": `${times(10_000, "|a")}|\n${times(10_000, "|-")}|\n`,
};

test.each(Object.entries(REPEATED))("%s fills no more small pages than it has words", (_, text) => {
  const { parts } = readText(text, OPTIONS).value;
  const html = parts.map((part) => (part.kind === "html" ? part.html : "")).join("");
  const leaves = leavesOf(parts);
  expect(leaves.join("").length).toBeLessThan(html.length * 1.1);
  expect(Math.max(...leaves.map((leaf) => leaf.length))).toBeLessThanOrEqual(10_000);
});
