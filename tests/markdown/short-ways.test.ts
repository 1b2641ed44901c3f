// Where reading takes a short way, it must come to what the long one comes to.

import { array, assert, constantFrom, nat, oneof, property } from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { hashOfParts } from "../../src/markdown/known-text.ts";
import { leavesOf } from "../../src/markdown/leaves.ts";
import { plainTokens } from "../../src/markdown/plain-tokens.ts";
import { readText } from "../../src/markdown/read-text.ts";
import { runningWords } from "../../src/markdown/rules/running-words.ts";
import type { SafeHtml } from "../../src/markdown/safe-html.ts";
import type { TextPart } from "../../src/markdown/story-text.ts";

const everyAscii = Array.from({ length: 95 }, (_, code) => String.fromCharCode(code + 32));
const marks =
  "word **strong** `code` [a](b.md) ![c](d.jpg) https://a.org <https://a.org> ~~e~~ &amp; &#x202E; \\* é ’ 日 🙂";
const begins = ["", "- ", "1. ", "> ", "# ", "```\n", "    ", "| a | b |\n|---|---|\n| c | d |\n"];
const piece = oneof(
  constantFrom(...everyAscii),
  constantFrom(...marks.split(" ")),
  constantFrom("\n", "  \n", "\n---\n", ...begins.map((begin) => `\n\n${begin}`)),
);
const markdown = array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

test("blocks and words become the tokens that markdown-it itself makes of them", () => {
  const long = new MarkdownIt({ linkify: true });
  const short = new MarkdownIt({ linkify: true }).use(plainTokens);
  short.core.ruler.at("inline", runningWords);
  // As in our own parser: it would mend what is missed here.
  for (const md of [long, short]) md.core.ruler.disable("linkify");
  const isSame = (text: string) => {
    expect(short.parse(text, {})).toStrictEqual(long.parse(text, {}));
  };
  assert(property(markdown, isSame), { numRuns: 2000 });
});

test("leaves are the same whether or not a text has something else with looks", () => {
  const leafOf = (html: string) => leavesOf([{ kind: "html", html: html as SafeHtml }]).join("");
  const isSame = (text: string) => {
    const { parts } = readText(text, { language: "en", file: "a.md", firstLine: 1 }).value;
    const html = parts.map((part) => (part.kind === "html" ? part.html : "")).join("");
    expect(leafOf(`${html}<p class="a">b</p>`)).toBe(`${leafOf(html)}<p>b</p>`);
  };
  assert(property(markdown, isSame), { numRuns: 1000 });
});

test("a long word is given its breaks whether or not there is another", () => {
  const leafOf = (html: string) => leavesOf([{ kind: "html", html: html as SafeHtml }]).join("");
  const word = oneof(
    constantFrom("a", "of", "<a b>", "# ", "\n\n", "\t", "\u00A0", "[a](b.md)"),
    nat(40).map((length) => "m".repeat(length)),
  );
  const text = array(oneof(word, piece), { maxLength: 12 }).map((pieces) => pieces.join(""));
  const isSame = (markdown: string) => {
    const { parts } = readText(markdown, { language: "en", file: "a.md", firstLine: 1 }).value;
    const html = parts.map((part) => (part.kind === "html" ? part.html : "")).join("");
    const other = "x".repeat(12);
    expect(leafOf(`${html}<p>${other}${other}</p>`)).toBe(
      `${leafOf(html)}<p>${other}<wbr>${other}<wbr></p>`,
    );
  };
  assert(property(text, isSame), { numRuns: 2000 });
});

test("only the same parts have the same hash", () => {
  const picture = { src: "a.jpg", alt: "b", credit: "c", line: 1, column: 1 };
  const part = constantFrom<TextPart>(
    ...["", "<p>a</p>", "<p>a</p><p>a</p>", JSON.stringify(picture)].map((html) => ({
      kind: "html" as const,
      html: html as SafeHtml,
    })),
    { kind: "picture", picture },
    { kind: "picture", picture: { ...picture, caption: "<p>a</p>" } },
  );
  const parts = array(part, { maxLength: 4 });
  const isSame = (a: readonly TextPart[], b: readonly TextPart[]) =>
    (hashOfParts(a) === hashOfParts(b)) === (JSON.stringify(a) === JSON.stringify(b));
  assert(property(parts, parts, isSame), { numRuns: 3000 });
});
