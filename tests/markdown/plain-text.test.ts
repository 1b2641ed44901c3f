import { array, assert, constantFrom, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { readText } from "../../src/markdown/read-text.ts";
import { visibleText } from "./judge-html.ts";

function read(markdown: string, language = "en") {
  const { value, problems } = readText(markdown, { language, file: "a.md", firstLine: 1 });
  expect(problems).toEqual([]);
  return value;
}

test("plain text has the words of every block, and the footnotes last", () => {
  const { plain } = read(`# The "heading"

A *paragraph*[^1] with \`code\` and
a [link](/about/).

![Alt](a.jpg "Caption" credit="Ann")

- one
- two

3. three
4. four

> Quoted\\
> twice.

::: factbox Facts
| a | b |
|---|---|
| 1 | 2 |
:::

::: pullquote
Words.
— Ann
:::

[^1]: The note.

\`\`\`
let x;
\`\`\`
`);
  expect(plain).toMatchInlineSnapshot(`
    "The “heading”

    A paragraph with code and
    a link.

    one

    two

    3. three

    4. four

    Quoted
    twice.

    Facts

    a	b

    1	2

    Words.

    Ann

    let x;

    The note."
  `);
});

/** Words and signs that a reporter types; none of them is Markdown where it stands here. */
const WORDS =
  "We said no. (c) 2019 ... -- 3% £5 naïve 日本 обзор שלום it's “so” don't, a: b; — ½ C++ #tag".split(
    " ",
  );
const QUOTED = ['"No"', "'yes'", '"so,"', "rock'n'roll"];

test("paragraphs of words come out as written, in HTML as in plain text, but for quotation marks", () => {
  const word = constantFrom(...WORDS, ...QUOTED);
  const paragraph = tuple(
    constantFrom("The", "Но", "東京", "«A»"),
    array(word, { maxLength: 12 }),
  ).map(([first, rest]) => [first, ...rest].join(" "));
  const languages = ["en", "de", "fr", "ja", "ru", "sv", "xx"];
  assert(
    property(
      array(paragraph, { minLength: 1, maxLength: 6 }),
      integer({ min: 0, max: 6 }),
      (paragraphs, index) => {
        const { plain, parts } = read(paragraphs.join("\n\n"), languages[index]);
        const html = parts
          .map((part) => (part.kind === "html" ? visibleText(part.html) : ""))
          .join("");
        expect(withoutQuotes(plain)).toBe(withoutQuotes(paragraphs.join("\n\n")));
        expect(withoutQuotes(html)).toBe(withoutQuotes(`${paragraphs.join("\n")}\n`));
      },
    ),
    { numRuns: 1000 },
  );
});

function withoutQuotes(text: string): string {
  return text.replaceAll(/«\u00A0|\u00A0»|["'“”„‘’‚«»‹›「」『』]/g, "'");
}
