// A file is written under another name first and renamed when it is complete: a build that is killed
// half-way never leaves half a file under a name that is trusted later.

import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes `bytes` to `path`, whole or not at all, making the folder where it is missing. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes, { flush: true });
  await rename(`${path}.part`, path);
}
