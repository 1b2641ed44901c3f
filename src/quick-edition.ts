// The short way to a new edition: where nothing but the words of some stories has changed, or what has
// been put right in them, only these are read, and only the pages that show them are planned and
// printed. Whatever else there may be to do or to say, this way is not taken: then everything is read,
// and the problems are told there.

import { linesOnPages } from "./beside-stories.ts";
import type { BuildOrder, BuildResult } from "./build-order.ts";
import { type Edited, editedStories } from "./edited-stories.ts";
import { keepVersions } from "./keep-versions.ts";
import { planPart } from "./pages/plan-pages.ts";
import { sitemapRows } from "./pages/sitemaps/plan-sitemaps.ts";
import type { PagePlan } from "./pages/plan-pages.ts";
import { addressOf } from "./pages/urls.ts";
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
import { pressEdition } from "./source/press-edition.ts";
import { amendStanding, openStanding, type Standing } from "./standing-edition.ts";
import { paperWith } from "./standing-paper.ts";

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
  if (!isCompressedAs(order.compress ?? false, standing.head.compressed?.by)) return undefined;
  try {
    const edited = editedStories(standing, order);
    if (!edited || !output.isIntact) return undefined;
    const printed = await printEdited(edited, order, output, edition);
    const copies = printed && (await copiesOf(printed, order, output));
    return copies && (await publishEdited({ ...printed, copies }, order, output, output.left));
  } catch (error) {
    if (error instanceof DamagedRecord) return undefined;
    throw error;
  }
}

/** Nothing was due since, and the clock has not gone back. */
function isQuiet({ head, journal }: Standing, { now }: BuildOrder): boolean {
  const due = head.paper.nextChange?.at.instant ?? Infinity;
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
    .flatMap(({ path }) => copyNames(path))
    .every((path) => made.has(path) === (before?.has(path) ?? false));
  return isAsBefore ? copies : undefined;
}

interface PrintedEdition extends Edited {
  readonly plan: PagePlan;
  readonly files: readonly StagedFile[];
}

interface FinishedEdition extends PrintedEdition {
  readonly copies: readonly StagedFile[];
}

/** Undefined where a page would need what is not live, or has a fault. */
async function printEdited(
  edited: Edited,
  order: BuildOrder,
  output: OutputFolder,
  edition: string,
): Promise<PrintedEdition | undefined> {
  const { standing, beside, stories, now } = edited;
  const { always, assets, copied, compressed } = standing.head;
  const { contentFolder } = order;
  const { paper, index } = paperWith(standing, beside.around, stories, { now, contentFolder });
  const shown = [...edited.lines.values()].flatMap((line) => line.outputs);
  const outputs = [...new Set([...always, ...shown, ...beside.outputs])];
  const addresses = new Set(outputs.map(addressOf));
  const own = standing.rows
    .addresses()
    .flatMap((address, row) => (addresses.has(address) ? (paper.stories[row] ?? []) : []));
  const options = { isPreview: false, copied: new Set(copied) };
  const { sitemaps } = standing.journal.note;
  const plan = planPart({ paper, index, stories: own, outputs, sitemaps }, assets, options);
  const isKnown = plan.derivatives.every((picture) => output.live.has(picture.output));
  if (!isKnown || plan.pages.length + plan.files.length < outputs.length) return undefined;
  const printed = await printBatch(plan.pages, {
    layouts: bindLayouts(order.layoutsFolder, edition),
    workFolder: output.work.path,
    outputs: compressed ? new Set(ownFiles(output.manifest)) : output.live,
    basePath: paper.site.basePath,
  });
  if (printed.some(({ faults }) => faults.missing.length + faults.dead.length > 0))
    return undefined;
  const pages = plan.pages.map(({ kind, origin, output: path }, position): StagedFile => {
    const { staged = "", hash = "" } = printed[position] ?? {};
    return { path, origin, kind: fileKindOf(kind), bytes: { kind: "staged", path: staged, hash } };
  });
  const files = plan.files.map(({ kind, origin, output: path, print }): StagedFile => {
    const bytes = stageText(output.work.path, ...print());
    return { path, origin, kind: fileKindOf(kind), bytes };
  });
  const lines = linesOnPages(plan, beside.outputs, paper.stories, edited);
  return { ...edited, lines, plan, files: [...pages, ...files] };
}

const PAGES: ReadonlySet<FileKind> = new Set(["story", "list"]);

async function publishEdited(
  { standing, beside, sources, stories, lines, stamps, plan, files, copies, now }: FinishedEdition,
  order: BuildOrder,
  output: OutputFolder,
  left: LeftFiles,
): Promise<BuildResult> {
  const edited = [...stories.values()];
  const shown = { paper: { stories: edited, pages: [] }, content: { stories: sources, pages: [] } };
  const own = new Set(edited.map(({ file }) => file));
  await keepVersions(
    shown,
    plan.pages.filter(({ origin }) => own.has(origin)),
    order,
  );
  const { report, manifest } = republish({ files, copies, addresses: [], gone: [] }, left, output);
  const { counts, compressed } = standing.head;
  const { note } = standing.journal;
  const { nextChange } = beside.around;
  keepNextChange(beside.around, order, output.path);
  if (stories.size > 0 || manifest !== output.manifestHash)
    amendStanding(standing, lines, stamps, {
      asOf: now.instant,
      manifest,
      sitemaps: sitemapRows(plan.files) ?? note.sitemaps,
      corrected: [...new Set([...note.corrected, ...beside.corrected])],
    });
  const isNew = ({ path, bytes }: StagedFile) =>
    bytes.kind === "staged" && bytes.hash !== output.live.get(path)?.hash;
  const summary = {
    read: counts.read,
    stories: counts.stories,
    pages: counts.pages,
    printed: files.filter(({ kind }) => PAGES.has(kind)).filter(isNew).length,
    pictures: { planned: counts.pictures, encoded: 0 },
    files: report,
    ...(compressed && {
      copies: { all: compressed.copies, made: copies.filter(isNew).length },
    }),
    ...(nextChange && { nextChange }),
  };
  return { kind: "published", summary, problems: [] };
}
