// The moment of publishing, for an output of releases: the new paper is made whole beside the live
// one, out of links to the files that stay and the staged files that do not, and then one link is
// renamed. Making it costs a link and a folder for each page of the archive, but no file is read:
// the price for a moment that is one moment, and for a way back.

import { chmodSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { inPlainWords } from "./cannot-write.ts";
import type { OutputFolder } from "./output-folder.ts";
import { foldersOf } from "./output-paths.ts";
import { nextNumber, releaseFolder, RELEASES, switchTo } from "./releases.ts";
import { giveSecondName } from "./second-name.ts";
import type { Placement } from "./stage.ts";

/** All that a release consists of, the manifest included. */
export interface ReleaseFiles {
  /** Paths of files that are live with these bytes: they keep bytes and time. */
  readonly kept: readonly string[];
  /** Finished files, renamed into the release. */
  readonly written: readonly Placement[];
}

/**
 * Makes a release and lets readers have it. Returns its number.
 * @throws CannotWrite when the disk fails; the paper is then as it was
 */
export function putRelease(files: ReleaseFiles, output: OutputFolder, root: string): number {
  try {
    const number = nextNumber(root);
    const ready = makeRelease(files, output);
    makeFolder(root);
    makeFolder(join(root, RELEASES));
    renameSync(ready, releaseFolder(root, number));
    switchOrTakeBack(number, ready, output, root);
    return number;
  } catch (error) {
    throw inPlainWords(error, output.name, "as it was");
  }
}

/** In the work folder, so that one that a killed build leaves half-made is cleared away with it. */
function makeRelease({ kept, written }: ReleaseFiles, output: OutputFolder): string {
  const release = join(output.work.path, "release");
  makeFolder(release);
  const made = new Set<string>();
  const place = (path: string) => {
    if (made.has(dirname(path))) return join(release, path);
    for (const folder of foldersOf(path)) {
      if (!made.has(folder)) makeNewFolder(join(release, folder));
      made.add(folder);
    }
    return join(release, path);
  };
  for (const { path, staged } of written) renameSync(staged, place(path));
  for (const path of kept) giveSecondName(join(output.path, path), place(path));
  return release;
}

/** A release that readers never had must not be taken for one to go back to. */
function switchOrTakeBack(
  number: number,
  ready: string,
  { work }: OutputFolder,
  root: string,
): void {
  try {
    switchTo(number, root, work.path);
  } catch (error) {
    renameSync(releaseFolder(root, number), ready);
    throw error;
  }
}

/** Of these there is one for each page, so nothing is asked that is known. */
function makeNewFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, FOLDER_MODE);
}

/** For all to read, whatever the umask. */
const FOLDER_MODE = 0o755;

function makeFolder(path: string): void {
  if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, FOLDER_MODE);
}
