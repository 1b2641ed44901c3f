// The style sheet: readable in both editions, right in both directions, and small.

import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { bundle } from "lightningcss";
import { expect, test } from "vitest";
import { DAY, NIGHT } from "../../layouts/parts/head.tsx";

const STYLES = new URL("../../layouts/styles/", import.meta.url);
const PACKAGE = new URL("../../node_modules/@fontsource/source-serif-4/", import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, STYLES), "utf8");
}

const sheets = readdirSync(STYLES, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".css"))
  .map((name) => [name, read(name)] as const);

const [day = "", night = ""] = read("tokens.css").split("prefers-color-scheme: dark");

test.each([
  ["day", day],
  ["night", night],
])("the %s edition can be read: text 7:1, accent 4.5:1", (_, css) => {
  const paper = colour(css, "paper");
  expect(contrast(colour(css, "ink"), paper)).toBeGreaterThan(7);
  expect(contrast(colour(css, "ink-quiet"), paper)).toBeGreaterThan(7);
  expect(contrast(colour(css, "accent"), paper)).toBeGreaterThan(4.5);
});

test("the browser's own frame has the colour of the paper, by day and by night", () => {
  expect([DAY, NIGHT]).toEqual([day, night].map((css) => /--paper: ([^;]+);/.exec(css)?.[1]));
});

test("there are six sizes of type, and no other", () => {
  expect([...day.matchAll(/--size-([a-z]+):/g)].map(([, name]) => name)).toEqual([
    "label",
    "small",
    "text",
    "second",
    "headline",
    "lead",
  ]);
  const others = sheets.flatMap(
    ([, css]) => css.match(/font(?:-size)?:[^;]*\d(?:rem|px|pt)/g) ?? [],
  );
  expect(others).toEqual([]);
});

test.each(sheets)("%s reads the same from right to left", (_, css) => {
  const physical =
    /^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|(?:max-|min-)?(?:width|height)|text-align: (?:left|right)|float: (?:left|right))\b/gm;
  expect(css.match(physical)).toBeNull();
});

test.each(sheets)("%s keeps the flat face of a newspaper", (_, css) => {
  expect(css).not.toMatch(/border-radius|box-shadow|text-shadow|transition|animation/);
});

test("the fonts are those of the package, each for the letters its makers give", () => {
  const ranges: Record<string, string> = JSON.parse(
    readFileSync(new URL("unicode.json", PACKAGE), "utf8"),
  );
  const faces = [
    ...read("fonts.css").matchAll(
      /fonts\/(source-serif-4-(.+?)-\d+-\w+\.woff2).*\s*unicode-range:([^;]+);/g,
    ),
  ];
  expect(faces.length).toBe(15);
  const files = readdirSync(new URL("files/", PACKAGE));
  for (const [, file = "", script = "", range = ""] of faces) {
    expect(files).toContain(file);
    expect(range.replaceAll(/\s+/g, "")).toBe(ranges[script]);
  }
});

test("the whole style sheet is small over the wire", () => {
  const { code } = bundle({ filename: new URL("main.css", STYLES).pathname, minify: true });
  expect(brotliCompressSync(code).length).toBeLessThan(6_000);
});

function colour(css: string, name: string): readonly number[] {
  const [, hex = ""] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(css) ?? [];
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
