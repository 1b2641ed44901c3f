import { expect, test } from "vitest";
import { parserFor } from "../../src/markdown/parser.ts";
import { readText } from "../../src/markdown/read-text.ts";

test.each([
  ["en", "“He ‘said’ it’s”"],
  ["en-GB", "“He ‘said’ it’s”"],
  ["de", "„He ‚said‘ it’s“"],
  ["de-CH", "«He ‹said› it’s»"],
  ["de-AT", "„He ‚said‘ it’s“"],
  ["fr", "«\u00A0He “said” it’s\u00A0»"],
  ["ru", "«He „said“ it’s»"],
  ["pl", "„He «said» it’s”"],
  ["sv", "”He ’said’ it’s”"],
  ["da", "»He ›said‹ it’s«"],
  ["ja", "「He 『said』 it’s」"],
  ["zh-Hant-TW", "「He 『said』 it’s」"],
  ["zh", "“He ‘said’ it’s”"],
  ["pt-BR", "“He ‘said’ it’s”"],
  ["pt-PT", "«He “said” it’s»"],
  ["xx", "“He ‘said’ it’s”"],
])("%s sets %s", (language, set) => {
  const { value } = readText(`"He 'said' it's"`, { language, file: "a.md", firstLine: 1 });
  expect(value.plain).toBe(set);
});

test("a parser is built once for all languages with the same marks", () => {
  expect(parserFor("de")).toBe(parserFor("de-AT"));
  expect(parserFor("en")).not.toBe(parserFor("ru"));
});
