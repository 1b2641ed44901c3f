// The moment of publishing. Every step is a rename, a new folder or the removal of an empty one, in
// an order in which no live page ever links to something that is not there; each is remembered, so
// that a disk that fails half-way leaves the paper as it was. A killed build cannot walk back: then
// each file is still whole, old or new, and the manifest, written first, tells the next build which
// files are ours.

import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { errorCode, inPlainWords } from "./cannot-write.ts";
import type { Changes } from "./find-changes.ts";
import { lookAt } from "./look-at.ts";
import type { OutputFolder } from "./output-folder.ts";
import { foldersOf } from "./output-paths.ts";
import { giveSecondName } from "./second-name.ts";
import type { Placement } from "./stage.ts";

/** All that is renamed, finished beforehand. */
export interface Placing {
  /** The manifest of old and new files together, where there are new ones. */
  readonly manifestBefore?: Placement;
  readonly added: readonly Placement[];
  readonly changed: readonly Placement[];
  readonly stale: Changes["stale"];
  readonly inTheWay: Changes["inTheWay"];
  /** The manifest of the new paper, where it differs. */
  readonly manifestAfter?: Placement;
}

/** @throws CannotWrite when the disk fails; the paper is then as it was, or the cure says that it is not */
export function putInPlace(placing: Placing, output: OutputFolder): void {
  const job: Job = { placing, output, realFolders: new Map(), made: new Set(), undo: [] };
  try {
    for (const [, step] of STEPS) step(job);
  } catch (error) {
    throw inPlainWords(error, output.name, walkBack(job.undo) ? "as it was" : "perhaps mixed");
  }
}

const STEPS: readonly (readonly [what: string, step: (job: Job) => void])[] = [
  ["say which files will be ours", (job) => replace(job, [job.placing.manifestBefore])],
  ["clear the way of new files", (job) => takeAway(job, job.placing.inTheWay)],
  ["add what nothing links to yet", (job) => add(job, job.placing.added)],
  ["replace what changed", (job) => replace(job, job.placing.changed)],
  ["remove what nothing links to any more", (job) => takeAway(job, job.placing.stale)],
  ["say which files are ours", (job) => replace(job, [job.placing.manifestAfter])],
];

interface Job {
  readonly placing: Placing;
  readonly output: OutputFolder;
  /** Folders of the output known to be there (true), or to be no folder (false). */
  readonly realFolders: Map<string, boolean>;
  /** Folders that were not there before this publish. */
  readonly made: Set<string>;
  /** Whether the umask takes something from the mode of a new folder: the first one tells. */
  isMasked?: boolean;
  /** How to walk back, last step last. */
  readonly undo: (() => void)[];
}

function add(job: Job, placements: readonly Placement[]): void {
  for (const { path, staged } of placements) {
    const live = `${job.output.path}/${path}`;
    makeFolders(job, path);
    renameSync(staged, live);
    job.undo.push(() => rmSync(live));
  }
}

/** Also where nothing is to be replaced: a manifest that is the first. */
function replace(job: Job, placements: readonly (Placement | undefined)[]): void {
  for (const placement of placements) {
    if (placement) replaceOne(job, placement);
  }
}

function replaceOne(job: Job, placement: Placement): void {
  const live = join(job.output.path, placement.path);
  const old = saveOld(job, live);
  if (old === undefined) return add(job, [placement]);
  renameSync(placement.staged, live);
  job.undo.push(() => renameSync(old, live));
}

/** A second name for the file about to be replaced, so that it can come back with its own time. */
function saveOld(job: Job, live: string): string | undefined {
  const old = join(job.output.work.path, randomUUID());
  try {
    giveSecondName(live, old);
    return old;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Removes files of ours and the folders that they leave empty. */
function takeAway(job: Job, paths: readonly string[]): void {
  for (const path of paths) {
    if (!foldersOf(path).every((folder) => isRealFolder(job, folder))) continue;
    if (job.output.live.has(path)) takeAwayFile(job, join(job.output.path, path));
    removeEmptyFolders(job, path);
  }
}

function takeAwayFile(job: Job, live: string): void {
  const old = join(job.output.work.path, randomUUID());
  try {
    renameSync(live, old);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return; // gone already, with what stood in the way
    throw error;
  }
  job.undo.push(() => renameSync(old, live));
}

function makeFolders(job: Job, path: string): void {
  let parent: string | undefined;
  for (const folder of ["", ...foldersOf(path)]) {
    if (!job.realFolders.get(folder)) makeFolder(job, folder, parent);
    parent = folder;
  }
}

function makeFolder(job: Job, folder: string, parent: string | undefined): void {
  // In a folder made a moment ago there is none.
  const isNew = (parent !== undefined && job.made.has(parent)) || !isRealFolder(job, folder);
  if (isNew) {
    const full = join(job.output.path, folder);
    mkdirSync(full, FOLDER_MODE);
    job.undo.push(() => rmdirSync(full));
    job.isMasked ??= (statSync(full).mode & 0o777) !== FOLDER_MODE;
    if (job.isMasked) chmodSync(full, FOLDER_MODE);
    job.made.add(folder);
  }
  job.realFolders.set(folder, true);
}

/** Set again after the folder is made where the umask has taken something from it. */
const FOLDER_MODE = 0o755;

function isRealFolder(job: Job, folder: string): boolean {
  const known = job.realFolders.get(folder);
  if (known !== undefined) return known;
  const found = lookAt(join(job.output.path, folder));
  const isFolder = found?.isDirectory() ?? false;
  job.realFolders.set(folder, isFolder);
  return isFolder;
}

function removeEmptyFolders(job: Job, path: string): void {
  for (const folder of foldersOf(path).reverse()) {
    const full = join(job.output.path, folder);
    try {
      rmdirSync(full);
    } catch (error) {
      if (NOT_EMPTY.has(errorCode(error) ?? "")) return;
      throw error;
    }
    job.realFolders.set(folder, false);
    job.undo.push(() => {
      mkdirSync(full);
      chmodSync(full, FOLDER_MODE);
    });
  }
}

const NOT_EMPTY: ReadonlySet<string> = new Set(["ENOTEMPTY", "EEXIST"]);

/** True when everything is as it was. Goes on after a failure, to bring back what can be. */
function walkBack(undo: readonly (() => void)[]): boolean {
  let isAsItWas = true;
  for (const step of undo.toReversed()) {
    try {
      step();
    } catch {
      isAsItWas = false;
    }
  }
  return isAsItWas;
}
