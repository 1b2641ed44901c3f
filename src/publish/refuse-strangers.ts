// A file that is not ours, where one of ours must go: we stop before a byte is written, because we
// neither overwrite what we did not publish nor follow a symbolic link out of the output.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotWrite } from "./cannot-write.ts";
import type { Changes, HashedFile } from "./find-changes.ts";
import { lookAt } from "./look-at.ts";
import { foldersOf } from "./output-paths.ts";

/** @throws CannotWrite naming the stranger and the file of ours that cannot go there */
export function refuseStrangers(output: string, { added, changed, inTheWay }: Changes): void {
  const leaving = new Set(inTheWay);
  const places = new Map<string, Place>();
  const placeOf = (folder: string): Place => {
    const parent = dirname(folder);
    const place = places.get(parent) === "free" ? "free" : lookForFolder(join(output, folder));
    places.set(folder, place);
    return place;
  };
  for (const file of [...added, ...changed]) {
    for (const folder of foldersOf(file.path)) {
      const place = places.get(folder) ?? placeOf(folder);
      if (place === "taken" && !leaving.has(folder)) throw stranger(folder, file);
    }
  }
  for (const file of added) {
    if (leaving.has(file.path) || places.get(dirname(file.path)) === "free") continue;
    const found = firstStranger(output, file.path, leaving);
    if (found !== undefined) throw stranger(found, file);
  }
}

/** What is where one of our folders must be: in one that is free, so is all below it. */
type Place = "folder" | "free" | "taken";

function lookForFolder(path: string): Place {
  const found = lookAt(path);
  if (!found) return "free";
  return found.isDirectory() ? "folder" : "taken";
}

/** Something at or below a path that does not leave with this publish. */
function firstStranger(
  output: string,
  path: string,
  leaving: ReadonlySet<string>,
): string | undefined {
  const found = lookAt(join(output, path));
  if (!found) return undefined;
  if (!found.isDirectory()) return leaving.has(path) ? undefined : path;
  const names = readdirSync(join(output, path)).sort();
  // An empty folder that none of our files was in stays in the way as well.
  if (names.length === 0)
    return [...leaving].some((file) => file.startsWith(`${path}/`)) ? undefined : path;
  for (const name of names) {
    const inside = firstStranger(output, `${path}/${name}`, leaving);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function stranger(path: string, file: HashedFile): CannotWrite {
  return new CannotWrite(
    `“${path}” in the output is not this paper’s, and ${file.origin} must go to “${file.path}”.`,
    "Move it away, or give the story another slug.",
  );
}
