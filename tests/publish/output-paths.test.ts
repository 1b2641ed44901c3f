import { expect, test } from "vitest";
import { foldersOf, isOutputPath } from "../../src/publish/output-paths.ts";

test("a path that leaves the output, or that systems read in two ways, is none", () => {
  const paths = ["index.html", "2019/05/31/storm/index.html", ".well-known/a..b", "a.../b", "ü ß"];
  expect(paths.filter((path) => !isOutputPath(path))).toEqual([]);
  const others = [
    "",
    "/a",
    "a/",
    "a//b",
    ".",
    "./a",
    "a/./b",
    "a/.",
    "..",
    "../a",
    "a/../b",
    "a/..",
  ];
  const marks = ["a\\b", "\\", "C:\\a", "a\0", "\0/a"];
  expect([...others, ...marks].filter(isOutputPath)).toEqual([]);
});

test("the folders of a path are named from the outermost in", () => {
  expect(foldersOf("a/b/c.html")).toEqual(["a", "a/b"]);
  expect(foldersOf("index.html")).toEqual([]);
});
