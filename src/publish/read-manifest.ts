// The manifest as it lies in an output.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "./cannot-write.ts";
import { MANIFEST, type Manifest, NO_MANIFEST, parseManifest } from "./manifest.ts";

/** Its text; undefined when there is none. */
export function readManifest(output: string): string | undefined {
  try {
    return readFileSync(join(output, MANIFEST), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** What an output says of itself; of one that is not there, or damaged, nothing is known. */
export function manifestOf(output: string): Manifest {
  return parseManifest(readManifest(output) ?? "") ?? NO_MANIFEST;
}
