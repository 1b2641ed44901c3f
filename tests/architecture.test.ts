// The house as `src/README.md` draws it: one-way imports, libraries with one owner, names that say
// something, and no clock but at the doors.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../src");

/** A room imports itself and rooms to its left. */
const ORDER = [
  "problems",
  "source",
  "markdown",
  "news",
  "pages",
  "render",
  "verify",
  "publish",
  "build-order.ts",
  "read-batch.ts",
  "print-batch.ts",
  "press-hands.ts",
  "press-hand.ts",
  "keep-index.ts",
  "read-ahead.ts",
  "stand-ins.ts",
  "plan-paper.ts",
  "revise-stories.ts",
  "keep-versions.ts",
  "new-paper.ts",
  "search-index.ts",
  "print-paper.ts",
  "standing-names.ts",
  "standing-hidden.ts",
  "standing-lines.ts",
  "standing-rows.ts",
  "standing-head.ts",
  "standing-edition.ts",
  "standing-index.ts",
  "standing-paper.ts",
  "standing-references.ts",
  "beside-stories.ts",
  "new-stories.ts",
  "edited-stories.ts",
  "plan-edition.ts",
  "quick-edition.ts",
  "refusal.ts",
  "past-pictures.ts",
  "build.ts",
  "desk",
  "cli-options.ts",
  "cli-program.ts",
  "cli.ts",
  "bin.js",
  "guarded.js",
];

/** Libraries and powers that belong to some rooms only. */
const OWNERS = [
  ["markdown-it", /^markdown\//],
  ["@11ty/eleventy", /^(render\/|desk\/eleventy-door\.ts)/],
  ["libxml2-wasm", /^verify\//],
  ["parse5", /^verify\//],
  ["pagefind", /^render\//],
  ["sharp", /^(source|render)\//],
  ["yaml", /^source\//],
  ["temporal-polyfill", /^news\//],
  ["commander", /^cli(-options|-program)?\.ts$/],
  ["node:fs", /^(source|render|verify|publish|desk)\/|^(build|cli)\.ts$|^(bin|guarded)\.js$/],
] as const;

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|tsx|js)$/.test(path))
  .sort();

const text = (path: string) => readFileSync(join(SOURCE, path), "utf8");

/** Every import of a file, types included; those of the press as paths below `src/`. */
function importsOf(path: string): string[] {
  const found = text(path).matchAll(/(?:from|import\(|tsImport\(|^import)\s*"([^"]+)"/gm);
  return [...found].map(([, to = ""]) => (to.startsWith(".") ? posix.join(dirname(path), to) : to));
}

function offences(isOffence: (from: string, to: string) => boolean): string[] {
  return files.flatMap((from) =>
    importsOf(from).flatMap((to) => (isOffence(from, to) ? [`${from} -> ${to}`] : [])),
  );
}

const place = (path: string) => ORDER.indexOf(path.split("/")[0] ?? "");

test("every file stands in a known room", () => {
  expect(files.filter((path) => place(path) === -1)).toEqual([]);
});

test("a room imports itself and rooms to its left", () => {
  const isOurs = (to: string) => /\.(ts|tsx|js)$/.test(to) && files.includes(to);
  expect(offences((from, to) => isOurs(to) && place(to) > place(from))).toEqual([]);
});

test.each(OWNERS)("only its owner imports %s", (name, owner) => {
  const isIt = (to: string) => to === name || to.startsWith(`${name}/`);
  expect(offences((from, to) => isIt(to) && !owner.test(from))).toEqual([]);
});

test("layouts take nothing but types from the press", () => {
  const layouts = join(SOURCE, "../layouts");
  const taken = readdirSync(layouts, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) =>
      [...readFileSync(join(layouts, path), "utf8").matchAll(/^import (?!type ).*src\/.*$/gm)].map(
        ([line]) => `${path}: ${line}`,
      ),
    );
  expect(taken).toEqual([]);
});

test("no name says nothing", () => {
  const vague = /(^|\/)(index|utils?|helpers?|common|misc|shared)(\.|\/)/;
  expect(files.filter((path) => vague.test(path))).toEqual([]);
});

test("only the doors have a console, a clock and an end", () => {
  const DOORS = new Set(["cli.ts", "guarded.js", "desk/eleventy-door.ts"]);
  const powers = /\bconsole\.|process\.exit|Date\.now\(|new Date\(\)/;
  const used = files.filter((path) => !DOORS.has(path) && powers.test(text(path)));
  expect(used).toEqual([]);
});

test("no file is longer than a reader's patience", () => {
  const long = files.filter((path) => text(path).split("\n").length > 250);
  expect(long).toEqual([]);
});
