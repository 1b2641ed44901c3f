// Puts the new paper in place without a reader noticing: everything is staged beside the output,
// then renamed into it: file by file, or, where the output holds releases, in one step.

import { join } from "node:path";
import type { Stamp } from "../source/content-index.ts";
import { inPlainWords } from "./cannot-write.ts";
import { copyNames } from "./compressed-copies.ts";
import { findChanges, type Changes, type HashedFile } from "./find-changes.ts";
import { keepStamps } from "./keep-stamps.ts";
import { findLiveFiles, stampOf } from "./live-files.ts";
import { MANIFEST } from "./manifest.ts";
import { findManifests, type Manifests, type NewManifests } from "./new-manifests.ts";
import type { OutputFolder } from "./output-folder.ts";
import { isOutputPath } from "./output-paths.ts";
import { putInPlace, type Placing } from "./put-in-place.ts";
import { KEPT_RELEASES, pruneReleases } from "./prune-releases.ts";
import { putRelease, type ReleaseFiles } from "./put-release.ts";
import { findReleases, releaseFolder, type Releases } from "./releases.ts";
import { refuseStrangers } from "./refuse-strangers.ts";
import { editionSecond, finish, stageBytes, stageFile, type Placement } from "./stage.ts";
import type { NewPaper, PublishReport, ReleaseReport, StagedFile } from "./staged-file.ts";
import { withSupersededAssets } from "./superseded-assets.ts";

/**
 * Publishes a paper into an opened output. Files whose bytes are live already are not touched; files
 * of ours that are not in the paper are removed; other people's files stay. Where the output holds
 * releases, the paper becomes the next of them, and is the same to the byte.
 * @param keep how many releases stay, the new one among them
 * @throws CannotWrite with the reason; the live paper is then as it was unless the cure says otherwise
 */
export function publish(
  paper: NewPaper,
  opened: OutputFolder,
  keep = KEPT_RELEASES,
): PublishReport {
  return stagePaper(paper, opened, keep)();
}

/**
 * {@link publish} in two steps: everything is staged, and what is returned puts it in place.
 * @throws CannotWrite, as the second step does
 */
export function stagePaper(
  paper: NewPaper,
  opened: OutputFolder,
  keep = KEPT_RELEASES,
): () => PublishReport {
  const inWords = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw inPlainWords(error, opened.name, "as it was");
    }
  };
  const putInPlace = inWords(() => staged(paper, opened, keep));
  return () => inWords(putInPlace);
}

function staged(paper: NewPaper, opened: OutputFolder, keep: number): () => PublishReport {
  const copies = paper.compressed?.files ?? [];
  refuseImpossiblePaths([...paper.files, ...copies]);
  const output = withAdoptedFiles(opened, paper);
  const { files, superseded } = withSupersededAssets(paper.files, output);
  const wanted = [...files, ...copies];
  const changes = findChanges(wanted, output.manifest.files.keys(), output.live);
  const manifests = findManifests(paper, superseded, output, changes);
  const putInPlace = output.releases
    ? stagedRelease(output, output.releases, changes, manifests, keep)
    : stagedFiles(output, changes, manifests);
  const removed = [...changes.inTheWay, ...changes.stale].filter((path) => output.live.has(path));
  const report = {
    written: written(changes).length,
    kept: changes.kept.length,
    removed: removed.length,
  };
  return () => {
    const releases = putInPlace();
    return { ...report, ...(releases && { releases }) };
  };
}

function stagedFiles(output: OutputFolder, changes: Changes, manifests: Manifests) {
  const isNew = isAnythingNew(changes, manifests);
  const placing = isNew ? stageChanges(output, changes, manifests) : undefined;
  return (): undefined => {
    if (placing) replace(output, changes, placing);
    keepStamps(output, manifests.files, written(changes), manifests.hash);
  };
}

/** Brings the files of an edition into place, and the manifest with them. */
export function replaceFiles(
  output: OutputFolder,
  changes: Changes,
  manifests: NewManifests,
): void {
  replace(output, changes, stageChanges(output, changes, manifests));
}

/** Strangers are looked for at the last moment: one may come while files are staged. */
function replace(output: OutputFolder, changes: Changes, placing: Placing): void {
  refuseStrangers(output.path, changes);
  putInPlace(placing, output);
}

function stagedRelease(
  output: OutputFolder,
  before: Releases,
  changes: Changes,
  manifests: Manifests,
  keep: number,
) {
  const root = before.output;
  const isNew = isAnythingNew(changes, manifests);
  const files = isNew ? stageRelease(output, changes, manifests) : undefined;
  return (): ReleaseReport => {
    const number = files ? putRelease(files, output, root) : before.current;
    const releases = findReleases(root) ?? before;
    const report = pruneReleases({ ...releases, current: number }, output, keep);
    // Now and not before: a link more or less moves the time by which a file is known to be unchanged.
    const path = releaseFolder(root, number ?? 0);
    const fresh = { ...output, path, live: new Map() };
    keepStamps(fresh, manifests.files, written(changes), manifests.hash);
    return report;
  };
}

/** A file that someone deleted or altered comes back even where the manifest stays as it is. */
function isAnythingNew(changes: Changes, { after }: NewManifests): boolean {
  return after !== undefined || written(changes).length > 0;
}

/** `findCollisions` has told the writers before; this guards the disk against a mistake of ours. */
function refuseImpossiblePaths(files: readonly StagedFile[]): void {
  const seen = new Set<string>([MANIFEST]);
  for (const { path, origin } of files) {
    if (!isOutputPath(path)) throw new Error(`not a path in the output: ${path} (from ${origin})`);
    if (seen.has(path)) throw new Error(`two files for one path: ${path} (from ${origin})`);
    seen.add(path);
  }
}

/**
 * A damaged manifest marks the folder as ours but lists nothing: files where ours must go are taken
 * for ours, and so are compressed copies of them, which would go on to be read in their place. Others
 * stay, since nobody can say whose they are.
 */
function withAdoptedFiles(output: OutputFolder, { files }: NewPaper): OutputFolder {
  if (output.manifestState !== "damaged") return output;
  const wanted = new Set(files.map(({ path }) => path));
  const copies = files.flatMap(({ path }) => copyNames(path)).filter((path) => !wanted.has(path));
  const live = findLiveFiles(output.path, [...wanted, ...copies]);
  const found = copies.flatMap((path): [string, string][] => {
    const hash = live.get(path)?.hash;
    return hash === undefined ? [] : [[path, hash]];
  });
  return { ...output, live, manifest: { ...output.manifest, files: new Map(found) } };
}

function stageChanges(
  output: OutputFolder,
  changes: Changes,
  { before, after }: NewManifests,
): Placing {
  const placing = {
    added: changes.added.map((file) => stageFile(output, file)),
    changed: changes.changed.map((file) => stageFile(output, file)),
    stale: changes.stale,
    inTheWay: changes.inTheWay,
    ...(before === undefined ? {} : { manifestBefore: stageManifest(output, before) }),
    ...(after === undefined ? {} : { manifestAfter: stageManifest(output, after) }),
  };
  const manifests = [placing.manifestBefore, placing.manifestAfter].filter(
    (file) => file !== undefined,
  );
  date(output, [...placing.added, ...placing.changed, ...manifests]);
  return placing;
}

/** Its manifest is always written anew: its time is the release's, and the next one's must be later. */
function stageRelease(output: OutputFolder, changes: Changes, manifests: Manifests): ReleaseFiles {
  const files = written(changes).map((file) => stageFile(output, file));
  const all = [...files, stageManifest(output, manifests.text)];
  date(output, all);
  return { kept: changes.kept.map(({ path }) => path), written: all };
}

function stageManifest(output: OutputFolder, text: string | Uint8Array): Placement {
  return { path: MANIFEST, staged: stageBytes(output.work.path, text).path };
}

/** One time for the whole edition; later only for a file that a stranger dated into the future. */
function date(output: OutputFolder, files: readonly Placement[]): void {
  const [first] = files;
  if (!first) return;
  const edition = editionSecond(first.staged, ...editionsBefore(output));
  const durability = output.live.size > 0 && files.length <= MOST_SYNCED ? "synced" : "unsynced";
  for (const file of files) {
    const predecessor = modified(output.live.get(file.path)?.stamp);
    finish(file, Math.max(edition, Math.floor(predecessor / 1000) + 1), durability);
  }
}

/** When the edition that is live was published, and those that were live before a step back from them. */
function editionsBefore({ path, releases }: OutputFolder): number[] {
  const folders = releases?.numbers.map((number) => releaseFolder(releases.output, number));
  return (folders ?? [path]).map((folder) => modified(stampOf(join(folder, MANIFEST))));
}

/**
 * To wait for the disk with each file costs milliseconds, so it is done for the day's work: a few
 * pages that replace good ones. A first edition has no readers yet, and an archive set anew would
 * wait minutes. Only a power cut could tell the difference, and the build after it heals both: a
 * file that was cut short no longer has its size.
 */
const MOST_SYNCED = 1000;

function modified(stamp: Stamp | undefined): number {
  return stamp?.[1] ?? 0;
}

function written({ added, changed }: Changes): HashedFile[] {
  return [...added, ...changed];
}
