// What can stand in an address, what is made of a name, and what the press says of the others.

import { expect, test } from "vitest";
import {
  addressMistake,
  pathOf,
  proposedSlug,
  slugFor,
  slugMistake,
} from "../../src/news/addresses.ts";

/** "News" or a name of a place, in the scripts that newspapers are printed in. */
const SCRIPTS = {
  Latin: "zażółć-gęślą-jaźń",
  Vietnamese: "tiếng-việt",
  Turkish: "İstanbul-ışık",
  Cyrillic: "новости-дня",
  Greek: "ειδήσεις",
  Armenian: "լուրեր",
  Georgian: "ახალი-ამბები",
  Hebrew: "חדשות",
  Arabic: "أخبار-اليوم",
  Persian: "خبرهای-روز",
  Urdu: "خبریں",
  Syriac: "ܛܒ̈ܐ",
  Thaana: "ޚަބަރު",
  Devanagari: "समाचार-हिन्दी",
  Bengali: "সংবাদ",
  Gurmukhi: "ਖ਼ਬਰਾਂ",
  Gujarati: "સમાચાર",
  Odia: "ସମ୍ବାଦ",
  Tamil: "செய்திகள்",
  Telugu: "వార్తలు",
  Kannada: "ಸುದ್ದಿ",
  Malayalam: "വാർത്തകൾ",
  Sinhala: "පුවත්",
  Thai: "ข่าววันนี้",
  Lao: "ຂ່າວ",
  Tibetan: "གསར-འགྱུར",
  Burmese: "သတင်းများ",
  Khmer: "ព័ត៌មាន",
  Ethiopic: "ዜና",
  Mongolian: "ᠰᠣᠨᠢᠨ",
  Hiragana: "にゅーす",
  Katakana: "ニュース",
  Han: "日本語-新闻",
  Hangul: "한국어-뉴스",
  Cherokee: "ᏣᎳᎩ",
  Tifinagh: "ⵉⵏⵖⵎⵉⵙⵏ",
};

test("a slug may be in any script, and is one slug however its accents are written", () => {
  const refused = Object.entries(SCRIPTS).filter(([, slug]) => slugMistake(slug.normalize("NFC")));
  expect(refused).toEqual([]);
  const forms = Object.values(SCRIPTS).map((slug) =>
    ["NFC", "NFD"].map((form) => slugFor(slug.normalize(form))),
  );
  expect(forms.filter(([nfc, nfd]) => nfc === "" || nfc !== nfd)).toEqual([]);
});

const WINDOWS = "con prn aux nul com1 com9 com¹ com² lpt1 lpt9 lpt³ con.x".split(" ");

test("a name that Windows keeps for itself is no slug, in no case and with no ending", () => {
  const names = WINDOWS.flatMap((name) => [name, name.toUpperCase(), `${name}.txt`]);
  expect(names.filter((name) => slugMistake(name) === undefined)).toEqual([]);
  expect(["console", "come", "aux-armes", "null"].filter(slugMistake)).toEqual([]);
});

test("what is wrong with a slug is said, and the longest that is right is taken", () => {
  const slugs = ["a".repeat(200), "a".repeat(201), "é".repeat(101), "nul", "sto\u00adrm", "a--b"];
  expect(slugs.map(slugMistake)).toEqual([
    undefined,
    "is longer than 200 bytes",
    "is longer than 200 bytes",
    "is a name that Windows reserves",
    "holds a character that cannot be seen",
    "is not made of letters, digits and single hyphens",
  ]);
  const shapes = ["", "-a", "a-", "a..b", "a b", "a/b", "a-_b", "a.b_c-4", "7"];
  expect(shapes.filter((slug) => slugMistake(slug) === undefined)).toEqual(["a.b_c-4", "7"]);
});

test("what is wrong with an address is said, and the longest that is right is taken", () => {
  const names = `/${`${"a".repeat(99)}/`.repeat(8)}`;
  const addresses = ["/2019/05/31/storm/", "/a/", `${names}${"b".repeat(98)}/`];
  expect(addresses.map(addressMistake)).toEqual([undefined, undefined, undefined]);
  const wrong = [`${names}${"b".repeat(99)}/`, "/a/b c/", "/con/a/", "/a/con/"];
  expect(wrong.map(addressMistake)).toEqual([
    "is longer than 900 bytes",
    "has a part, “b c”, that is not made of letters, digits and single hyphens",
    "has a part, “con”, that is a name that Windows reserves",
    "has a part, “con”, that is a name that Windows reserves",
  ]);
  const unframed = ["", "/", "//", "a/", "/a", "x/a/", "/a/x", "/a//b/", "//a/", "/a//"];
  expect(new Set(unframed.map(addressMistake))).toEqual(
    new Set(["does not begin and end with a slash"]),
  );
});

test("the pattern of addresses is filled with what the story has, and nothing else", () => {
  const story = { slug: "storm", section: "world", wallClock: "2019-05-31T12:46:00+00:00" };
  expect(pathOf("/:year/:month/:day/:slug/", story)).toBe("/2019/05/31/storm/");
  expect(pathOf("/:section/:slug/:slug/", story)).toBe("/world/storm/storm/");
  expect(pathOf("/:week/:slug/", story)).toBe("/:week/storm/");
});

test("the slug of a name is its letters and digits in lower case, joined by single hyphens", () => {
  const names = [
    "Storm over Málaga",
    "  …C++ & C#! ",
    "Cafe\u0301",
    "ÉTÉ 2019",
    "!!!",
    "İ",
    "Sun ☀\uFE0F and sea",
  ];
  expect(names.map(slugFor)).toEqual([
    "storm-over-málaga",
    "c-c",
    "caf\u00e9",
    "été-2019",
    "",
    "i\u0307",
    "sun-and-sea",
  ]);
});

test("a proposed slug is plain and short, ends with a whole word, and is never itself wrong", () => {
  const words = "ten letter ".repeat(10);
  const names = [
    "Ζάκυνθος Árvíztűrő",
    "",
    "Con",
    words,
    `${"a".repeat(60)} b`,
    `${"a".repeat(59)} b c`,
    "b".repeat(70),
    "c".repeat(230),
    "d".repeat(60),
    `${"e".repeat(57)} fg`,
  ];
  expect(names.map(proposedSlug)).toEqual([
    "zakynthos-arvizturo",
    "a-short-name",
    "the-con",
    "ten-letter-ten-letter-ten-letter-ten-letter-ten-letter-ten",
    "a".repeat(60),
    "a".repeat(59),
    "b".repeat(70),
    `the-${"c".repeat(60)}`,
    "d".repeat(60),
    `${"e".repeat(57)}-fg`,
  ]);
  const others = [...Object.values(SCRIPTS), ...WINDOWS, "👍", "C++"].map(proposedSlug);
  expect(others.filter((slug) => slugMistake(slug) !== undefined)).toEqual([]);
});
