// Keeps finished pictures between builds, each under its own name. A name is a hash of all that
// decides the bytes, so a stored file is right for ever.

import { constants } from "node:fs";
import { copyFile, link, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { writeWhole } from "./write-whole.ts";

export interface PictureStore {
  /** Keeps every finished picture between builds; safe to delete: `.broadsheet/pictures`. */
  readonly cacheFolder: string;
  /** The new paper before it is published. */
  readonly stagingFolder: string;
}

/** Is the picture there? An empty file is what a full disk or a crash may leave: it counts as none. */
export async function isStored(output: string, store: PictureStore): Promise<boolean> {
  return stat(storedPath(output, store)).then(
    (entry) => entry.isFile() && entry.size > 0,
    () => false,
  );
}

/** Keeps the bytes of one output. */
export async function store(bytes: Buffer, output: string, folders: PictureStore): Promise<void> {
  await writeWhole(storedPath(output, folders), bytes);
}

/** Puts a stored picture into the new paper: a second name for it where the disk can, else a copy. */
export async function placeInStaging(output: string, folders: PictureStore): Promise<void> {
  const from = storedPath(output, folders);
  const to = join(folders.stagingFolder, output);
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}

function storedPath(output: string, { cacheFolder }: PictureStore): string {
  return join(cacheFolder, basename(output));
}
