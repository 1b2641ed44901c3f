// Which folders may be an output at all. We remove stale files from our output, so a mistyped
// `--output` must never let us loose on someone's home, project or text (getzola/zola#1378: a
// generator that emptied its output folder first, and with it a project).

import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, parse, relative, resolve, sep } from "node:path";
import { CannotWrite, errorCode } from "./cannot-write.ts";
import { lookAt } from "./look-at.ts";
import { MANIFEST } from "./manifest.ts";
import { hasManifest } from "./read-manifest.ts";
import { findReleases, RELEASES } from "./releases.ts";

/** The folders a paper must not be published over. Absolute, or relative to the working folder. */
export interface Surroundings {
  readonly projectFolder: string;
  readonly contentFolder: string;
  /** Where the press keeps its own state: `.broadsheet`. */
  readonly stateFolder: string;
  /** The home folder of whoever builds. */
  readonly home: string;
}

/**
 * The real, absolute path of an output that may be used; it need not exist yet.
 * @param name as typed, for messages
 * @throws CannotWrite when the place is somebody else's
 */
export function allowedPlace(name: string, around: Surroundings): string {
  const path = realPath(resolve(name), name);
  for (const [reason, isSo] of REASONS) {
    if (isSo(path, around)) throw refusal(name, reason);
  }
  const found = lookAt(path);
  if (found && !found.isDirectory()) throw refusal(name, "it is a file, not a folder");
  return path;
}

/**
 * Makes sure that a folder with files in it is an earlier paper of ours, that is, has a manifest
 * or releases that have one.
 * Folders that a first publish made before it was killed are no files.
 * @throws CannotWrite naming one of the files
 */
export function refuseStrangersFolder(path: string, name: string): void {
  if (hasManifest(path) || findReleases(path)) return;
  const foreign = namesIn(path).find((entry) => !isOurLeftover(path, entry));
  if (foreign === undefined) return;
  const reason = `it holds files that are not this paper’s (“${foreign}” is one)`;
  throw refusal(name, reason);
}

/** Where the work folder stands when it has to be inside the output: see `output-folder.ts`. */
export const WORK_INSIDE = ".broadsheet";

type Reason = readonly [reason: string, isSo: (path: string, around: Surroundings) => boolean];

const REASONS: readonly Reason[] = [
  ["it is the root of the disk", (path) => path === parse(path).root],
  ["it is or holds your home folder", (path, { home }) => holds(path, real(home))],
  ["it is or holds the project", (path, around) => holds(path, real(around.projectFolder))],
  ["it is or holds the content", (path, around) => holds(path, real(around.contentFolder))],
  ["it lies in the content", (path, around) => holds(real(around.contentFolder), path)],
  ["it is or holds the press’s own state", (path, around) => holds(path, real(around.stateFolder))],
  ["it lies in the press’s own state", (path, around) => holds(real(around.stateFolder), path)],
];

/** True for the folder itself and whatever lies in it. */
function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !parse(way).root;
}

function refusal(name: string, reason: string): CannotWrite {
  return new CannotWrite(
    `“${name}” cannot be the output folder: ${reason}.`,
    "Choose an empty folder of its own with --output.",
  );
}

function real(path: string): string {
  return realPath(resolve(path), path);
}

/** With every symbolic link followed, as far as the path exists. */
function realPath(path: string, name: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") throw refusal(name, "a file stands in its path");
    if (errorCode(error) !== "ENOENT") throw error;
    if (lookAt(path)) {
      throw refusal(name, "it is a symbolic link that leads nowhere");
    }
    return join(realPath(dirname(path), name), basename(path));
  }
}

function namesIn(path: string): string[] {
  return lookAt(path) ? readdirSync(path) : [];
}

function isOurLeftover(path: string, entry: string): boolean {
  if (entry === WORK_INSIDE || entry.startsWith(`${WORK_INSIDE}.`)) return true;
  return [dirname(MANIFEST), RELEASES].includes(entry) && isEmptyFolder(join(path, entry));
}

function isEmptyFolder(path: string): boolean {
  return (lookAt(path)?.isDirectory() ?? false) && readdirSync(path).length === 0;
}
