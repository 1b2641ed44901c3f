import { describe, expect, test } from "vitest";
import { fillLinkSlots } from "../../src/markdown/link-slots.ts";
import { isEmptyText, readText } from "../../src/markdown/read-text.ts";
import { fixturesIn, shown } from "./fixtures.ts";

const FILES = [
  "paragraph",
  "heading",
  "link",
  "picture",
  "box",
  "table",
  "footnote",
  "code",
  "unsafe",
];
const OPTIONS = { language: "en", file: "articles/storm.md", firstLine: 1 };

/** The text of faultless Markdown. */
function textOf(markdown: string, options = OPTIONS) {
  const { value, problems } = readText(markdown, options);
  expect(problems).toEqual([]);
  return value;
}

describe.each(FILES)("%s", (file) => {
  test.each(fixturesIn(`${file}.txt`))("$name", ({ markdown, html }) => {
    expect(shown(textOf(markdown))).toBe(html);
  });
});

test("links keep their target, fragment and place in the file", () => {
  const markdown = "A paragraph with\n[one](../05/storm.md#end).\n\n> - quoted [two](/about/)\n";
  expect(textOf(markdown, { ...OPTIONS, firstLine: 12 }).links).toEqual([
    { target: "../05/storm.md", fragment: "#end", line: 13, column: 1 },
    { target: "/about/", fragment: "", line: 15, column: 12 },
  ]);
});

test("a place counts the characters that are dropped as well", () => {
  expect(textOf("a\u0007b [one](x.md)\r\n\u0000[two](y.md)\n").links).toMatchObject([
    { line: 1, column: 5 },
    { line: 2, column: 2 },
  ]);
});

test("a link in a table, a heading, a footnote or a list is found in its line", () => {
  const markdown =
    "# [a](a.md)\n\n| x | y |\n|---|---|\n| 1 | [b](b.md) |\n\n- z\n- [c](c.md)[^1]\n\n[^1]: See [d](d.md).\n";
  expect(textOf(markdown).links.map(({ line, column }) => [line, column])).toEqual([
    [1, 3],
    [5, 7],
    [8, 3],
    [10, 11],
  ]);
});

test("slots take encoded addresses, and nobody can forge one", () => {
  const text = textOf(
    "[a](a.md) \u0001L0\u0001 &#1;L0&#1; <https://example.org/%01L0%01> `\u0001L0\u0001`",
  );
  const html = text.parts.map((part) => (part.kind === "html" ? part.html : "")).join("");
  expect(html.split("\u0001")).toHaveLength(3);
  const [part] = text.parts;
  expect(part?.kind === "html" && fillLinkSlots(part.html, ['/a/?b="c"&d'])).toContain(
    '<a href="/a/?b=&quot;c&quot;&amp;d">a</a> L0 ',
  );
});

test("one text does not remember another", () => {
  const markdown = "# Heading\n\n[r][r] and note[^1]\n\n[r]: /about/\n[^1]: Note.\n";
  expect(textOf(markdown)).toEqual(textOf(markdown));
  expect(textOf("[r] and").links).toEqual([]);
});

test("words for the ear come in the language of the text", () => {
  const labels = { footnotes: "Notes", backToText: "Retour au texte" };
  const text = textOf("Un[^1].\n\n[^1]: Deux.\n", { ...OPTIONS, labels } as typeof OPTIONS);
  expect(shown(text)).toContain('aria-label="Notes"');
  expect(shown(text)).toContain('aria-label="Retour au texte (1)"');
});

test("balanced Arabic, Hebrew and Persian pass unchanged", () => {
  const texts = [
    "قال الوزير: «سنعود» في 2019.",
    "ראש הממשלה (בן 70) אמר \u2067abc\u2069.",
    "می‌خواهم به خانه بروم.",
  ];
  for (const text of texts) {
    expect(shown(textOf(text))).toBe(`<p>${text}</p>\n`);
  }
});

test("the flag of Scotland waves, hidden tags are fenced in", () => {
  const flag = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}";
  expect(shown(textOf(`Flag ${flag}.`))).toBe(`<p>Flag ${flag}.</p>\n`);
  expect(shown(textOf("Hidden\u{E0041}\u{E0042}."))).toMatch(/^<p><bdi>/);
});

test.each([
  ["", true],
  ["\n \u00A0\u200B\n", true],
  ['![A dog](dog.jpg credit="Ann")', true],
  ["日", false],
  ["🙂", false],
])("%j is empty: %s", (markdown, isEmpty) => {
  expect(isEmptyText(textOf(markdown))).toBe(isEmpty);
});
