// Writes a file of the content folder anew, where the press has to: whole or not at all, and only in the
// place of the file that was read. So no link is followed, and nothing that somebody has saved is lost.

import { chmodSync, lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isSameStamp, type Stamp } from "./content-index.ts";
import { stampOfOrdinary } from "./ordinary-file.ts";

/**
 * False, and nothing has happened, where the file is not what it was any more.
 *
 * @param root the content folder, absolute
 * @param file relative to it
 * @param stamp of the file when it was read
 * @throws where the disk says no
 */
export function replaceRegularFile(
  root: string,
  file: string,
  bytes: Buffer,
  stamp: Stamp,
): boolean {
  const path = join(root, file);
  // A name with a dot is nobody's story meanwhile.
  const draft = join(dirname(path), `.${process.pid}.new`);
  const isAsRead = () => {
    const now = stampOfOrdinary(root, file);
    return now !== undefined && isSameStamp(now, stamp);
  };
  if (!isAsRead()) return false;
  const { mode } = lstatSync(path);
  rmSync(draft, { recursive: true, force: true });
  // `x`: what lies there is never written to, a link least of all.
  writeFileSync(draft, bytes, { flag: "wx", flush: true });
  chmodSync(draft, mode);
  if (isAsRead()) {
    renameSync(draft, path);
    return true;
  }
  rmSync(draft);
  return false;
}
