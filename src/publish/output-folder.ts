// The output, opened for one build: known to be ours, locked against other builds, and surveyed, so
// that the build can tell which pages are live already and only prints the rest.

import { accessSync, constants, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotWrite, errorCode, inPlainWords } from "./cannot-write.ts";
import { hashBytes } from "./hash-file.ts";
import { findLiveFiles, readStamps, type LiveFile } from "./live-files.ts";
import { lookAt } from "./look-at.ts";
import { NO_MANIFEST, parseManifest, withAddresses, type Manifest } from "./manifest.ts";
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
export interface OutputFolder {
  /**
   * Where the live files are, real and absolute: the output itself, or the release that readers get.
   * The folder is made by the first publish, not before.
   */
  readonly path: string;
  /** Where the output holds releases: the ones that are there. */
  readonly releases?: Releases;
  /** As the person typed it, for messages. */
  readonly name: string;
  readonly edition: Edition;
  /** What was published here before. */
  readonly manifest: Manifest;
  /** `damaged`: there is a manifest, but nothing in it can be trusted. */
  readonly manifestState: "none" | "read" | "damaged";
  /** SHA-256 of the manifest's bytes; "" when there is none. */
  readonly manifestHash: string;
  /** Our files as they lie there now, by path: a page whose hash is here need not be printed. */
  readonly live: ReadonlyMap<string, LiveFile>;
  /** Holds the lock; files staged here can be renamed into place. */
  readonly work: WorkFolder;
  /** In the state folder: the stamps of the files, see `live-files.ts`. */
  readonly stampRecord: string;
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
      const output = survey(path, name, around.stateFolder, releases);
      refuseDraftsOverPaper(output.manifest, name, edition);
      return { ...output, edition, work };
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
  const { releases: _, ...output } = survey(root, name, stateFolder, findReleases(root));
  return { ...output, edition, work };
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
  const text = readManifest(path);
  return text === undefined ? "" : hashBytes(text);
}

type Surveyed = Omit<OutputFolder, "edition" | "work">;

function survey(
  output: string,
  name: string,
  stateFolder: string,
  releases: Releases | undefined,
): Surveyed {
  const stampRecord = join(stateFolder, "live", hashBytes(output).slice(0, 16));
  const path = releases ? currentFolder(releases) : output;
  const text = readManifest(path);
  const read = text === undefined ? undefined : parseManifest(text);
  const manifest = read ?? NO_MANIFEST;
  const manifestState = text === undefined ? "none" : read ? "read" : "damaged";
  const manifestHash = text === undefined ? "" : hashBytes(text);
  const stamps = readStamps(stampRecord, manifestHash, manifest.files.keys());
  const live = findLiveFiles(path, manifest.files, stamps);
  const surveyed = {
    path,
    name,
    manifest,
    manifestState,
    manifestHash,
    live,
    stampRecord,
  } as const;
  if (!releases) return surveyed;
  const addresses = withAddresses(manifest.addresses, addressesIn(releases));
  return { ...surveyed, manifest: { ...manifest, addresses }, releases };
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
function refuseDraftsOverPaper(manifest: Manifest, name: string, edition: Edition): void {
  if (edition === "paper" || manifest.preview || manifest.files.size === 0) return;
  throw new CannotWrite(
    `“${name}” holds the published paper, so no drafts can be printed there.`,
    "Give the preview an output of its own with --output.",
  );
}
