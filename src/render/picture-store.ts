// Keeps finished pictures between builds, each under its own name, in a folder for the picture it was
// made from. A name is a hash of all that decides the bytes, so a stored file is right for ever; the
// whole store is safe to delete.

import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Derivative } from "../pages/derivative.ts";
import { writeWhole } from "./write-whole.ts";

/** Where a finished picture lies, or will lie. */
export function storedPath(
  { output, sourceHash }: Pick<Derivative, "output" | "sourceHash">,
  stateFolder: string,
): string {
  return join(stateFolder, STORE, folderOf(sourceHash), basename(output));
}

const STORE = "pictures";

/** As many digits as in the names of the pictures themselves. */
function folderOf(sourceHash: string): string {
  return sourceHash.slice(0, 20);
}

/** Is the picture there? An empty file is what a full disk or a crash may leave: it counts as none. */
export async function isStored(picture: Derivative, stateFolder: string): Promise<boolean> {
  return stat(storedPath(picture, stateFolder)).then(
    (entry) => entry.isFile() && entry.size > 0,
    () => false,
  );
}

/** Keeps the bytes of one picture. */
export async function store(
  bytes: Buffer,
  picture: Derivative,
  stateFolder: string,
): Promise<void> {
  await writeWhole(storedPath(picture, stateFolder), bytes);
}

/**
 * Throws away whatever was made from other pictures than these: of a story that was taken down nothing
 * stays behind. Drafts keep theirs.
 *
 * @param inUse SHA-256 of each picture that something shows or will show, hexadecimal
 */
export async function forgetPictures(
  inUse: ReadonlySet<string>,
  stateFolder: string,
): Promise<void> {
  const wanted = new Set([...inUse].map(folderOf));
  const stored = await readdir(join(stateFolder, STORE)).catch(() => []);
  const others = stored.filter((name) => !wanted.has(name));
  for (const name of others) await rm(join(stateFolder, STORE, name), { recursive: true });
}
