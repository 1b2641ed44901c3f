// A second name for a published file: the same bytes and the same time at another path. A hard link
// is right because no published file is ever written into, neither by a publish (it renames) nor by
// the removal of the other name. Where a disk knows no links it is a copy.

import { constants, copyFileSync, linkSync, lstatSync, utimesSync } from "node:fs";
import { errorCode } from "./cannot-write.ts";

export function giveSecondName(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error) ?? "")) throw error;
    const { atimeMs, mtimeMs } = lstatSync(file);
    copyFileSync(file, name, constants.COPYFILE_FICLONE);
    utimesSync(name, atimeMs / 1000, mtimeMs / 1000);
  }
}

/** What systems answer whose disks know no second name for a file, or not that many. */
const NO_LINKS: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "ENOSYS",
  "EMLINK",
  "EOPNOTSUPP",
]);
