import { expect, test } from "vitest";
import { decodeText } from "../../src/source/decode-text.ts";
import { splitHeader } from "../../src/source/split-header.ts";
import { sourceProblems } from "../support/source-problems.ts";

function split(file: string) {
  const decoded = decodeText(Buffer.from(file));
  return decoded.kind === "text" ? splitHeader(decoded.text) : decoded;
}

const CODE = 'require("node:fs").writeFileSync("canary", "")';

const LANGUAGES =
  "js javascript JS jsLegacy jslegacy node coffee coffeescript cson json json5 toml yaml yml ts py " +
  "constructor __proto__ toString hasOwnProperty";
const OTHER_MARKS = "+++ ;;; ~~~ === ```yaml { <!-- -- ———— –––– *** ---- ---; ___";
const NOT_QUITE = [
  "--- js",
  "---\tjs",
  "--- yaml js",
  "---js ",
  "--- ",
  "---\t",
  "--- #",
  "---\u00a0",
];
const TOO_LATE = [
  " ---",
  "\n---",
  "\ufeff\ufeff---",
  "# Storm",
  "headline: Storm",
  "",
  "\ufeff---js",
];

test.each([
  ...LANGUAGES.split(" ").map((language) => `---${language}`),
  ...OTHER_MARKS.split(" "),
  ...NOT_QUITE,
  ...TOO_LATE,
])("a file that opens with %j is refused in its first line", (opening) => {
  for (const end of ["\n", "\r\n", "\r"])
    expect(split([opening, CODE, "---", "Text"].join(end))).toMatchObject({
      kind: "fault",
      place: { line: 1, column: 1 },
      cure: expect.stringMatching(/./),
    });
});

test.each([
  "---\nheadline: Storm\n---\nText\n",
  "\ufeff---\r\nheadline: Storm\r\n---  \r\nText\r\n",
])("%j is split", (file) => {
  const expected = { kind: "split", header: "headline: Storm\n", text: "Text\n", textLine: 4 };
  expect(split(file)).toEqual(expected);
});

test("only a line of three hyphens ends the header, and a second one belongs to the text", () => {
  const file = "---\nheadline: ---\n----\n ---\n---x\n---\n\n---\nText";
  expect(split(file)).toMatchObject({ text: "\n---\nText", textLine: 7 });
});

test("what a writer is told", async () => {
  const files = {
    a: "---js\nx\n---\nText",
    b: "+++\ntitle = 'x'\n+++\n",
    c: "\n---\nheadline: x\n---\n",
    d: "———\nheadline: x\n———\n",
    e: "Storm\n\nThe wind rose.\n",
    f: "---\nheadline: Storm\n\nThe wind rose.\n",
    g: "--- \nheadline: x\n---\n",
    h: `---\nheadline: ${"x".repeat(64 * 1024)}\n---\n`,
  };
  const archive = Object.entries(files).map(
    ([name, text]) => `-- articles/${name}.md --\n${text}\n`,
  );
  expect(await sourceProblems(archive.join(""))).toMatchInlineSnapshot(`
    "content/articles/a.md:1:1 error: The header opens with “---js”: only plain fields are read, and nothing is ever run.
      1 | ---js
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/b.md:1:1 error: The header opens with “+++”: only plain fields are read, and nothing is ever run.
      1 | +++
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/c.md:1:1 error: There are empty lines before the header.
      1 |
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/d.md:1:1 error: The first line is “———”, not three hyphens; a word processor may have changed them.
      1 | ———
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/e.md:1:1 error: The file does not begin with a header.
      1 | Storm
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/f.md:1:1 error: The header has no end: there is no second line “---”.
      1 | ---
      Put a line “---” between the last field and the text.
    content/articles/g.md:1:1 error: There is white space after the first “---”.
      1 | ---
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/articles/h.md:1:1 error: The header is longer than 64 KiB.
      1 | ---
      Put the story below the header; only fields stand in it."
  `);
});
