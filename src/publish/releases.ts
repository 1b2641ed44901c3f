// The second way to publish: the output holds numbered releases, each a whole paper, and a link that
// names the one readers get.
//
//   _site/releases/000041/   the release before
//   _site/releases/000042/   the newest
//   _site/current            -> releases/000042
//
// The web server's root is `_site/current`, so a new paper appears, or an old one comes back, with the
// rename of one link: nobody meets half of each. The link is relative, so that the whole folder can
// be moved or copied. Releases lie in a folder of their own, so that `current` stands alone beside it
// where a person looks for it, and so that a published paper becomes a release by moving it there.

import { readdirSync, readlinkSync, renameSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotWrite } from "./cannot-write.ts";
import { lookAt } from "./look-at.ts";
import { hasManifest } from "./read-manifest.ts";

/** The releases that an output holds. */
export interface Releases {
  /** The output, real and absolute. */
  readonly output: string;
  /** Ascending; each is whole, because a release is made elsewhere and then renamed to its number. */
  readonly numbers: readonly number[];
  /** What readers get; undefined before the first publish, or where somebody took the link away. */
  readonly current: number | undefined;
}

/** The folder of releases in an output. */
export const RELEASES = "releases";

/** Undefined where an output holds none, that is, where it is published in place or not at all. */
export function findReleases(output: string): Releases | undefined {
  if (hasManifest(output)) return undefined;
  const numbers = numbersIn(output).filter((number) => hasManifest(releaseFolder(output, number)));
  if (numbers.length === 0) return undefined;
  const target = linkTarget(output);
  const current = numbers.find((number) => releaseFolder(output, number) === target);
  return { output, numbers, current };
}

/** `_site/releases/000042` */
export function releaseFolder(output: string, number: number): string {
  return join(output, RELEASES, releaseName(number));
}

/** Sorts as a number and as a name. */
export function releaseName(number: number): string {
  return String(number).padStart(6, "0");
}

/** Higher than all there are, also than a folder somebody spoilt. */
export function nextNumber(output: string): number {
  return Math.max(0, ...numbersIn(output)) + 1;
}

/** Where the files of the live paper are, in an output of either kind. Follows the link. */
export function liveFolder(output: string): string {
  return findReleases(output) ? join(output, CURRENT) : output;
}

/**
 * Makes a release the one that readers get: one rename.
 * @param work a folder on the output's disk to make the link in
 */
export function switchTo(number: number, output: string, work: string): void {
  const link = join(work, CURRENT);
  symlinkSync(join(RELEASES, releaseName(number)), link);
  renameSync(link, join(output, CURRENT));
}

/** @throws CannotWrite where something else stands in the link's place, which we would not replace */
export function refuseWrongLink(output: string, name: string): void {
  const found = lookAt(join(output, CURRENT));
  if (!found || found.isSymbolicLink()) return;
  throw new CannotWrite(
    `“${join(name, CURRENT)}” is not a link, and must be the one to the release that readers get.`,
    "Move it away and build again.",
  );
}

const CURRENT = "current";

function numbersIn(output: string): number[] {
  const folder = join(output, RELEASES);
  if (!lookAt(folder)?.isDirectory()) return [];
  const names = readdirSync(folder).filter((name) => /^\d{6,15}$/.test(name));
  return names.map(Number).sort((a, b) => a - b);
}

function linkTarget(output: string): string | undefined {
  const link = join(output, CURRENT);
  return lookAt(link)?.isSymbolicLink() ? resolve(output, readlinkSync(link)) : undefined;
}
