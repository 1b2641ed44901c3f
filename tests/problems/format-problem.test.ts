import { expect, test } from "vitest";
import { formatProblem } from "../../src/problems/format-problem.ts";
import type { LocatedLine } from "../../src/problems/located-problem.ts";
import { quote, quoteAll } from "../../src/problems/quote.ts";

function format(at: LocatedLine | undefined, message = "Something is wrong.", cure?: string) {
  const file = "articles/budget.md";
  return formatProblem({ file, message, ...(at && { at }), ...(cure && { cure }) }, "content");
}

test("a problem shows where, what, the line and the cure", () => {
  const at = { line: 4, column: 10, text: "section: polltics" };
  const message = "“polltics” is not a section of this newspaper.";
  expect(format(at, message, "Did you mean “politics”?")).toMatchInlineSnapshot(`
    "content/articles/budget.md:4:10 error: “polltics” is not a section of this newspaper.
      4 | section: polltics
      Did you mean “politics”?"
  `);
});

test("a problem of a whole file has no line", () => {
  expect(format(undefined)).toBe("content/articles/budget.md error: Something is wrong.");
});

test("a place in the middle of a line is marked, below characters of any width", () => {
  const text = "東京の e\u0301 [dead](link.md)";
  expect(format({ line: 12, column: text.indexOf("[") + 1, text })).toMatchInlineSnapshot(`
    "content/articles/budget.md:12:8 error: Something is wrong.
      12 | 東京の é [dead](link.md)
         |          ^"
  `);
});

test("a long line is cut around its place and never through a character", () => {
  const text = `${"👍".repeat(100)}x${"👍".repeat(100)}`;
  expect(format({ line: 1, column: 201, text })).toMatchInlineSnapshot(`
    "content/articles/budget.md:1:201 error: Something is wrong.
      1 | …👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍x👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍👍…
        |                                          ^"
  `);
});

test("nothing a writer typed can act on a terminal", () => {
  const text = "a\u001b[31mred\u0007 \u202etxt\u2066\u0085\t\ufeff\u{e0041}\ud800 می‌خواهم 👩‍👩‍👧";
  expect(format({ line: 1, column: 1, text }, "It is “\u001b]0;x”\n.")).toMatchInlineSnapshot(`
    "content/articles/budget.md:1:1 error: It is “␛]0;x”␊.
      1 | a␛[31mred␇ <U+202E>txt<U+2066><U+0085>→<U+FEFF><U+E0041><U+D800> می‌خواهم 👩‍👩‍👧"
  `);
});

test("a quoted value is cut after sixty characters", () => {
  expect(quote("storm")).toBe("“storm”");
  expect(quote("👍".repeat(61))).toBe(`“${"👍".repeat(59)}…”`);
  expect(quoteAll(["a", "b", "c"])).toBe("“a”, “b” or “c”");
});
