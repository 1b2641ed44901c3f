// Opens a file of the content folder so that nothing but an ordinary file of that folder is ever read: no
// link is followed, no pipe waited for, and its size is known before a byte is taken in. What was read
// counts only if the opened file is, to its stamp and after the last byte, the one that was seen to lie
// there: the way to it may lead elsewhere by then, or somebody may be saving it.

import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problems/problem.ts";
import { isSameStamp, type Stamp, stampFrom } from "./content-index.ts";
import { stampOfOrdinary } from "./ordinary-file.ts";

/** The bytes of a file and its stamp when they were read, or what is wrong with it. */
export type FileBytes =
  | { readonly kind: "bytes"; readonly bytes: Buffer; readonly stamp: Stamp }
  | ({ readonly kind: "fault" } & Omit<Problem, "file">);

/** Without these a link would be followed, and opening a pipe would wait for ever. */
export const SAFELY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What is said of a file that is never found the same twice, or does not lie where it was seen. */
export const CHANGED = {
  message: "The file changed while it was being read.",
  cure: "Build again.",
};

/**
 * Reads a file below `root` (absolute) if it holds at most `limit` bytes. Synchronous: a paper has
 * thousands of small files, and a round through the event loop costs more than reading one.
 * @param listed its stamp, where it has been looked at already
 */
export function readRegularFile(
  root: string,
  file: string,
  limit: number,
  listed?: Stamp,
): FileBytes {
  try {
    for (const seen of looksAt(root, file, listed)) {
      const opened = openSync(join(root, file), SAFELY);
      try {
        const read = readOpened(opened, limit, seen);
        if (read) return read;
      } finally {
        closeSync(opened);
      }
    }
    return { kind: "fault", ...CHANGED };
  } catch (error) {
    return fault(`The file cannot be read (${systemReason(error)}).`);
  }
}

/** More looks than this are not taken at a file that is another each time. */
const MOST_LOOKS = 3;

/**
 * The stamps a file is seen to have, one for each attempt at reading it: an editor who saves it meanwhile
 * is no reason to refuse the paper.
 */
export function* looksAt(root: string, file: string, listed: Stamp | undefined): Generator<Stamp> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const seen = (looks === 0 && listed) || stampOfOrdinary(root, file);
    if (!seen) return;
    yield seen;
  }
}

/** Undefined where this is not the file that was seen, or no longer when it has been read. */
function readOpened(opened: number, limit: number, seen: Stamp): FileBytes | undefined {
  const entry = fstatSync(opened);
  if (!isSameStamp(stampFrom(entry), seen)) return undefined;
  if (entry.size > limit) return tooLarge(entry.size, limit);
  const bytes = readFileSync(opened);
  const isSame = isSameStamp(stampFrom(fstatSync(opened)), seen);
  return isSame ? { kind: "bytes", bytes, stamp: seen } : undefined;
}

/** The system's own word for a failure: `EACCES`, `ENOENT`. */
export function systemReason(error: unknown): string {
  const isNamed = error instanceof Error && "code" in error && typeof error.code === "string";
  return isNamed ? String(error.code) : String(error);
}

function fault(message: string): FileBytes {
  return {
    kind: "fault",
    message,
    cure: "Check that it is a file and that the press may read it.",
  };
}

function tooLarge(size: number, limit: number): FileBytes {
  return {
    kind: "fault",
    message: `The file holds ${size} bytes; the press reads a text of ${limit} at most.`,
    cure: "Split the text, or put long tables into a file under “files/” and link to it.",
  };
}
