import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { countWords, readingMinutes } from "../../src/markdown/count-words.ts";

test.each([
  ["The council said “no” to 3.5 million, didn’t it?", "en", 9],
  ["Der Ober-Bürgermeister sagt: nein.", "de", 5],
  ["日本とロシアの外相は金曜日に会談した。", "ja", 10],
  ["외교부 장관은 금요일에 만났다.", "ko", 4],
  ["عاد الوزير إلى طوكيو.", "ar", 4],
  ["", "en", 0],
  ["— … 🙂 !", "en", 0],
  ["Words in no known language", "xx", 5],
  ["Words in no language", "not a tag", 4],
])("%j in %s has %i words", (text, language, words) => {
  expect(countWords(text, language)).toBe(words);
});

test("the count is the Segmenter's own", () => {
  const piece = constantFrom(
    ..."a B é ß 7 3.5 's ’t . , : ; - _ — ( ) [ ] < > / \n “ ” ½ 日 本語 カ ก ไทย א ي 🙂 🏴".split(
      " ",
    ),
    " ",
    "\n\n",
    "\u0301",
    "\u200D",
  );
  const text = array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  for (const language of ["en", "sv", "ja"]) {
    const segmenter = new Intl.Segmenter(language, { granularity: "word" });
    const countAll = (words: string) =>
      Array.from(segmenter.segment(words)).filter(({ isWordLike }) => isWordLike).length;
    const isSame = (words: string) => countWords(words, language) === countAll(words);
    assert(property(text, isSame), { numRuns: 3000 });
    assert(property(string({ unit: "grapheme" }), isSame));
  }
});

test.each([
  [0, "en", 0],
  [30, "en", 1],
  [690, "en", 3],
  [690, "de-AT", 3],
  [690, "ja", 2],
  [690, "zh-Hant", 2],
])("%i words in %s take %i minutes", (words, language, minutes) => {
  expect(readingMinutes(words, language)).toBe(minutes);
});
