import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkFields } from "../../src/source/check-fields.ts";
import { dropForbidden, unifyLineEnds } from "../../src/source/forbidden-characters.ts";
import { STORY_GATE } from "../../src/source/gates.ts";
import { readHeader } from "../../src/source/read-fields.ts";

/** The value of a header field, or the messages of what is wrong. */
function readField(line: string, name = "headline"): unknown {
  const read = readHeader(
    `---\nsection: world\n${line}\ndate: 2026-03-08\n---\nText\n`,
    STORY_GATE,
  );
  if (read.kind === "fault") return read.message;
  const { data, faults } = read.yaml;
  if (faults.length > 0) return faults.map(({ message }) => message);
  return (data as Record<string, unknown>)[name];
}

test.each([
  "Budget: council says no",
  '"No", says mayor',
  '"Yes," says mayor, "but not now"',
  "#MeToo rally",
  "Man dies # police",
  "100%",
  "% of voters",
  "{{ braces }}",
  "{% 40 percent %}",
  "{ flow: map }",
  "[Live] Storm",
  "[a, b]",
  "Null",
  "~",
  "true",
  "Yes",
  "2026",
  "1e3",
  "0x1F",
  "2026-05-31",
  "- dash",
  "-",
  "--- three hyphens",
  "---",
  "...",
  "'It's over'",
  "'Tis the season",
  "It's 'over'",
  '"Yes" and "No"',
  '"C:\\data"',
  '"quoted" # comment',
  "@mayor resigns",
  "`backticks`",
  "!tag",
  "!!str x",
  "&anchor",
  "*alias",
  "**bold**",
  "|pipe",
  "| pipe",
  ">greater than",
  "> greater than",
  "|2x",
  "? question",
  ": colon first",
  "colon last:",
  "a: b: c",
  "headline: headline",
  "tab\there",
  "back\\slash \\n \\u0041",
  "<script>alert(1)</script>",
  "<<: *base",
  "emoji 👩‍👩‍👧 🇯🇵",
  "日本語：見出し",
  "‏עברית‎",
  "non-breaking\u00a0space\u00a0",
  "Budget: line\u2028%separator\u2029---\u2028\u0085next # end",
  "__proto__",
  ",",
  "=",
])("the headline %j arrives as it was typed", (headline) => {
  expect(readField(`headline: ${headline}`)).toBe(dropForbidden(headline));
});

test.each([
  ['headline: "No"', "No"],
  ["headline: 'It''s over'", "It's over"],
  ['headline: "He said \\"no\\""', 'He said "no"'],
  ['headline: "caf\\u00e9 \\x41 \\U0001F44D"', "café A 👍"],
  ["headline: >\n  Budget: council\n  says no", "Budget: council says no"],
  ["headline: >-\n  Budget", "Budget"],
  ["headline: |+\n  Budget\n", "Budget"],
  ["headline: >2\n    two more", "  two more"],
  ["headline:Budget: no space", "Budget: no space"],
  ["headline : Budget: space", "Budget: space"],
  ["headline: \t Storm \t ", "Storm"],
])("%j says %j", (line, headline) => {
  expect(readField(line)).toBe(headline);
});

test.each(["standfirst", "kicker", "byline", "dateline"])("%s is taken as written too", (name) => {
  expect(readField(`${name}: "No": says #mayor`, name)).toBe('"No": says #mayor');
});

test.each(["headline: a\n  b", "headline:\n  b", "headline: a\n\n  b\n  c", "headline: > a\n  b"])(
  "%j goes on where a one-line field may not",
  (line) => {
    expect(readField(line)).toEqual(["“headline” goes on below its line."]);
  },
);

test("any text on one line survives as a headline", () => {
  const oneLine = fc
    .oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...Array.from("\"'\\:# -[]{}>|&*!%@`,?~\tab1\u00a0👍")) }),
    )
    .map((value) => value.replace(/[\n\r]/g, "").replace(/^[ \t]+|[ \t]+$/g, ""))
    .filter((value) => value !== "" && !isYamlQuoted(value) && !/^[|>][\d+-]*$/.test(value));
  fc.assert(
    fc.property(oneLine, (headline) => {
      expect(readField(`headline: ${headline}`)).toBe(dropForbidden(headline));
    }),
    { numRuns: 2000 },
  );
});

test("any text survives in double quotes as JSON writes it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (headline) => {
      const line = `headline: ${JSON.stringify(headline)}`;
      // Characters that no format allows are dropped, those that end a line in another way with them.
      expect(readField(line)).toBe(dropForbidden(unifyLineEnds(headline)));
    }),
    { numRuns: 500 },
  );
});

test("no header makes the press wait", () => {
  const blanks = " ".repeat(60_000);
  const many = 10_000;
  const headers = [
    `headline: a${blanks}b`,
    `kicker: "${blanks}`,
    `topics: [${",".repeat(60_000)}x`,
    `seo: { ${"a:,".repeat(many)} }`,
    `seo: { ${Array.from({ length: many }, (_, index) => `k${index}: 1`).join(", ")} }`,
    `topics: [${"&a b, ".repeat(many)}]`,
    `series: |+\n  a${"\n".repeat(50_000)}  b`,
    `image:\n${"  - x\n".repeat(many)}`,
    `authors: [${"1, ".repeat(many)}]`,
    `series: "${"\\x41".repeat(many)}`,
    "x: |\n y\n".repeat(7000),
    `topics:\n${"- a: b: c\n".repeat(6000)}`,
  ];
  for (const header of headers) {
    const start = process.cpuUsage();
    const read = readHeader(`---\n${header}\n---\n`, STORY_GATE);
    if (read.kind === "fields") checkFields(read.yaml, STORY_GATE, "articles/a.md");
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1_000_000;
    expect({ header: header.slice(0, 40), isQuick: seconds < 5 }).toMatchObject({ isQuick: true });
  }
});

/** Begins and ends with the same quote, and so may mean what it quotes. */
function isYamlQuoted(value: string): boolean {
  return value.length > 1 && /^(["']).*\1$/su.test(value);
}
