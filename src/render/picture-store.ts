// Keeps finished pictures between builds, each under its own name. A name is a hash of all that
// decides the bytes, so a stored file is right for ever; the whole store is safe to delete.

import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** Where the finished picture for an output file lies, or will lie. */
export function storedPath(output: string, stateFolder: string): string {
  return join(stateFolder, "pictures", basename(output));
}

/** Is the picture there? An empty file is what a full disk or a crash may leave: it counts as none. */
export async function isStored(output: string, stateFolder: string): Promise<boolean> {
  return stat(storedPath(output, stateFolder)).then(
    (entry) => entry.isFile() && entry.size > 0,
    () => false,
  );
}

/** Keeps the bytes of one output. */
export async function store(bytes: Buffer, output: string, stateFolder: string): Promise<void> {
  await writeWhole(storedPath(output, stateFolder), bytes);
}
