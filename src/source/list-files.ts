// Walks the content folder: every file by its role, in byte order, the same on every machine. No
// link is followed, and nothing that is not an ordinary file or folder is opened; each is named.

import { readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { Outcome, Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { byteOrder } from "./byte-order.ts";
import { isSameStamp, type Stamp, stampFrom } from "./content-index.ts";
import { type FileRole, refuseFolder, roleOf } from "./content-layout.ts";
import { entryAt, oddKind, type Oddity, oddName } from "./ordinary-file.ts";
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
 * @param isKnown asked of each file in the order of the walk, and of all again where a folder has
 *   changed meanwhile; one that is known is neither looked at nor listed
 */
export function listFiles(
  folder: string,
  isKnown: (file: string) => boolean = () => false,
): Outcome<ListedFiles> {
  const problems: Problem[] = [];
  const files = { site: [], front: [], story: [], author: [], page: [], picture: [], copied: [] };
  const found: Record<ReadableRole, string[]> = files;
  const stamps = new Map<string, Stamp>();
  for (const { file, stamp, fault } of walkSteadily(folder, isKnown)) {
    const role: FileRole = fault ? { kind: "refused", ...fault } : roleOf(file);
    if (stamp) stamps.set(file, stamp);
    if (role.kind === "refused") problems.push({ file, message: role.message, cure: role.cure });
    else found[role.kind].push(file);
  }
  for (const list of Object.values(found)) list.sort(byteOrder);
  return { value: { files, stamps }, problems };
}

interface Entry {
  /** Relative to the content folder. */
  readonly file: string;
  readonly stamp?: Stamp;
  /** Why it cannot be read, whatever its name. */
  readonly fault?: Oddity;
}

type IsKnown = (file: string) => boolean;

/** Looks again where a folder has changed meanwhile: somebody may have saved a file in it. */
function walkSteadily(root: string, isKnown: IsKnown): readonly Entry[] {
  let entries: readonly Entry[] = [];
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    entries = [...walk(root, "", isKnown)];
    if (!entries.some(({ fault }) => fault === CHANGED)) break;
  }
  return entries;
}

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
  const entry = entryAt(join(root, file));
  if (!entry) return; // gone since the folder was read
  const fault = oddName(name) ?? oddKind(entry, name) ?? oddFolder(entry, folder, name);
  if (fault) yield { file, fault };
  else if (entry.isDirectory()) yield* walkFolder(root, file, stampFrom(entry), isKnown);
  else yield { file, stamp: stampFrom(entry) };
}

/** What was found in a folder counts only if it is the same afterwards: see `ordinary-file.ts`. */
function* walkFolder(
  root: string,
  folder: string,
  before: Stamp,
  isKnown: IsKnown,
): Generator<Entry> {
  yield* walk(root, folder, isKnown);
  const after = entryAt(join(root, folder));
  if (!after || !isSameStamp(stampFrom(after), before)) yield { file: folder, fault: CHANGED };
}

function oddFolder(entry: Stats, folder: string, name: string): Oddity | undefined {
  if (!entry.isDirectory()) return undefined;
  if (/\.(?:md|ya?ml)$/i.test(name))
    return {
      message: `${quote(name)} is a folder with the name of a file.`,
      cure: "Rename the folder.",
    };
  return folder === "" ? refuseFolder(name) : undefined;
}

/** More looks than this are not taken at a folder that changes each time. */
const MOST_LOOKS = 3;

const CHANGED = {
  message: "The folder changed while it was being read.",
  cure: "Build again.",
};
