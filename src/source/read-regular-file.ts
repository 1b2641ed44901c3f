// Opens a file of the content folder so that nothing but an ordinary file is ever read: no link is
// followed, no pipe waited for, and its size is known before a byte is taken in.

import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import type { Problem } from "../problems/problem.ts";

/** The bytes of a file, or what is wrong with it. */
export type FileBytes =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | ({ readonly kind: "fault" } & Omit<Problem, "file">);

/** Without these a link would be followed, and opening a pipe would wait for ever. */
export const SAFELY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads the file at the absolute `path` if it holds at most `limit` bytes. Synchronous: a paper has
 * thousands of small files, and a round through the event loop costs more than reading one.
 */
export function readRegularFile(path: string, limit: number): FileBytes {
  try {
    const file = openSync(path, SAFELY);
    try {
      return readOpened(file, limit);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return fault(`The file cannot be read (${systemReason(error)}).`);
  }
}

function readOpened(file: number, limit: number): FileBytes {
  const entry = fstatSync(file);
  if (!entry.isFile()) return fault("This is not an ordinary file.");
  if (entry.size > limit) return tooLarge(entry.size, limit);
  return { kind: "bytes", bytes: readFileSync(file) };
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
