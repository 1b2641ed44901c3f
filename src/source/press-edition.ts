// What this very press is: a hash of its code and of the versions of what it stands on. Whatever an
// earlier build has kept is good only for the edition that kept it.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PRESS = join(import.meta.dirname, "..");

/** A hash of the press, and of the files below `folders` (absolute). */
export function pressEdition(...folders: readonly string[]): string {
  const files = [...folders, PRESS].flatMap(filesIn);
  const hash = createHash("sha256");
  // How TSX becomes JavaScript is said in the second.
  const settings = ["package.json", "tsconfig.json"].map((name) => join(PRESS, "..", name));
  for (const file of [...files, ...settings]) {
    const bytes = readFileSync(file);
    hash.update(String(bytes.length)).update(bytes);
  }
  return hash.digest("hex");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
