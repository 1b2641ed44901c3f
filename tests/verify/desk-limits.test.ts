// How the desk counts: as readers do, whatever the length.

import { expect, test } from "vitest";
import { graphemesOf, lengthOf } from "../../src/verify/check/desk-limits.ts";

test("a text of any length is counted", () => {
  expect(lengthOf("word ".repeat(60_000))).toBe(300_000);
});

test.each(["e\u0301", "👩‍👩‍👧", "🇯🇵", "🏳️‍🌈", "क्षि", "\r\n"])(
  "%j is one character, wherever it stands",
  (character) => {
    for (let before = 480; before < 502; before++) {
      const text = `${"a".repeat(before)}${character.repeat(3)}b`;
      expect([before, graphemesOf(text).slice(before)]).toEqual([
        before,
        [character, character, character, "b"],
      ]);
    }
  },
);
