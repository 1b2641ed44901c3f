// The table of sabotages fits the press of today. That each turns its test red is tried by
// `npm run sabotage`, which takes longer.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SABOTAGES } from "./sabotages.ts";

const PROJECT = join(import.meta.dirname, "../..");

function timesIn(file: string, text: string): number {
  return readFileSync(join(PROJECT, file), "utf8").split(text).length - 1;
}

test.each(SABOTAGES.map((sabotage) => [sabotage.name, sabotage] as const))(
  "“%s” can still be tried",
  (_, { file, from, to, test: proof, title }) => {
    expect({ inFile: timesIn(file, from), inTest: timesIn(proof, title) }).toEqual({
      inFile: 1,
      inTest: 1,
    });
    expect(from).not.toBe(to);
  },
);
