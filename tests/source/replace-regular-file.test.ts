// What the press writes into the content folder lands on the file that it has read, or nowhere.

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stampFrom } from "../../src/source/content-index.ts";
import { replaceRegularFile } from "../../src/source/replace-regular-file.ts";
import { contentFolder, type ContentFolder } from "../support/content-folder.ts";

const FILE = "articles/storm.md";

let content: ContentFolder;
let path: string;
let outside: string;
beforeEach(async () => {
  content = await contentFolder(`-- ${FILE} --\nOld\n`);
  path = join(content.contentFolder, FILE);
  outside = join(content.contentFolder, "../outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "storm.md"), "Not ours");
});
afterEach(() => content[Symbol.asyncDispose]());

/** Replaces the file as it was read; `change` is what somebody does meanwhile. */
function replace(change: () => void): boolean {
  const stamp = stampFrom(lstatSync(path));
  change();
  return replaceRegularFile(content.contentFolder, FILE, Buffer.from("New\n"), stamp);
}

test("the file is written anew, with the rights it had, and nothing is left beside it", () => {
  chmodSync(path, 0o640);
  expect(replace(() => {})).toBe(true);
  expect(readFileSync(path, "utf8")).toBe("New\n");
  expect(lstatSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(dirname(path))).toEqual(["storm.md"]);
});

test("what somebody has saved meanwhile is not written over", () => {
  expect(replace(() => writeFileSync(path, "Newer, and longer\n"))).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("Newer, and longer\n");
});

test("a link in the place of the file, of its folder or of its draft leads nowhere", () => {
  const draft = join(dirname(path), `.${process.pid}.new`);
  expect(replace(() => symlinkSync(join(outside, "storm.md"), draft))).toBe(true);
  for (const place of [path, dirname(path)]) {
    const moved = () => {
      renameSync(place, join(outside, "moved"));
      symlinkSync(place === path ? join(outside, "storm.md") : outside, place);
    };
    expect(replace(moved)).toBe(false);
    expect(lstatSync(place).isSymbolicLink()).toBe(true);
    renameSync(place, join(outside, "link"));
    renameSync(join(outside, "moved"), place);
  }
  expect(readFileSync(join(outside, "storm.md"), "utf8")).toBe("Not ours");
  expect(existsSync(draft)).toBe(false);
});
