// Opens a file of the content folder so that nothing but an ordinary file is ever read: no link is
// followed, no pipe waited for, and its size is known before a byte is taken in.

import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Problem } from "../problems/problem.ts";

/** The bytes of a file, or what is wrong with it. */
export type FileBytes =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | ({ readonly kind: "fault" } & Omit<Problem, "file">);

/** Without these a link would be followed, and opening a pipe would wait for ever. */
const SAFELY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads the file at the absolute `path` if it holds at most `limit` bytes. */
export async function readRegularFile(path: string, limit: number): Promise<FileBytes> {
  try {
    const file = await open(path, SAFELY);
    try {
      return await readOpened(file, limit);
    } finally {
      await file.close();
    }
  } catch (error) {
    return fault(`The file cannot be read (${systemReason(error)}).`);
  }
}

async function readOpened(file: FileHandle, limit: number): Promise<FileBytes> {
  const entry = await file.stat();
  if (!entry.isFile()) return fault("This is not an ordinary file.");
  if (entry.size > limit) return tooLarge(entry.size, limit);
  return { kind: "bytes", bytes: await file.readFile() };
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
