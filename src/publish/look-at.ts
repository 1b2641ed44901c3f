// What lies at a path itself: a symbolic link is seen as one and never followed.

import { lstatSync, type Stats } from "node:fs";
import { errorCode } from "./cannot-write.ts";

/** Undefined when nothing is there, also where a file stands in place of one of its folders. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
