// Walks the content folder: every file by its role, in byte order, the same on every machine. No
// link is followed, and nothing that is not an ordinary file or folder is opened; each is named.

import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { Outcome, Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { byteOrder } from "./byte-order.ts";
import { type Stamp, stampFrom } from "./content-index.ts";
import { type FileRole, refuseFolder, roleOf } from "./content-layout.ts";
import { systemReason } from "./read-regular-file.ts";

/** The files of a content folder by role, relative to it, each list in byte order. */
export type ContentFiles = Readonly<Record<ReadableRole, readonly string[]>>;

type ReadableRole = Exclude<FileRole["kind"], "refused">;

export interface ListedFiles {
  readonly files: ContentFiles;
  /** The stamp of each file, taken before anything of it was read. */
  readonly stamps: ReadonlyMap<string, Stamp>;
}

/**
 * Lists `folder` (absolute); reports each link, pipe, device and unknown file. Synchronous, for the
 * reason given in `read-regular-file.ts`.
 * @param isKnown asked of each file in the order of the walk; one that is known is neither looked at
 *   nor listed
 */
export function listFiles(
  folder: string,
  isKnown: (file: string) => boolean = () => false,
): Outcome<ListedFiles> {
  const problems: Problem[] = [];
  const files = { site: [], front: [], story: [], author: [], page: [], picture: [], copied: [] };
  const found: Record<ReadableRole, string[]> = files;
  const stamps = new Map<string, Stamp>();
  for (const { file, stamp, fault } of walk(folder, "", isKnown)) {
    const role: FileRole = fault ? { kind: "refused", ...fault } : roleOf(file);
    if (stamp) stamps.set(file, stamp);
    if (role.kind === "refused") problems.push({ file, message: role.message, cure: role.cure });
    else found[role.kind].push(file);
  }
  for (const list of Object.values(found)) list.sort(byteOrder);
  return { value: { files, stamps }, problems };
}

/** Whether an ordinary file lies there, itself and not by a link. */
export function isOrdinaryFile(folder: string, file: string): boolean {
  return stampOfOrdinary(folder, file) !== undefined;
}

/** The stamp of a file that can be read; undefined where none lies there. */
export function stampOfOrdinary(folder: string, file: string): Stamp | undefined {
  const end = file.lastIndexOf("/");
  const none = () => false;
  const [entry] = look(folder, file.slice(0, Math.max(end, 0)), file.slice(end + 1), none);
  return entry?.file === file ? entry.stamp : undefined;
}

interface Entry {
  /** Relative to the content folder. */
  readonly file: string;
  readonly stamp?: Stamp;
  /** Why it cannot be read, whatever its name. */
  readonly fault?: Words;
}

interface Words {
  readonly message: string;
  readonly cure: string;
}

type IsKnown = (file: string) => boolean;

function* walk(root: string, folder: string, isKnown: IsKnown): Generator<Entry> {
  const names = namesIn(join(root, folder));
  if (typeof names === "string") {
    const message = `The folder cannot be read (${names}).`;
    const cure = "Check its name and its permissions.";
    yield { file: folder || ".", fault: { message, cure } };
    return;
  }
  for (const name of names) {
    if (name.startsWith(".") && !isWellKnown(folder, name)) continue;
    if (!isKnown(pathOf(folder, name))) yield* look(root, folder, name, isKnown);
  }
}

/** The names in a folder, or the system's reason why it cannot be read. */
function namesIn(folder: string): readonly string[] | string {
  try {
    return readdirSync(folder);
  } catch (error) {
    return systemReason(error);
  }
}

/** Names that begin with a dot are an editor's or a system's; this one is a web standard (RFC 8615). */
function isWellKnown(folder: string, name: string): boolean {
  return folder === "files" && name === ".well-known";
}

function pathOf(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function* look(root: string, folder: string, name: string, isKnown: IsKnown): Generator<Entry> {
  const file = pathOf(folder, name);
  const entry = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (!entry) return; // gone since the folder was read
  const fault = oddName(name) ?? oddKind(entry, name) ?? oddFolder(entry, folder, name);
  if (fault) yield { file, fault };
  else if (entry.isDirectory()) yield* walk(root, file, isKnown);
  else yield { file, stamp: stampFrom(entry) };
}

function oddName(name: string): Words | undefined {
  // The system's names are bytes; what is not UTF-8 arrives with U+FFFD in it.
  return /[\p{Cc}\\\ufffd]/u.test(name) ? ODD_NAME : undefined;
}

function oddKind(entry: Stats, name: string): Words | undefined {
  if (entry.isSymbolicLink()) return LINK;
  if (entry.isFile()) return entry.nlink > 1 ? HARD_LINK : undefined;
  if (entry.isDirectory()) return undefined;
  const kind = entry.isFIFO() ? "a pipe" : entry.isSocket() ? "a socket" : "a device";
  return {
    message: `${quote(name)} is ${kind}, not a file; it was not opened.`,
    cure: "Remove it from the content folder.",
  };
}

function oddFolder(entry: Stats, folder: string, name: string): Words | undefined {
  if (!entry.isDirectory()) return undefined;
  if (/\.(?:md|ya?ml)$/i.test(name))
    return {
      message: `${quote(name)} is a folder with the name of a file.`,
      cure: "Rename the folder.",
    };
  return folder === "" ? refuseFolder(name) : undefined;
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
