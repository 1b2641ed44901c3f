// The edition that is live, as it is kept for the next build: all that an edited or a new story needs
// to be published without a look at the others. Written by every build that planned the whole paper.

import { hash } from "node:crypto";
import { join } from "node:path";
import type { BuildOrder } from "./build-order.ts";
import type { Names } from "./news/names.ts";
import { nextChangeAfter } from "./news/next-change.ts";
import type { Name, Story } from "./news/newspaper.ts";
import { partsBySeries } from "./pages/series.ts";
import { translationsByOriginal } from "./pages/translations.ts";
import { sitemapRows } from "./pages/sitemaps/plan-sitemaps.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import {
  amendRecord,
  type DraftRecord,
  draftRecord,
  forgetRecord,
  openRecord,
  sealRecord,
  type StandingRecord,
} from "./publish/standing-record.ts";
import type { CompressedCopies } from "./publish/staged-file.ts";
import type { Stamp } from "./source/content-index.ts";
import type {
  NotedStamp,
  RowsOf,
  SlugOfWords,
  StandingHead,
  StandingNote,
} from "./standing-head.ts";
import {
  type HiddenStories,
  hiddenStories,
  isHidden,
  plainHidden,
  withStamps,
} from "./standing-hidden.ts";
import { linesOf, type StandingLine } from "./standing-lines.ts";
import { fileMark, markOf, takenNames } from "./standing-names.ts";
import { columnsOfRows, rowsIn, type StandingRows } from "./standing-rows.ts";

export interface Standing extends StandingRecord<StandingHead, StandingNote> {
  readonly rows: StandingRows;
  readonly hidden: HiddenStories;
}

/** The record of the live edition, if this press can go on from it as `order` says. */
export function openStanding(
  order: BuildOrder,
  edition: string,
  manifestHash: string,
): Standing | undefined {
  const of = editionOf(order, edition);
  const record = openRecord<StandingHead, StandingNote>(folderOf(order), of, manifestHash);
  if (!record) return undefined;
  const { columns, head, journal } = record;
  const { added, hidden } = journal.note;
  return { ...record, rows: rowsIn(columns, head.stories, added), hidden: new Map(hidden) };
}

/** What the live edition is known by. */
export interface PublishedEdition {
  /** Of press and layouts. */
  readonly edition: string;
  readonly manifestHash: string;
  readonly compressed: CompressedCopies | undefined;
}

/** The stories of the paper that is about to be published; no record, until it is kept. */
export async function draftStanding(
  planned: PlannedPaper,
  order: BuildOrder,
): Promise<DraftRecord | undefined> {
  return draftRecord(folderOf(order), linesOf(planned));
}

export function keepStanding(
  draft: DraftRecord,
  planned: PlannedPaper,
  order: BuildOrder,
  { edition, manifestHash, compressed }: PublishedEdition,
): void {
  const { content, paper } = planned;
  const plain = plainHidden(planned);
  const hidden = hiddenStories(planned, plain);
  const taken = takenNames(planned, plain);
  sealRecord(draft, {
    of: editionOf(order, edition),
    head: {
      ...headOf(planned, hidden),
      ...(compressed && { compressedBy: compressed.by }),
      ...(taken && { taken }),
    } satisfies StandingHead,
    columns: columnsOfRows(paper.stories, content.stamps),
    begun: { manifest: manifestHash, note: noteOf(planned, hidden, compressed) },
  });
}

function headOf(
  { content, paper, plan, standing, assets }: PlannedPaper,
  hidden: HiddenStories,
): StandingHead {
  const { stories, now, picturesInUse: _, nextChange: __, ...rest } = paper;
  const { topics, series } = standing.references;
  const shown = new Set(stories.map(({ file }) => file));
  const others = standing.filed.filter(({ state }) => !isHidden(state));
  return {
    siteSpec: content.site,
    paper: rest,
    ...nextChangeAfter(now, others, standing.begins),
    topicSlugs: slugsOf(topics, paper.topics),
    seriesSlugs: slugsOf(series, paper.series),
    parts: rowsOf(partsBySeries(stories), stories),
    translations: rowsOf(translationsByOriginal(stories), stories),
    assets,
    copied: content.files.map(({ path }) => path),
    always: [...plan.pages, ...plan.files]
      .filter(({ shows }) => shows === undefined)
      .map(({ output }) => output),
    stories: stories.length,
    rest: [...content.stamps]
      .filter(([file]) => !shown.has(file) && !hidden.has(fileMark(file)))
      .map(([file, stamp]) => markOf(file, stamp)),
  };
}

function noteOf(
  { content, paper, plan }: PlannedPaper,
  hidden: HiddenStories,
  compressed: CompressedCopies | undefined,
): StandingNote {
  return {
    asOf: paper.now.instant,
    stamps: [],
    sitemaps: sitemapRows(plan.files) ?? [],
    corrected: [],
    added: [],
    hidden: [...hidden],
    rest: [],
    counts: {
      read: {
        stories: content.stories.length,
        authors: content.authors.length,
        pages: content.pages.length,
        pictures: content.pictures.size,
      },
      stories: paper.stories.length,
      pages: plan.pages.length,
      pictures: plan.derivatives.length,
      copies: compressed?.files.length ?? 0,
    },
  };
}

/** Of what has been withdrawn since, no word may stay. A preview has published nothing. */
export function forgetStanding(order: BuildOrder): void {
  if (!order.drafts) forgetRecord(folderOf(order));
}

/** Lines of stories that have changed or come, and the stamps of their files. */
export function amendStanding(
  standing: Standing,
  lines: ReadonlyMap<number, StandingLine>,
  stamps: ReadonlyMap<string, Stamp>,
  {
    manifest,
    ...now
  }: Omit<StandingNote, "stamps" | "added" | "hidden"> & { readonly manifest: string },
): void {
  const { rows, journal, amended } = standing;
  const noted = new Map<number, NotedStamp>();
  for (const [position, stamp, when = amended] of journal.note.stamps)
    noted.set(position, [position, stamp, when]);
  const { names } = rows.files();
  for (const [file, stamp] of stamps) {
    const position = names.indexOf(file);
    if (position !== -1) noted.set(position, [position, stamp]);
  }
  const added = rows.added.map(({ noted: when = amended, ...row }) => {
    const stamp = stamps.get(row.file);
    return stamp ? { ...row, stamp } : { ...row, noted: when };
  });
  const hidden = [...withStamps(standing.hidden, stamps, amended)];
  const note: StandingNote = { ...now, stamps: [...noted.values()], added, hidden };
  const texts = new Map([...lines].map(([row, line]) => [row, JSON.stringify(line)]));
  amendRecord(standing, texts, { manifest, note });
}

function folderOf({ stateFolder }: BuildOrder): string {
  return join(stateFolder, "standing");
}

/** Everything but the content that may change a byte of the paper. */
function editionOf({ contentFolder, baseUrl = "" }: BuildOrder, edition: string): string {
  return hash("sha256", JSON.stringify([edition, contentFolder, baseUrl]));
}

/** @param shown those that have a page */
function slugsOf(names: Names, shown: readonly Name[]): readonly SlugOfWords[] {
  const slugs = new Set(shown.map(({ slug }) => slug));
  return [...names].flatMap(([words, { slug }]) => (slugs.has(slug) ? [[words, slug]] : []));
}

function rowsOf(
  groups: ReadonlyMap<string, readonly Story[]>,
  stories: readonly Story[],
): readonly RowsOf[] {
  if (groups.size === 0) return [];
  const rows = new Map(stories.map((story, row) => [story, row]));
  return [...groups].map(([key, group]) => [key, group.flatMap((one) => rows.get(one) ?? [])]);
}
