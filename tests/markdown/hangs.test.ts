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
  "code that never closes": times(40_000, "` `` "),
  "marks that are struck through": times(24_000, "~a ~~b "),
  "angle brackets": times(200_000, "<"),
  "tags that never close": times(40_000, "<a b='c "),
  "comments that never close": times(60_000, "<!--"),
  "instructions and sections that never close": times(32_000, "<?<![CDATA[<!A "),
  "characters by name": times(100_000, "&a&#1"),
  "addresses in brackets": times(100_000, "[a]("),
  "titles that never close": times(24_000, `[r]: /u "\n`),
  "a title without end": `[r]: /u "${times(80_000, "a\n")}`,
  "notes that lead to one another": lines(8_000, (n) => `[^${n}]: [^${n + 1}]\n`),
  "lists and quotations in one line": times(40_000, "- > 1. "),
  "a quotation without end": `> a\n${times(80_000, "b\n")}`,
  "tables behind tables": times(6_000, "a|b\n-|-\nc|d\n\n"),
  "cells in code": `a|b\n-|-\n${times(40_000, "`|` ")}`,
  "headings below their words": times(24_000, "a\n===\n"),
  "boxes of every length": lines(1_000, (n) => `${times(n + 3, ":")} factbox`),
  "embeds that never end": times(10_000, "::: embed https://a.b/ T\n"),
  "an embed with an endless title": `::: embed https://a.b/ ${times(100_000, "T ")}\n:::`,
  "fences of every length": lines(1_000, (n) => times(n + 3, "`")),
  tabs: `${times(40_000, "-\t")}${times(80_000, "\ta\n")}`,
  "nothing, 400,000 times": times(400_000, "\0"),
  "marks above no letter": `a${times(100_000, "*\u0301")}`,
  "marks of direction that never end": times(60_000, "\u2066a\u202E"),
  "links in pictures in links": times(8_000, "[![a](b.jpg)](c) "),
  "mail addresses": `[a](<a@${times(50_000, ".a")}/>)`,
};

test.each(Object.entries(TEXTS))("%s do not hold up the press", (_, markdown) => {
  const before = process.cpuUsage();
  readText(markdown, { language: "en", file: "a.md", firstLine: 1 });
  // Of the processor's time, so that nothing else on the machine counts.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5_000);
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
