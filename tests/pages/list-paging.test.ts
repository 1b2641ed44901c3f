import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PAGE_LENGTH, pagesOf } from "../../src/pages/list-paging.ts";

/** A list of `length` items, newest (the highest number) first. */
const list = (length: number) => Array.from({ length }, (_, index) => length - index);

test("a short list is one page", () => {
  expect(pagesOf(list(PAGE_LENGTH * 2 - 1)).numbered).toEqual([]);
});

test("every story stands on exactly one page, newest first", () => {
  fc.assert(
    fc.property(fc.nat(1000), (length) => {
      const { first, numbered } = pagesOf(list(length));
      expect([...first, ...numbered.toReversed().flat()]).toEqual(list(length));
    }),
  );
});

test("a new story changes no numbered page", () => {
  fc.assert(
    fc.property(fc.nat(1000), (length) => {
      const before = pagesOf(list(length)).numbered;
      const after = pagesOf(list(length + 1)).numbered;
      expect(after.slice(0, before.length)).toEqual(before);
    }),
  );
});

test("the first page is never thin once there is something to fill it with", () => {
  fc.assert(
    fc.property(fc.nat(1000), (length) => {
      const { first } = pagesOf(list(length));
      expect(first.length).toBeGreaterThanOrEqual(Math.min(length, PAGE_LENGTH));
      expect(first.length).toBeLessThan(PAGE_LENGTH * 2);
    }),
  );
});
