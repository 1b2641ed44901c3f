// The short way to read a header must never read anything else than the long one.

import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../src/source/read-plain-yaml.ts";
import { readYaml } from "../../src/source/read-yaml.ts";

function readLong(text: string): unknown {
  const { data, faults } = readYaml(text, 2, new Set(["headline"]));
  return faults.length === 0 ? data : "refused";
}

const name = constantFrom("headline", "date", "section", "topics", "status", "slug", "__proto__");
const value = constantFrom(
  ..."world,null,Null,true,no,yes,~,.inf,2026,0x1F,1e3,-1,2026-03-08,2026-03-08 09:30,[a, b],[a,b]".split(
    ",",
  ),
  ..."[],[null],[a, 1],[a b, c],{ a: b },&a b,*a,!!str a,a #b,a: b,a:,>,|,- a,a ,”a”,é,日本語,a\tb".split(
    ",",
  ),
  '"a: \\"b\\" # c"',
  '"\\u00e9\\n"',
  '"\\x41"',
  '"a" b',
  "'a'",
  "true true",
  "Null and void",
  "a\u2028b",
  "a\u0085b",
);
const line = tuple(name, constantFrom(": ", ":", ":  ", " : "), value).map((parts) =>
  parts.join(""),
);

test("what is read the short way is read the same the long way", () => {
  let short = 0;
  const lines = array(line, { minLength: 1, maxLength: 4 });
  assert(
    property(lines, (written) => {
      const text = `${written.join("\n")}\n`;
      const plain = readPlainYaml(text);
      if (plain === undefined) return;
      short += 1;
      expect({ ...plain }).toEqual({ ...(readLong(text) as object) });
    }),
    { numRuns: 20_000 },
  );
  expect(short).toBeGreaterThan(100);
});

test("any text in a field is read the same both ways", () => {
  assert(
    property(string({ unit: "binary", maxLength: 12 }), (text) => {
      const written = `section: ${text}\n`;
      const plain = readPlainYaml(written);
      const long = plain === undefined ? undefined : readLong(written);
      expect({ ...plain }).toEqual({ ...(long as object) });
    }),
    { numRuns: 20_000 },
  );
});

test("an everyday header is read the short way", () => {
  const header =
    'headline: "Budget: \\"No\\""\ndate: 2026-03-08 09:30\nsection: world\ntopics: [Sea, Storm watch]\n';
  expect(readPlainYaml(header)).toEqual(readLong(header));
});

test.each([
  ["headline: Storm\ndate: 2026-03-08 21:30\n", { headline: "Storm", date: "2026-03-08 21:30" }],
  ["date: 2026-03-08", { date: "2026-03-08" }],
  ["date: 2026-03-08T21:30:15", { date: "2026-03-08T21:30:15" }],
  ["\nslug: a\n\n", { slug: "a" }],
  ["translation_of: é", { translation_of: "é" }],
  ["section: a b_c./d-2", { section: "a b_c./d-2" }],
  ["section: nullify", { section: "nullify" }],
  ['kicker: "a: # \\" b"', { kicker: 'a: # " b' }],
  ["topics: [a, B c, d]", { topics: ["a", "B c", "d"] }],
])("%j is read the short way", (written, data) => {
  expect(readPlainYaml(written)).toEqual(Object.assign(Object.create(null), data));
});

test.each([
  "",
  "\n",
  "slug: a\nslug: b",
  "Slug: a",
  " slug: a",
  "slug : a",
  "slug:a",
  "slug:  a",
  "slug: a ",
  "slug: a: b",
  "slug: a #b",
  "slug: -a",
  "slug: 1a",
  "slug: null",
  "slug: Null",
  "slug: NULL",
  "slug: true",
  "slug: True",
  "slug: TRUE",
  "slug: false",
  "slug: False",
  "slug: FALSE",
  "x-date: a",
  "2date: a",
  "date: 2026-03-08 21",
  "date: #2026-03-08",
  "date: 2026-03-08 21:30:15Z",
  'kicker: "a',
  'kicker: "a" b',
  'kicker: "\\u0000"',
  "topics: [a,b]",
  "topics: [a, null]",
  "topics: [a, ]",
  "topics: []",
  "topics: [a",
  "topics: a]",
  "topics: ab]",
  "topics: [[a]]",
])("%j is left to the long way", (written) => {
  expect(readPlainYaml(written)).toBeUndefined();
});
