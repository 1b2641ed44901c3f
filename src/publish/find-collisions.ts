// Two sources that want the same file: found on the plan, before a byte is written, whatever the
// disk of this machine thinks of upper case and accents.

import type { Problem } from "../problems/problem.ts";
import { MANIFEST } from "./manifest.ts";
import { pathKey } from "../source/path-key.ts";
import { foldersOf } from "./output-paths.ts";

/** As much of an output as a collision needs to know. */
export interface PlannedOutput {
  /** Relative to the output: `2019/05/31/storm/index.html`. */
  readonly path: string;
  /** What it is made from: `articles/storm.md`. */
  readonly origin: string;
}

/**
 * Every pair of outputs that are one file after NFC, full case folding and without dots and spaces
 * at the end of names, or of which one is a folder that the other lies in. The press's own record
 * takes part, so that a copied file cannot replace it.
 */
export function findCollisions(outputs: readonly PlannedOutput[]): Problem[] {
  const taken = new Map<string, PlannedOutput>();
  const problems: Problem[] = [];
  for (const output of [OWN_RECORD, ...outputs]) {
    const key = pathKey(output.path);
    const other = taken.get(key);
    if (other) problems.push(sameFile(other, output));
    else taken.set(key, output);
  }
  const told = new Set<PlannedOutput>();
  for (const [key, output] of taken) {
    for (const folder of foldersOf(key)) {
      const file = taken.get(folder);
      if (!file || told.has(file)) continue;
      told.add(file);
      problems.push(fileAndFolder(file, output));
    }
  }
  return problems;
}

/**
 * Whether files that come collide with none that is there, nor with each other.
 *
 * @param folders that they alone may fill, from the first slash to the last: `/2019/05/31/storm/`
 */
export function areFree(
  fresh: readonly string[],
  folders: readonly string[],
  there: readonly string[],
): boolean {
  const keys = fresh.map(pathKey);
  const wanted = new Set([...keys, ...folders.map((folder) => pathKey(folder.slice(1, -1)))]);
  const above = new Set(keys.flatMap(foldersOf));
  const isInTheWay = (path: string) => {
    const key = pathKey(path);
    return wanted.has(key) || above.has(key) || foldersOf(key).some((name) => wanted.has(name));
  };
  return new Set(keys).size === keys.length && !there.some(isInTheWay);
}

const OWN_RECORD: PlannedOutput = { path: MANIFEST, origin: "the paper’s own record" };

const CURE = "Give one of the two another slug or file name.";

function sameFile(first: PlannedOutput, second: PlannedOutput): Problem {
  const message =
    first.path === second.path
      ? `This and ${first.origin} would both become “${second.path}”.`
      : `This would become “${second.path}” and ${first.origin} “${first.path}”, which many disks and servers take for one file.`;
  return { file: second.origin, message, cure: CURE };
}

/** Told of the file: pages lie in folders, so what stands in a folder's place is a copied file. */
function fileAndFolder(file: PlannedOutput, inside: PlannedOutput): Problem {
  const message = `This would become a file “${file.path}” where ${inside.origin} needs a folder, for “${inside.path}”.`;
  return { file: file.origin, message, cure: CURE };
}
