import * as fc from "fast-check";
import { expect, test } from "vitest";
import { STORY_GATE } from "../../src/source/gates.ts";
import { checkFields } from "../../src/source/check-fields.ts";
import { readHeader } from "../../src/source/read-fields.ts";
import { readYaml } from "../../src/source/read-yaml.ts";

const read = (text: string) => readYaml(text, 1, new Set(["caption"]));
const messages = (text: string) => read(text).faults.map(({ message }) => message);

test("dates stay text, and only numbers, true, false and null are anything else", () => {
  const text =
    "[2019-05-31, 2019-05-31 12:46, 12:46, yes, no, on, 1_000, 2026, 1.5, true, null, 0o7]";
  const values = ["2019-05-31", "2019-05-31 12:46", "12:46", "yes", "no", "on", "1_000"];
  expect(read(text).data).toEqual([...values, 2026, 1.5, true, null, 7]);
});

test.each([
  ["an anchor", "a: &x 1", "What begins with “&” or “*”", 1, 4],
  ["an alias", "a: &x [\n *x]", "What begins with “&” or “*”", 1, 4],
  [
    "a tag",
    "a:\n  b: !!str x",
    "“!!str” would name a type, and that is not read: a value is what it looks like.",
    2,
    6,
  ],
  [
    "an unknown tag",
    "a: !x y",
    "“!x” would name a type, and that is not read: a value is what it looks like.",
    1,
    4,
  ],
  ["a merge key", "a:\n  <<: { b: c }", "“<<” would copy other fields to this place", 2, 3],
  ["a second field", "a: 1\nb: 2\na: 3", "The field “a” stands here a second time.", 3, 1],
  ["a list as a name", "[a]: b", "A field here has no plain name before its colon.", 1, 1],
  [
    "a second document",
    "a: 1\n--- b",
    "A second set of fields begins here; the press reads one.",
    2,
    1,
  ],
  [
    "a directive",
    "%YAML 1.1\n---\na: yes",
    "A line that begins with “%” would be an instruction",
    1,
    1,
  ],
  ["half a character", 'a: "\\ud800"', "The value holds half a character", 1, 4],
  ["a lost end", "caption: Man dies # police", "This text would end before “# police”", 1, 10],
])("%s is refused with its place", (_, text, message, line, column) => {
  const [fault] = read(text).faults;
  expect(fault?.message).toContain(message);
  expect(fault?.place).toMatchObject({ line, column });
});

test("what no output may hold is dropped, however it was written", () => {
  const text = `a: "x\\0y\\x1b\\u0085\\uFFFE z"\nb: x\u0007y\nc: |\n  x\u0001\n  y\n"d\\x7f": "1\\r2"`;
  expect(read(text).data).toEqual({ a: "xy z", b: "xy", c: "x\ny", d: "1\n2" });
});

test("a comment may stand behind a value that is not prose, or on a line of its own", () => {
  expect(read("section: world # not politics\n# note\ncaption: Rain\n").data).toEqual({
    section: "world",
    caption: "Rain",
  });
});

test("twenty levels are read, one more is refused, and no depth can end the process", () => {
  expect(messages(`${"[".repeat(20)}${"]".repeat(20)}`)).toEqual([]);
  const deep = "Here lists and fields stand inside one another more than 20 levels deep.";
  const openings = ["[", "{a: ", "- ", "? ", "- [", "a: [{b: "];
  for (const opening of openings) expect(messages(opening.repeat(5000))[0]).toBe(deep);
  const indented = Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
  expect(messages(indented)[0]).toBe(deep);
});

test("a bomb of aliases is refused without being unfolded", () => {
  const lines = [
    "a0: &a0 [x, x]",
    ...Array.from({ length: 50 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
  ];
  expect(messages(lines.join("\n"))).toHaveLength(51);
});

test("no field name reaches an object's prototype", () => {
  for (const name of ["constructor", "prototype", "toString", "hasOwnProperty"]) {
    const { data } = read(`${name}: { polluted: yes }\nseo: { ${name}: { polluted: yes } }`);
    expect(Object.keys(data as object)).toContain(name);
  }
  // The schema library passes over this one in silence, so it must not get that far.
  expect(messages("__proto__: { polluted: yes }\nlinks: { __proto__: javascript:x }")).toEqual([
    "The name “__proto__” means something to programs, so no field can have it.",
    "The name “__proto__” means something to programs, so no field can have it.",
  ]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

const PIECES =
  "“headline” “date: ” “image:\n  ” “topics: ” “__proto__: ” “constructor: ” “<<: ” “- ” “? ” “: ” " +
  "“[” “]” “{” “}” “&a ” “*a” “!!str ” “!” “|” “>” “|2-” “'” “\"” “#” “%” “@” “`” “\t” “ ” “  ” “\n” " +
  "“\n\n” “---” “...” “\\” “\\u” “,” “~” “null” “1e9” “é👍”";

test("no header makes the press throw, hang or touch Object.prototype", () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const pieces = fc.constantFrom(...Array.from(PIECES.matchAll(/“(.*?)”/gs), ([, piece]) => piece));
  const header = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 40 });
  fc.assert(
    fc.property(header, (parts) => {
      const found = readHeader(`---\n${parts.join("")}\n---\nText`, STORY_GATE);
      if (found.kind === "fields") {
        const { problems } = checkFields(found.yaml, STORY_GATE, "articles/a.md");
        if (!problems.every(({ message }) => message.endsWith("."))) throw new Error("no sentence");
      }
    }),
    { numRuns: 1500 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});
