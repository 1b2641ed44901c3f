// The output, opened for one build: known to be ours and locked against other builds, so that the
// build can tell which pages are live already and only prints the rest.

import { accessSync, constants, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotWrite, errorCode, inPlainWords } from "./cannot-write.ts";
import { hashBytes } from "./hash-file.ts";
import { type LiveEdition, openLiveEdition } from "./live-edition.ts";
import { lookAt } from "./look-at.ts";
import type { Manifest } from "./manifest.ts";
import { manifestOf, readManifest } from "./read-manifest.ts";
import {
  allowedPlace,
  refuseStrangersFolder,
  WORK_INSIDE,
  type Surroundings,
} from "./refuse-place.ts";
import { findReleases, releaseFolder, type Releases } from "./releases.ts";
import { type PublishingWay, releasesFor } from "./releases-for.ts";
import { takeWorkFolder, type WorkFolder } from "./work-folder.ts";

/** An output that is ours until it is closed. Good for one publish: it tells what was live before. */
export interface OutputFolder extends LiveEdition {
  /** Where the output holds releases: the ones that are there. */
  readonly releases?: Releases;
  /** As the person typed it, for messages. */
  readonly name: string;
  readonly edition: Edition;
  /** Holds the lock; files staged here can be renamed into place. */
  readonly work: WorkFolder;
}

/** A preview shows drafts and promises no address. */
export type Edition = "paper" | "preview";

/**
 * Opens an output and locks it. Close it whatever happens: `closeOutput` in a `finally`.
 * @param name the folder as typed: `_site`
 * @throws CannotWrite when the folder is not ours to write, or another build has it
 */
export function openOutput(
  name: string,
  around: Surroundings,
  edition: Edition,
  way: PublishingWay = "as before",
): OutputFolder {
  try {
    const path = allowedPlace(name, around);
    if (!lookAt(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    const work = takeWorkFolder(workPlace(path));
    try {
      refuseStrangersFolder(path, name);
      const releases = releasesFor(path, name, way);
      const output = look(path, around.stateFolder, releases, { name, edition, work });
      if (edition === "preview") refuseDraftsOverPaper(output.manifest, name);
      return output;
    } catch (error) {
      closeOutput({ work });
      throw error;
    }
  } catch (error) {
    throw inPlainWords(error, name, "as it was");
  }
}

/**
 * The output as a publish has left it, under the same lock: for files that follow the paper. A
 * release is completed where it lies, since readers have it already.
 */
export function lookAgain(published: OutputFolder, stateFolder: string): OutputFolder {
  const { name, edition, work } = published;
  const root = published.releases?.output ?? published.path;
  const { releases: _, ...output } = look(root, stateFolder, findReleases(root), {
    name,
    edition,
    work,
  });
  return output;
}

/** Gives the lock back and removes whatever was staged. */
export function closeOutput({ work }: Pick<OutputFolder, "work">): void {
  try {
    work.release();
  } catch {
    // The paper is published, or the reason why not is being told. A disk that will not let us
    // tidy up leaves the lock of a builder that ends now, and the next one clears that away.
  }
}

/**
 * Beside the output (`.name.broadsheet`), where no web server finds it and a killed build leaves
 * nothing among the live files; the state folder will not do, because builds with different state
 * folders must exclude each other. Inside the output only where the place beside it is on another
 * disk (an output that is a mount point) or closed to us.
 */
export function workPlace(path: string): string {
  const parent = dirname(path);
  const isNew = !lookAt(path);
  const beside = isNew || (isOneDisk(parent, path) && isWritable(parent));
  return beside ? join(parent, `.${basename(path)}.broadsheet`) : join(path, WORK_INSIDE);
}

/**
 * True when a file can be renamed from one folder to the other. Device numbers do not tell (two
 * mounts of one disk share theirs), so we ask for a rename that cannot happen, onto ".", and look at
 * the reason.
 */
function isOneDisk(parent: string, path: string): boolean {
  if (statSync(parent).dev !== statSync(path).dev) return false;
  try {
    renameSync(join(parent, `.${basename(path)}.broadsheet-probe`), `${path}/.`);
  } catch (error) {
    return errorCode(error) !== "EXDEV";
  }
  return true;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** SHA-256 of the manifest that is live now, hexadecimal; "" where there is none. */
export function liveManifest({ path }: Pick<OutputFolder, "path">): string {
  const bytes = readManifest(path);
  return bytes ? hashBytes(bytes) : "";
}

function look(
  root: string,
  stateFolder: string,
  releases: Releases | undefined,
  held: Pick<OutputFolder, "name" | "edition" | "work">,
): OutputFolder {
  const path = releases ? currentFolder(releases) : root;
  const stampRecord = join(stateFolder, "live", hashBytes(root).slice(0, 16));
  const promised = () => (releases ? addressesIn(releases) : []);
  return Object.assign(
    openLiveEdition(path, stampRecord, promised),
    held,
    releases && { releases },
  );
}

/** Where there is no live release yet, a place at which nothing is. */
function currentFolder({ output, current }: Releases): string {
  return releaseFolder(output, current ?? 0);
}

/**
 * The addresses of releases other than the live one: after a step back the newer ones were public
 * too. Releases before the live one have none that it has not.
 */
function addressesIn({ output, numbers, current = 0 }: Releases): readonly string[] {
  return numbers
    .filter((number) => number > current)
    .flatMap((number) => manifestOf(releaseFolder(output, number)).addresses);
}

/** Readers, feeds and search engines would meet the drafts, and their addresses would be lost later. */
function refuseDraftsOverPaper(manifest: Manifest, name: string): void {
  if (manifest.preview || manifest.files.size === 0) return;
  throw new CannotWrite(
    `“${name}” holds the published paper, so no drafts can be printed there.`,
    "Give the preview an output of its own with --output.",
  );
}
