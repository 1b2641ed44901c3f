// Back to an earlier release, or forward again: the rename of one link, and nothing is printed. The
// next build publishes what the content says, as always, under a number of its own.

import { realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { errorCode, inPlainWords } from "./cannot-write.ts";
import { MANIFEST } from "./manifest.ts";
import { workPlace } from "./output-folder.ts";
import { withdrawnIn } from "./prune-releases.ts";
import { findReleases, releaseFolder, releaseName, type Releases, switchTo } from "./releases.ts";
import { takeWorkFolder } from "./work-folder.ts";

/** A release that readers may have, by its name: `000042`. */
export interface KnownRelease {
  readonly name: string;
  /** When it was published, milliseconds since 1970. */
  readonly published: number;
  readonly isLive: boolean;
}

export type RollbackResult =
  | { readonly kind: "rolled back"; readonly from?: string; readonly to: string }
  /** There is no output here that holds releases. */
  | { readonly kind: "no releases" }
  /** The one that was asked for is not there, or is live already; or none is earlier than the live one. */
  | { readonly kind: "no such release"; readonly releases: readonly KnownRelease[] };

/**
 * @param name the output as typed: `_site`
 * @param to the number of the release that readers are to get; default: the one before
 * @throws CannotWrite when a build holds the lock, or the disk says no
 */
export function rollBack(name: string, to?: number): RollbackResult {
  try {
    const output = realPath(name);
    if (output === undefined || !findReleases(output)) return { kind: "no releases" };
    const work = takeWorkFolder(workPlace(output));
    try {
      return switchBack(output, work.path, to);
    } finally {
      work.release();
    }
  } catch (error) {
    throw inPlainWords(error, name, "as it was");
  }
}

function switchBack(output: string, work: string, to: number | undefined): RollbackResult {
  const found = findReleases(output);
  if (!found) return { kind: "no releases" };
  const { current } = found;
  const numbers = fitForReaders(found);
  const earlier = numbers.filter((number) => number < (current ?? Infinity));
  const target = to ?? earlier.at(-1);
  if (target === undefined || target === current || !numbers.includes(target))
    return { kind: "no such release", releases: numbers.map((one) => known(one, found)) };
  switchTo(target, output, work);
  const from = current === undefined ? {} : { from: releaseName(current) };
  return { kind: "rolled back", to: releaseName(target), ...from };
}

/** Without those that still show what has been withdrawn: a build was killed before it removed them. */
function fitForReaders({ output, numbers, current }: Releases): number[] {
  const revealing = new Set(withdrawnIn(numbers, output, current));
  return numbers.filter((number) => !revealing.has(number));
}

function known(number: number, { output, current }: Releases): KnownRelease {
  const { mtimeMs: published } = statSync(join(releaseFolder(output, number), MANIFEST));
  return { name: releaseName(number), published, isLive: number === current };
}

function realPath(name: string): string | undefined {
  try {
    return realpathSync.native(resolve(name));
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
