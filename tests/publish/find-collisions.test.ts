import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { areFree, findCollisions } from "../../src/publish/find-collisions.ts";
import { pathKey } from "../../src/source/path-key.ts";

function collide(...paths: readonly string[]): boolean {
  return findCollisions(paths.map((path) => ({ path, origin: path }))).length > 0;
}

test("both sources are named, and what is wrong", () => {
  const outputs = [
    { path: "2019/05/31/storm/index.html", origin: "articles/storm.md" },
    { path: "2019/05/31/storm/index.html", origin: "articles/old/storm.md" },
    { path: "About/index.html", origin: "pages/About.md" },
    { path: "about/index.html", origin: "files/about/index.html" },
    { path: "politics", origin: "files/politics" },
    { path: "politics/index.html", origin: "the front of the section “politics”" },
    { path: ".well-known/broadsheet.json", origin: "files/.well-known/broadsheet.json" },
  ];
  expect(findCollisions(outputs)).toMatchInlineSnapshot(`
    [
      {
        "cure": "Give one of the two another slug or file name.",
        "file": "articles/old/storm.md",
        "message": "This and articles/storm.md would both become “2019/05/31/storm/index.html”.",
      },
      {
        "cure": "Give one of the two another slug or file name.",
        "file": "files/about/index.html",
        "message": "This would become “about/index.html” and pages/About.md “About/index.html”, which many disks and servers take for one file.",
      },
      {
        "cure": "Give one of the two another slug or file name.",
        "file": "files/.well-known/broadsheet.json",
        "message": "This and the paper’s own record would both become “.well-known/broadsheet.json”.",
      },
      {
        "cure": "Give one of the two another slug or file name.",
        "file": "files/politics",
        "message": "This would become a file “politics” where the front of the section “politics” needs a folder, for “politics/index.html”.",
      },
    ]
  `);
});

test.each([
  ["caf\u00e9/index.html", "cafe\u0301/index.html"],
  ["a/index.html", "A/index.html"],
  ["stra\u00dfe", "STRASSE"],
  ["stra\u00dfe", "STRA\u1e9eE"],
  ["\ufb01le", "FILE"],
  ["\u03bf\u03b4\u03cc\u03c2", "\u039f\u0394\u039f\u0301\u03a3"],
  ["\u03bf\u03b4\u03cc\u03c3", "\u03bf\u03b4\u03cc\u03c2"],
  ["\u0130x", "i\u0307x"],
  ["\u212a", "k"],
  ["\u1f80", "\u1f88"],
  ["\u0390", "\u1fd3"],
  ["\u13a0", "\uab70"],
  ["a./index.html", "a/index.html"],
  ["a . ./b", "a/b"],
  ["a", "A/b"],
  ["a.", "a"],
  ["a/b/c", "a/b"],
  ["A/B.", "a/b/c"],
])("%j and %j are one file somewhere", (first, second) => {
  expect([collide(first, second), collide(second, first)]).toEqual([true, true]);
});

test.each([
  ["a", "ab"],
  ["a/index.html", "b/index.html"],
  ["k\u0131sa", "kisa"],
  ["k\u0131sa", "ksa"],
  ["caf\u00e9", "cafe"],
  ["a.b", "ab"],
  [".a", "a"],
  ["a b", "ab"],
])("%j and %j are two files everywhere", (first, second) => {
  expect(collide(first, second)).toBe(false);
});

test("a file that stands in the way of many pages is told of once", () => {
  const paths = ["a", "a/index.html", "a/b/index.html", "b", "b/c"];
  const told = findCollisions(paths.map((path) => ({ path, origin: `files/${path}` })));
  expect(told.map(({ file }) => file)).toEqual(["files/a", "files/b"]);
});

test("two names that differ in case only, in any script, have one key", () => {
  const name = string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("ı"));
  assert(
    property(name, (text) => {
      const forms = [
        text.toUpperCase(),
        text.toLowerCase(),
        text.normalize("NFD"),
        text.normalize("NFC"),
      ];
      expect(new Set([text, ...forms].map(pathKey)).size).toBe(1);
    }),
    { numRuns: 2000 },
  );
});

test("what comes is free of all that is there, in whatever letters, and alone in its own folders", () => {
  const there = ["2019/05/31/storm/index.html", "About/index.html", "files/storm", "STRASSE/a.css"];
  const free = (fresh: string, folder = "/none/") => areFree([fresh], [folder], there);
  expect(free("2019/06/01/storm/index.html", "/2019/06/01/storm/")).toBe(true);
  expect(free("world/page/2/index.html")).toBe(true);
  expect(free("about/INDEX.html")).toBe(false);
  expect(free("files/storm/index.html")).toBe(false);
  expect(free("straße")).toBe(false);
  expect(free("new/index.html", "/about/")).toBe(false);
  expect(free("new/index.html", "/2019/05/31/")).toBe(false);
  expect(areFree(["a/b.html", "A/b.html"], [], there)).toBe(false);
});
