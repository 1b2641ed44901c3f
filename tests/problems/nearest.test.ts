import { expect, test } from "vitest";
import { nearest } from "../../src/problems/nearest.ts";

const SECTIONS = ["politics", "world", "sport", "arts"];

test.each([
  ["polltics", "politics"],
  ["poiltics", "politics"],
  ["Politics", "politics"],
  ["wrld", "world"],
  ["sports", "sport"],
  ["art", "arts"],
])("“%s” most likely stands for “%s”", (typed, meant) => {
  expect(nearest(typed, SECTIONS)).toBe(meant);
});

test.each(["", "x", "weather", "p".repeat(10_000)])("“%s” stands for nothing known", (typed) => {
  expect(nearest(typed, SECTIONS)).toBeUndefined();
});

test("of two equally near words the first one wins", () => {
  expect(nearest("cat", ["bat", "rat"])).toBe("bat");
});
