// Headers that YAML, or one of its readers, takes for something else than was typed. Each is published
// exactly as it was typed, or refused with its line and a cure: never changed in silence.

import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { contentFolder } from "../support/content-folder.ts";
import { orderFor, site } from "../support/site.ts";

const times = (count: number, text: string) => text.repeat(count);

/** The fields of a trap begin on line 5. */
const under = (fields: string) =>
  `---\nheadline: Storm\ndate: 2026-03-08\nsection: world\n${fields}\n---\nThe wind rose.\n`;
const within = (opening: string) =>
  `${opening}\nheadline: Storm\ndate: 2026-03-08\nsection: world\n---\nThe wind rose.\n`;

const KICKER = ".story-head .kicker a";
const METHOD = ".reporting-method";
const TOPICS = ".topics li a";
const TIME = "time";

/** Fields, where readers see them, and what they read there. */
const READ: readonly (readonly [file: string, selector: string, shown: string])[] = [
  ...`no|NO|off|y|12:30:45|1:30|0o17|017|0x1F|1_000|1.10|1e3|.5|+.inf|.NaN|~|null|NULL|true|2026-05-31
    |=|<<|<<: *a|!!js/function "x"|!!binary aGk=|!!python/none|&a b|*a|{ a: b }|[ a ]|- a|? a|: a|%YAML 1.1
    |@a|\`a\`|a # b|a: b|"a|'a|a"|>a|...|---|__proto__|constructor|a\u2028b: c|a\u2029b|\\|9a`
    .split(/\n? *(?<!\\)\|/)
    .map((text) => text.replace("\\", ""))
    .map((text) => [under(`kicker: ${text}`), KICKER, text] as const),
  ..."no NO on off y Yes 12:30:45 1:30 1_000 2026-05-31 2026-05-31T10:00:00Z = << a#b http://a.b/#c"
    .split(" ")
    .map((text) => [under(`method: ${text}`), METHOD, text] as const),
  [under("method: a, b] c} d"), METHOD, "a, b] c} d"],
  [under('method: "\\x41\\u00e9\\U0001F44D\\/"'), METHOD, "Aé👍/"],
  [under('method: "a\\\n  b"'), METHOD, "ab"],
  [under("method: 'It''s: # {x}'"), METHOD, "It's: # {x}"],
  [under("method: |2\n    a"), METHOD, "a"],
  [under("method: |-\n  a\n  ---\n  b"), METHOD, "a\n---\nb"],
  [under("method: |+\n  ...\n  a\n\n\n"), METHOD, "...\na"],
  [under("method: |\n  %YAML 1.1\n  # b\n  headline: c"), METHOD, "%YAML 1.1\n# b\nheadline: c"],
  [under("method: >\n  a\n  b\n\n"), METHOD, "a b"],
  [under("method: >1-\n a"), METHOD, "a"],
  [under("kicker: >-\n  No:\n  never"), KICKER, "No: never"],
  [under("? method\n: a"), METHOD, "a"],
  [under("method:\ta"), METHOD, "a"],
  [under("topics: [no, ]"), TOPICS, "no"],
  [under("topics:\n-\ton"), TOPICS, "on"],
  [under("topics: [__proto__]"), TOPICS, "__proto__"],
  [under("topics: [constructor]"), TOPICS, "constructor"],
  [under("updated: 2026-05-31T10:00"), TIME, "8 March 2026"],
  [under("...\n"), "h1", "Storm"],
  [`\uFEFF${under("method: a")}`, METHOD, "a"],
  [under("method: a\nkicker: b").replaceAll("\n", "\r\n"), KICKER, "b"],
  [under("method: a\nkicker: b").replaceAll("\n", "\r"), KICKER, "b"],
];

const ALIAS = "would stand for another value";
const TAG = "would name a type";
const TWICE = "stands here a second time";
const DEEP = "more than 20 levels deep";
const NUMBER = "is read as a number";
const NOTHING = "is read as “nothing”";
const NO_DATE = "not a date";
const RESERVED = "means something to programs";
const HASH = "counts as a comment";

/** Fields, and what is wrong with them in which line. */
const REFUSED: readonly (readonly [file: string, line: number, message: string])[] = [
  ..."0o17 017 0x1F 1.10 1e3 .5 +.inf .NaN 1984 -0"
    .split(" ")
    .flatMap((text) => [
      [under(`method: ${text}`), 5, NUMBER] as const,
      [under(`topics:\n  - ${text}`), 6, NUMBER] as const,
    ]),
  ..."~ null Null NULL"
    .split(" ")
    .flatMap((text) => [
      [under(`method: ${text}`), 5, NOTHING] as const,
      [under(`updated: ${text}`), 5, NOTHING] as const,
      [under(`noindex: ${text}`), 5, NOTHING] as const,
    ]),
  ..."2026 2026-05 20260531 1748650000 12:30 2026-5-31 no 2026-05-31T10:00:00.5Z +002026-05-31 ２０２６-05-31"
    .split(" ")
    .flatMap((text) => [
      [under(`updated: ${text}`), 5, NO_DATE] as const,
      [under(`expires: ${text}`), 5, NO_DATE] as const,
      [under(`corrections:\n  - { date: ${text}, kind: update, text: a }`), 6, NO_DATE] as const,
    ]),
  ...'yes on y 1 NO "true"'
    .split(" ")
    .map((text) => [under(`noindex: ${text}`), 5, "neither true nor false"] as const),
  ...["!!js/function 'x'", "!!js/regexp /a/", "!!binary aGk=", "!!set { a, b }", "!!omap [a: b]"]
    .concat(
      "!!python/object/apply:os.system ['id']",
      "!ruby/object:Gem {}",
      "!!str 1",
      "!<x> a",
      "! 1",
    )
    .map((text) => [under(`method: ${text}`), 5, TAG] as const),
  ...["__proto__", '"__proto__"', '"__pr\\u006fto__"'].flatMap((name) => [
    [under(`${name}: { status: draft }`), 5, RESERVED] as const,
    [under(`seo:\n  ${name}: a`), 6, RESERVED] as const,
    [under(`image: { rights: { ${name}: a } }`), 5, RESERVED] as const,
  ]),
  ..."constructor prototype toString hasOwnProperty __defineGetter__"
    .split(" ")
    .flatMap((name) => [
      [under(`${name}: { a: 1 }`), 5, "is not a field"] as const,
      [under(`seo: { ${name}: a }`), 5, "is not a field"] as const,
    ]),
  [under("<<: { status: draft }"), 5, "would copy other fields"],
  [under("seo: { <<: { title: a } }"), 5, "would copy other fields"],
  [under("method: &a b"), 5, ALIAS],
  [under("topics: &a [*a]"), 5, ALIAS],
  [under(`seo: { title: &a "a", description: *a }`), 5, ALIAS],
  [
    under(`topics:\n- &a [x]\n${times(9, "- &a [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n")}`),
    6,
    ALIAS,
  ],
  [under("method: a\nmethod: a"), 6, TWICE],
  [under('method: a\n"m\\u0065thod": b'), 6, TWICE],
  [under("'headline': Flood"), 5, TWICE],
  [under("? headline\n: Flood"), 5, TWICE],
  [under("seo: { title: a, title: b }"), 5, TWICE],
  [under("%YAML 1.1"), 5, "would be an instruction"],
  [under("%TAG ! tag:x,2000:"), 5, "would be an instruction"],
  [under("...\nmethod: a"), 6, "A second set of fields"],
  [under("--- a"), 5, "A second set of fields"],
  [under("? [a, b]\n: c"), 5, "no plain name"],
  [under("? { a: b }\n: c"), 5, "no plain name"],
  [under(": a"), 5, "no plain name"],
  [under("&a method: b"), 5, "no plain name"],
  [under("topics: [a,,b]"), 5, "two commas"],
  [under("topics: [,a]"), 5, "two commas"],
  [under("topics: [a, b"), 5, "never closed"],
  [under("seo: { title: a"), 5, "never closed"],
  [under('method: "a'), 5, "never closed"],
  [under("method: 'a"), 5, "never closed"],
  [under('method: "a" b'), 5, "cannot be read"],
  [under('method: "\\q"'), 5, "cannot be read"],
  [under('method: "\\U00110000"'), 5, "cannot be read"],
  [under('method: "\\uD83D"'), 5, "half a character"],
  [under("seo: { title: a: b }"), 5, "cannot be read"],
  [under("topics: [a: b]"), 5, "a group of fields, not a single text"],
  [under("topics: [[a]]"), 5, "a list, not a single text"],
  [under("topics: [#MeToo]"), 5, HASH],
  [under("topics: [Storms, #MeToo]"), 5, HASH],
  [under("topics: [Storms, # MeToo\n  Floods]"), 5, HASH],
  [under("topics:\n  - Storms # MeToo"), 6, HASH],
  [under("corrections:\n  - { date: 2026-03-09, kind: update, text: Lot # 4 }"), 6, HASH],
  [under("method: a # b"), 5, HASH],
  [under("seo:\n\ttitle: a"), 6, "indented with a tab"],
  [under("\tmethod: a"), 5, "indented with a tab"],
  [under("\u00a0method: a"), 5, "is not a field"],
  [under("m\u0435thod: a"), 5, "is not a field"],
  [under("\uFEFFmethod: a"), 5, "is not a field"],
  [under("method: a\u0085kicker: b"), 5, "cannot be read"],
  [under("method: a\u2028kicker: b"), 5, "cannot be read"],
  [under("method: a\0b"), 5, "NUL"],
  [under("method: |9\n  a"), 6, "not a field"],
  [under("method: |0\n  a"), 5, "cannot be read"],
  [under("method: |\na"), 6, "not a field"],
  [under("method: |\n\ta"), 6, "not a field"],
  [under(`kicker: "\\u200b\\u2060"`), 5, "is empty"],
  [under("image: { src: a.jpg, alt: \u3164, credit: \u00ad }"), 5, "is empty"],
  [under(`${times(2000, "a")}: b`), 5, "not a field"],
  [under(`"${times(2000, "a")}": b`), 5, "not a field"],
  [under(`topics: ${times(60_000, "[")}`), 5, DEEP],
  [under(`seo: ${times(15_000, "{a: ")}`), 5, DEEP],
  [under(`topics:\n${times(30_000, "- ")}a`), 6, DEEP],
  [under(times(30_000, "? ")), 5, DEEP],
  [under(`topics: ${times(100_000, "[")}`), 1, "longer than 64 KiB"],
  ..."---js|---javascript|--- js|---yaml|--- # a|--- |--- {}|--- \\||----|+++|\uFEFF\uFEFF---|;;;"
    .split(/(?<!\\)\|/)
    .map((opening) => [within(opening), 1, ""] as const),
];

const nameOf = (index: number) => `content/articles/t${index}.md`;
const bytesOf = (rows: readonly (readonly [file: string, ...unknown[]])[]) =>
  new Map(rows.map(([file], index) => [nameOf(index), Buffer.from(file)]));

test("what can be read is published as it was typed", async () => {
  await using paper = await site("", { bytes: bytesOf(READ) });
  const wrong = READ.flatMap(([file, selector, expected], index) => {
    const shown = paper.page(`/2026/03/08/t${index}/`)(selector).first().text();
    return shown === expected ? [] : [[file, expected, shown]];
  });
  expect(wrong).toEqual([]);
});

test("everything else is refused with its line and a cure", async () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  await using folder = await contentFolder("", bytesOf(REFUSED));
  const { kind, ...result } = await build(orderFor(folder));
  const wrong = REFUSED.flatMap(([file, line, message], index) => {
    const told = result.problems.filter((one) => `content/${one.file}` === nameOf(index));
    const isTold = told.some(
      ({ at, message: words, cure }) => at?.line === line && words.includes(message) && cure,
    );
    return isTold ? [] : [[file.slice(0, 200), line, message, told]];
  });
  expect(wrong).toEqual([]);
  expect(kind).toBe("refused");
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
});
