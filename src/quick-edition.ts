// The short way to a new edition: where nothing but the words of some stories has changed, or what has
// been put right in them, or a plain new one has come, for readers or for later, only these are read,
// and only the pages that show them are planned and printed. Whatever else there may be to do or to
// say, this way is not taken: then everything is read, and the problems are told there.

import { linesOnPages } from "./beside-stories.ts";
import type { BuildOrder, BuildResult } from "./build-order.ts";
import { type Edited, editedStories } from "./edited-stories.ts";
import { keepVersions } from "./keep-versions.ts";
import { sitemapRows } from "./pages/sitemaps/plan-sitemaps.ts";
import { type PlannedEdition, planEdition } from "./plan-edition.ts";
import { printBatch } from "./print-batch.ts";
import { compressedCopies, copyNames, isCompressedAs } from "./publish/compressed-copies.ts";
import type { LeftFiles } from "./publish/live-files.ts";
import { ownFiles } from "./publish/manifest.ts";
import { keepNextChange } from "./publish/next-change-file.ts";
import type { OutputFolder } from "./publish/output-folder.ts";
import { republish } from "./publish/republish.ts";
import { stageText } from "./publish/stage.ts";
import type { FileKind, StagedFile } from "./publish/staged-file.ts";
import { DamagedRecord } from "./publish/standing-record.ts";
import { fileKindOf } from "./new-paper.ts";
import { bindLayouts } from "./render/bind-layouts.ts";
import { encodePictures } from "./render/encode-pictures.ts";
import { pressEdition } from "./source/press-edition.ts";
import { amendStanding, openStanding, type Standing } from "./standing-edition.ts";
import type { StandingCounts } from "./standing-head.ts";
import { markOf } from "./standing-names.ts";

/**
 * Publishes what has been edited; undefined where this cannot be all.
 * @throws CannotWrite when the disk says no
 */
export async function quickEdition(
  order: BuildOrder,
  output: OutputFolder,
): Promise<BuildResult | undefined> {
  if (order.clean || order.drafts || output.releases || !output.left) return undefined;
  const edition = pressEdition(order.layoutsFolder);
  const standing = openStanding(order, edition, output.manifestHash);
  if (!standing || !isQuiet(standing, order)) return undefined;
  if (!isCompressedAs(order.compress ?? false, standing.head.compressedBy)) return undefined;
  try {
    const edited = await editedStories(standing, order);
    if (!edited || !output.isIntact) return undefined;
    const { left } = output;
    const planned = planEdition(edited, order.contentFolder, output.live, left);
    const printed =
      planned && (await printEdited({ ...edited, ...planned }, order, output, edition));
    const copies = printed && (await copiesOf(printed, order, output));
    return copies && (await publishEdited({ ...printed, copies }, order, output, left));
  } catch (error) {
    if (error instanceof DamagedRecord) return undefined;
    throw error;
  }
}

/** Nothing was due since but hidden stories, and the clock has not gone back. */
function isQuiet({ head, journal }: Standing, { now }: BuildOrder): boolean {
  const due = head.nextChange?.at.instant ?? Infinity;
  return journal.note.asOf <= now && now < due;
}

/** As before, file by file: undefined where one grew so much, or so little is left, that copies come or go. */
async function copiesOf(
  { files }: PrintedEdition,
  { compress = false }: BuildOrder,
  output: OutputFolder,
): Promise<readonly StagedFile[] | undefined> {
  if (!compress) return [];
  const { files: copies } = await compressedCopies(files, output);
  const made = new Set(copies.map(({ path }) => path));
  const before = output.manifest.compressed?.paths;
  const isAsBefore = files
    .filter(({ path }) => output.live.has(path))
    .flatMap(({ path }) => copyNames(path))
    .every((path) => made.has(path) === (before?.has(path) ?? false));
  return isAsBefore ? copies : undefined;
}

interface PrintedEdition extends Edited, PlannedEdition {
  readonly files: readonly StagedFile[];
  /** Pictures, of those that have come. */
  readonly encoded: number;
}

interface FinishedEdition extends PrintedEdition {
  readonly copies: readonly StagedFile[];
}

/** Undefined where a page has a fault. */
async function printEdited(
  edited: Edited & PlannedEdition,
  order: BuildOrder,
  output: OutputFolder,
  edition: string,
): Promise<PrintedEdition | undefined> {
  const { standing, beside, plan, fresh, pictures, reshown, byRow } = edited;
  const { live, work } = output;
  const there = standing.head.compressedBy ? new Set(ownFiles(output.manifest)) : live;
  const come = new Set([...fresh, ...pictures.map((picture) => picture.output)]);
  const printed = await printBatch(plan.pages, {
    layouts: bindLayouts(order.layoutsFolder, edition),
    workFolder: work.path,
    outputs: { has: (path) => there.has(path) || come.has(path) },
    basePath: beside.around.site.basePath,
  });
  if (printed.some(({ faults }) => faults.missing.length + faults.dead.length > 0))
    return undefined;
  const printedPages = plan.pages.map(({ kind, origin, output: path }, position): StagedFile => {
    const { staged = "", hash = "" } = printed[position] ?? {};
    return { path, origin, kind: fileKindOf(kind), bytes: { kind: "staged", path: staged, hash } };
  });
  const files = plan.files.map(({ kind, origin, output: path, print }): StagedFile => {
    const bytes = stageText(work.path, ...print());
    return { path, origin, kind: fileKindOf(kind), bytes };
  });
  const { encoded, files: places } = await encodePictures(pictures, order);
  const images = pictures.map(({ output: path, source }): StagedFile => {
    const bytes = { kind: "file", path: places.get(path) ?? "" } as const;
    return { path, origin: source, kind: "asset", bytes };
  });
  const all = [...printedPages, ...files, ...images];
  return { ...edited, lines: linesOnPages(reshown, byRow, edited), files: all, encoded };
}

const PAGES: ReadonlySet<FileKind> = new Set(["story", "list"]);

async function publishEdited(
  edition: FinishedEdition,
  order: BuildOrder,
  output: OutputFolder,
  left: LeftFiles,
): Promise<BuildResult> {
  const { standing, beside, sources, stories, lines, stamps, more, now } = edition;
  const { plan, files, copies, gone, nextChange } = edition;
  const edited = [...stories.values()];
  const shown = { paper: { stories: edited, pages: [] }, content: { stories: sources, pages: [] } };
  const own = new Set(edited.map(({ file }) => file));
  await keepVersions(
    shown,
    plan.pages.filter(({ origin }) => own.has(origin)),
    order,
  );
  const addresses = edited.map(({ address }) => address);
  const { report, manifest } = republish({ files, copies, addresses, gone }, left, output);
  const counts = countsOf(edition, output);
  const { note } = standing.journal;
  keepNextChange({ ...beside.around, ...(nextChange && { nextChange }) }, order, output.path);
  if (stamps.size + more.size > 0 || manifest !== output.manifestHash)
    amendStanding(standing, lines, stamps, {
      asOf: now.instant,
      manifest,
      sitemaps: sitemapRows(plan.files) ?? note.sitemaps,
      corrected: [...new Set([...note.corrected, ...beside.corrected])],
      rest: [...note.rest, ...[...more].map(([file, stamp]) => markOf(file, stamp))],
      counts,
    });
  const isNew = ({ path, bytes }: StagedFile) =>
    bytes.kind === "staged" && bytes.hash !== output.live.get(path)?.hash;
  const summary = {
    read: counts.read,
    stories: counts.stories,
    pages: counts.pages,
    printed: files.filter(({ kind }) => PAGES.has(kind)).filter(isNew).length,
    pictures: { planned: counts.pictures, encoded: edition.encoded },
    files: report,
    ...(standing.head.compressedBy && {
      copies: { all: counts.copies, made: copies.filter(isNew).length },
    }),
    ...(nextChange && { nextChange }),
  };
  return { kind: "published", summary, problems: [] };
}

/** With what has come, and without what has gone. */
function countsOf(
  { before, standing, plan, fresh, pictures, gone, more, copies }: FinishedEdition,
  { live }: OutputFolder,
): StandingCounts {
  const { counts } = standing.journal.note;
  const { read } = counts;
  const come = standing.rows.count - before.rows.count;
  const hidden = standing.hidden.size - before.hidden.size;
  return {
    read: { ...read, stories: read.stories + come + hidden, pictures: read.pictures + more.size },
    stories: counts.stories + come,
    pages: counts.pages + plan.pages.filter(({ output }) => fresh.has(output)).length,
    pictures: counts.pictures + pictures.length - gone.length,
    copies: counts.copies + copies.filter(({ path }) => !live.has(path)).length,
  };
}
