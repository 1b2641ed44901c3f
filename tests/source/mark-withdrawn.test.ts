// One line of a header is changed, and not another byte of the file.

import { assert, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import { PAGE_GATE, STORY_GATE } from "../../src/source/gates.ts";
import { markWithdrawn } from "../../src/source/mark-withdrawn.ts";

/** The file after the mark, as it was written here; undefined where no line would do. */
function marked(file: string): string | undefined {
  return markWithdrawn(Buffer.from(file), STORY_GATE)?.toString();
}

const REQUIRED = "headline: Storm: “No”\ndate: 2026-03-08\nsection: world\n";

test("the status goes behind the date", () => {
  expect(marked(`---\n${REQUIRED}---\nText.`)).toMatchInlineSnapshot(`
    "---
    headline: Storm: “No”
    date: 2026-03-08
    status: withdrawn
    section: world
    ---
    Text."
  `);
});

test.each([
  ["status: published # by the desk", "---"],
  ["status: draft", "---"],
  [`"status": killed`, "---  "],
  ["status  : withdrawn", "---"],
])("%s is replaced", (line, end) => {
  const file = (status: string) => `---\n${REQUIRED}${status}\n${end}\nstatus: as it was\n---\n`;
  expect(marked(file(line))).toBe(file("status: withdrawn"));
});

test("where no date has a line of its own, it goes to the top", () => {
  for (const date of ["date:\n  2026-03-08", "date: 2026-03-08\n  09:00", "'date': 2026-03-08"]) {
    const file = `---\nheadline: Storm\n${date}\nsection: world\n---\nText.\n`;
    expect(marked(file)).toBe(file.replace("---\n", "---\nstatus: withdrawn\n"));
  }
  const page = Buffer.from("---\ntitle: About\n---\nWe.\n");
  expect(markWithdrawn(page, PAGE_GATE)?.toString()).toBe(
    "---\nstatus: withdrawn\ntitle: About\n---\nWe.\n",
  );
});

test("line ends and a byte order mark stay, whatever the text holds", () => {
  const any = record({
    mark: constantFrom("", "\uFEFF"),
    end: constantFrom("\n", "\r\n", "\r"),
    text: constantFrom("Text.", "", "---", "date: 1", "status: draft", "é\u2028日本語 👍", "a\tb"),
    status: constantFrom("", "status: draft\n"),
  });
  assert(
    property(any, ({ mark, end, text, status }) => {
      const file = (line: string) =>
        mark +
        `---\n${REQUIRED.replace("section", `${line}section`)}---\n${text}\n`.replaceAll("\n", end);
      expect(marked(file(status))).toBe(file("status: withdrawn\n"));
    }),
  );
});

test.each([
  [
    "a header in braces",
    "---\n{ headline: Storm, date: 2026-03-08, section: world }\n---\nText.\n",
  ],
  ["a status over two lines", `---\n${REQUIRED}status:\n  draft\n---\nText.\n`],
  ["a header with mistakes", `---\n${REQUIRED}headlne: Storm\n---\nText.\n`],
  ["no header at all", "Text.\n"],
  ["an empty file", ""],
])("%s is left to a person", (_, file) => {
  expect(marked(file)).toBeUndefined();
});
