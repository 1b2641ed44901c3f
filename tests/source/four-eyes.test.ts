// A thread and the build look at the same files from both ends, and miss none of them.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stampOf } from "../../src/source/content-index.ts";
import {
  lookFromBack,
  lookFromFront,
  lookWithFourEyes,
  sharedRow,
} from "../../src/source/four-eyes.ts";
import { type KnownFiles, stampsInRow } from "../../src/source/known-files.ts";

const COUNT = 300;
const NO_STAMP = [-1, -1, -1, -1] as const;
const CHANGED = [0, 63, 64, 65, 150, 298, 299];

let folder: string;
let known: KnownFiles;

const alter = (positions: readonly number[]) => {
  for (const position of positions) writeFileSync(join(folder, `${position}.txt`), "another");
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-eyes-"));
  const names = Array.from({ length: COUNT }, (_, position) => `${position}.txt`);
  for (const name of names) writeFileSync(join(folder, name), "");
  const stamps = stampsInRow(names.map((name) => stampOf(join(folder, name)) ?? NO_STAMP));
  known = { names, stamps };
});
afterEach(() => rmSync(folder, { recursive: true }));

test("however far the thread has come, every changed file is found, and once", () => {
  alter(CHANGED);
  rmSync(join(folder, "7.txt"));
  const found = [...CHANGED, 7].sort((a, b) => a - b);
  const untouched = sharedRow(folder, known);
  expect(lookFromFront(untouched, known)).toEqual(found);
  for (const back of [COUNT, COUNT - 1, 151, 150, 64, 1, 0]) {
    const row = sharedRow(folder, known);
    lookFromBack(row);
    // As if it had come as far as this, and no further.
    row.changed.fill(0, 0, back);
    row.reached[1] = back;
    expect(lookFromFront(row, known)).toEqual(found);
  }
});

test("what the thread has looked at, the build does not look at again", () => {
  const row = sharedRow(folder, known);
  lookFromBack(row);
  alter(CHANGED);
  expect(lookFromFront(row, known)).toEqual([]);
});

test("the two stop where they meet", () => {
  const row = sharedRow(folder, known);
  row.reached[0] = 128;
  lookFromBack(row);
  expect(row.reached[1]).toBe(128);
});

test("with a thread of its own the result is the same", () => {
  alter(CHANGED);
  expect(lookWithFourEyes(folder, known, 0)()).toEqual(CHANGED);
  expect(lookWithFourEyes(folder, known)()).toEqual(CHANGED);
});
