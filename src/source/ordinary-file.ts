// An ordinary file of the content folder, and the proof that it lies there: itself, and not by a link
// somewhere above it. Who may write to that folder may also put a link in the place of a folder while
// the press looks. So what is seen below a folder counts only if the folder is the same afterwards:
// moving one changes the time of its last change, even if it is back by then.

import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import { basename } from "node:path/posix";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { type Stamp, stampFrom } from "./content-index.ts";

/** What is wrong with an entry, whatever is in it. */
export type Oddity = Required<Pick<Problem, "message" | "cure">>;

/** Whether an ordinary file lies there. */
export function isOrdinaryFile(root: string, file: string): boolean {
  return stampOfOrdinary(root, file) !== undefined;
}

/**
 * The stamp of a file that can be read; undefined where none lies there, or somebody is moving folders.
 * @param root the content folder, absolute: wherever it leads, that is what was ordered
 */
export function stampOfOrdinary(root: string, file: string): Stamp | undefined {
  const before = foldersAbove(root, file);
  const entry = before === undefined ? undefined : entryAt(join(root, file));
  if (!entry?.isFile() || oddName(file) || oddKind(entry, file)) return undefined;
  return foldersAbove(root, file) === before ? stampFrom(entry) : undefined;
}

/** Stands for the folders between the root and a file as they are now; undefined where one is none. */
function foldersAbove(root: string, file: string): string | undefined {
  const stamps: string[] = [];
  for (let end = file.indexOf("/"); end >= 0; end = file.indexOf("/", end + 1)) {
    const entry = entryAt(join(root, file.slice(0, end)));
    if (!entry?.isDirectory()) return undefined;
    stamps.push(stampFrom(entry).join(" "));
  }
  return stamps.join("\n");
}

/** What lies at a path itself; undefined also where a file stands in place of one of its folders. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, NOTHING_THERE);
  } catch {
    return undefined;
  }
}

const NOTHING_THERE = { throwIfNoEntry: false } as const;

export function oddName(name: string): Oddity | undefined {
  // The system's names are bytes; what is not UTF-8 arrives with U+FFFD in it.
  return /[\p{Cc}\\\ufffd]/u.test(name) ? ODD_NAME : undefined;
}

export function oddKind(entry: Stats, file: string): Oddity | undefined {
  if (entry.isSymbolicLink()) return LINK;
  if (entry.isFile()) return entry.nlink > 1 ? HARD_LINK : undefined;
  if (entry.isDirectory()) return undefined;
  const kind = entry.isFIFO() ? "a pipe" : entry.isSocket() ? "a socket" : "a device";
  return {
    message: `${quote(basename(file))} is ${kind}, not a file; it was not opened.`,
    cure: "Remove it from the content folder.",
  };
}

const LINK = {
  message: "This is a symbolic link; links are never followed, they could lead out of the content.",
  cure: "Put the file or folder itself here.",
};

const HARD_LINK = {
  message:
    "This file has a second name elsewhere (a hard link), so it may belong to something else.",
  cure: "Make it a file of its own: copy it, delete this one, and give the copy its name.",
};

const ODD_NAME = {
  message: "The name holds a backslash, a control character or one that is not UTF-8.",
  cure: "Rename it with letters, digits and hyphens.",
};
