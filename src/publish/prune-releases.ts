// Which earlier releases stay. The newest few do, so that there is a way back; but none in which
// something can still be read that the paper has since withdrawn, killed or let expire: "taken down"
// means gone from the disk, and a step back must not publish it again. The rule looks at what lies
// there and not at what this build has just done, so a build that was killed before it had cleared
// up is made good by the next one.

import { renameSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { CannotWrite, inPlainWords } from "./cannot-write.ts";
import type { OutputFolder } from "./output-folder.ts";
import { manifestOf } from "./read-manifest.ts";
import { releaseFolder, releaseName, RELEASES, type Releases } from "./releases.ts";
import type { ReleaseReport } from "./staged-file.ts";

/** How many releases are kept unless somebody says otherwise, the live one among them. */
export const KEPT_RELEASES = 5;

/**
 * Removes what need not or must not stay; never the live release.
 * @param keep how many of the newest stay, at least one
 * @throws CannotWrite when the disk fails: the new paper is live then, and the old ones are still there
 */
export function pruneReleases(
  { output: root, numbers, current }: Releases,
  { name, work }: Pick<OutputFolder, "name" | "work">,
  keep: number,
): ReleaseReport {
  const earlier = numbers.filter((number) => number !== current);
  const revealing = new Set(withdrawnIn(earlier, root, current));
  const newest = new Set(numbers.slice(-keep));
  const tooOld = earlier.filter((number) => !newest.has(number) && !revealing.has(number));
  const leaving = [...revealing, ...tooOld];
  try {
    for (const number of leaving) remove(releaseFolder(root, number), work.path);
  } catch (error) {
    throw stillThere(error, name);
  }
  return {
    current: releaseName(current ?? 0),
    earlier: earlier.length - leaving.length,
    removed: tooOld.length,
    removedAsWithdrawn: revealing.size,
  };
}

/** The releases that may still show what the live one says is gone. */
export function withdrawnIn(
  numbers: readonly number[],
  root: string,
  current: number | undefined,
): number[] {
  if (current === undefined || numbers.length === 0) return [];
  const { withdrawn } = manifestOf(releaseFolder(root, current));
  if (withdrawn.length === 0) return [];
  return numbers.filter((number) => {
    const then = new Set(manifestOf(releaseFolder(root, number)).withdrawn);
    return !withdrawn.every((address) => then.has(address));
  });
}

/** Out of the releases in one step first: a half of one must not be taken for a paper to go back to. */
function remove(release: string, work: string): void {
  const away = join(work, randomUUID());
  renameSync(release, away);
  rmSync(away, { recursive: true });
}

function stillThere(error: unknown, name: string): unknown {
  const told = inPlainWords(error, name, "as it was");
  if (!(told instanceof CannotWrite)) return error;
  return new CannotWrite(
    `The new paper is live, but an earlier release in “${join(name, RELEASES)}” could not be removed. ${told.message}`,
    "Build again when this is mended; until then the earlier release can still be read on the disk.",
    error,
  );
}
