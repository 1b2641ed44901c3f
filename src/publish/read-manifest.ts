// The manifest as it lies in an output.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "./cannot-write.ts";
import { lookAt } from "./look-at.ts";
import { MANIFEST, type Manifest, NO_MANIFEST, parseManifest } from "./manifest.ts";

/** Its bytes; undefined when there is none. */
export function readManifest(output: string): Buffer | undefined {
  try {
    return readFileSync(join(output, MANIFEST));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** True where a manifest lies, itself and not by a link. Whether it can be read is another matter. */
export function hasManifest(output: string): boolean {
  const folder = lookAt(join(output, dirname(MANIFEST)));
  const file = lookAt(join(output, MANIFEST));
  return folder?.isDirectory() === true && file?.isFile() === true;
}

/** What an output says of itself; of one that is not there, or damaged, nothing is known. */
export function manifestOf(output: string): Manifest {
  return parseManifest(readManifest(output)?.toString() ?? "") ?? NO_MANIFEST;
}
