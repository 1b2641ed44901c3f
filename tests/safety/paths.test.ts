// Paths that would lead out of the content or the output: in slugs, old addresses and pictures. And
// names that one disk tells apart and another does not.

import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { addressMistake, proposedSlug, slugMistake } from "../../src/news/addresses.ts";
import { outputOf } from "../../src/pages/urls.ts";
import { findCollisions } from "../../src/publish/find-collisions.ts";
import { isOutputPath } from "../../src/publish/output-paths.ts";
import { problems } from "../support/site.ts";

const DOTS =
  ".. . ... .... ..; ..%00 %2e%2e %2E. .%2e %252e%252e %c0%ae%c0%ae %uff0e%uff0e \uFF0E\uFF0E \u2025 .\u200b. .\u00ad. ..\\ %00.. ~ $HOME %HOME%".split(
    " ",
  );
const SLASHES = [
  "/",
  "\\",
  "//",
  "/./",
  "%2f",
  "%252f",
  "%5c",
  "%c0%af",
  "\u2215",
  "\uFF0F",
  "\\/",
  ";/",
  "\0/",
];
const STARTS = [
  "",
  "/",
  "//",
  "C:",
  "C:\\",
  "\\\\?\\",
  "\\\\x.example\\c$\\",
  "file://",
  "php://filter/",
  "images/",
];
const TARGETS = [
  "etc/passwd",
  "etc/passwd\0.md",
  "windows\\win.ini",
  "proc/self/environ",
  "secret.md",
  "",
];

/** Ways out by every combination: some thousands, three steps up or more. */
const WAYS_OUT = [
  ...new Set(
    STARTS.flatMap((start) =>
      DOTS.flatMap((dots) =>
        SLASHES.flatMap((slash) =>
          TARGETS.map((target) => `${start}${`${dots}${slash}`.repeat(3)}${target}`),
        ),
      ),
    ),
  ),
];

const isInside = (path: string) => resolve("/out", path).startsWith("/out/") && isOutputPath(path);

test("no way out is a slug, and no way out is an address", () => {
  expect(WAYS_OUT.length).toBeGreaterThan(10_000);
  const slugs = WAYS_OUT.filter((way) => slugMistake(way.normalize("NFC")) === undefined);
  expect(slugs).toEqual([]);
  const addresses = WAYS_OUT.flatMap((way) => [way, `/${way}/`, `/a/${way}`, `/a/${way}/b/`]);
  const taken = addresses.filter(
    (address) => addressMistake(address.normalize("NFC")) === undefined,
  );
  expect(taken.filter((address) => !isInside(outputOf(address)))).toEqual([]);
  expect(taken).toEqual([]);
});

test("what the press proposes instead can be used", () => {
  const proposals = WAYS_OUT.slice(0, 3_000).map(proposedSlug);
  expect(proposals.filter((slug) => slugMistake(slug) !== undefined)).toEqual([]);
});

test("in a build every way out is refused by name, and nothing outside is read or written", async () => {
  const sample = WAYS_OUT.filter((_, index) => index % 151 === 0);
  const fields = [
    "slug: X",
    "aliases: [X]",
    "aliases: [/X/]",
    "image: { src: X, alt: a, credit: c }",
  ];
  const text = ["social: { image: X }", ""];
  const files = sample.flatMap((way, n) => {
    const lines = [fields[n % 4], text[n % 2]].join("\n").replaceAll("X", () => quoted(way));
    const body = n % 2 === 0 ? "Text." : `![a](<${withoutMarks(way)}> "c" credit="d")`;
    return `-- content/articles/s${n}.md --\n---\nheadline: x\ndate: 2026-03-08\nsection: world\n${lines}\n---\n${body}\n`;
  });
  const before = (folder: string) => {
    for (const place of [join(folder, ".."), join(folder, "../etc")]) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "passwd"), "CANARY");
      writeFileSync(join(place, "secret.md"), "CANARY");
    }
  };
  const report = await problems(files.join(""), { before });
  const unnamed = sample.flatMap((way, n) => (report.includes(`articles/s${n}.md:`) ? [] : [way]));
  expect(unnamed).toEqual([]);
  expect(report).not.toContain("CANARY");
});

const quoted = (way: string) => JSON.stringify(way);
const withoutMarks = (way: string) => way.replaceAll(/[\0<>\n\\]/g, "") || "..";

test("sixty pairs that some disk takes for one are refused, and both are named", () => {
  const names =
    "storm Straße café naïve Ångström ǆ ﬁre ﷺ Σίσυφος ÅÄÖ ё йод Ἀθῆναι ḍ̇a ſtorm K 각 が é́ İx".split(
      " ",
    );
  const pairs = names.flatMap((name) => [
    [`${name}/a`, `${name.toUpperCase()}/A`],
    [`${name.normalize("NFC")}/a`, `${name.normalize("NFD")}/a.`],
    [`${name}/a`, `${name}. ./a `],
  ]);
  expect(pairs.length).toBeGreaterThanOrEqual(60);
  const missed = pairs.filter(([one = "", other = ""]) => {
    const found = findCollisions([one, other].map((path) => ({ path, origin: `from ${path}` })));
    const told = found.map(({ file, message }) => `${file} ${message}`).join("");
    return !told.includes(`from ${one}`) || !told.includes(`from ${other}`);
  });
  expect(missed).toEqual([]);
});
