// The table of harmless changes fits the press of today.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HARMLESS } from "./harmless.ts";

const PROJECT = join(import.meta.dirname, "../..");

test("every change that is said to make no difference can still be made", () => {
  const stale = HARMLESS.filter(
    ({ file, from }) => !readFileSync(join(PROJECT, file), "utf8").includes(from),
  );
  expect(stale).toEqual([]);
});
