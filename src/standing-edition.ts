// The edition that is live, as it is kept for the next build: all that an edited or a new story needs
// to be published without a look at the others. Written by every build that planned the whole paper.

import { hash } from "node:crypto";
import { join } from "node:path";
import type { BuildOrder, BuildSummary } from "./build-order.ts";
import type { Names } from "./news/names.ts";
import type { Name, Newspaper, Story } from "./news/newspaper.ts";
import { partsBySeries } from "./pages/series.ts";
import { translationsByOriginal } from "./pages/translations.ts";
import type { PressAssets } from "./pages/page-desk.ts";
import { type SitemapRow, sitemapRows } from "./pages/sitemaps/plan-sitemaps.ts";
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
import { linesOf, type StandingLine } from "./standing-lines.ts";
import { markOf, takenNames } from "./standing-names.ts";
import { type AddedRow, columnsOfRows, rowsIn, type StandingRows } from "./standing-rows.ts";
import type { SiteSpec } from "./source/site-schema.ts";

/** What the whole paper has in common, and what is asked of every story without reading it. */
export interface StandingHead {
  readonly siteSpec: SiteSpec;
  readonly paper: Omit<Newspaper, "stories" | "now" | "picturesInUse">;
  readonly topicSlugs: readonly SlugOfWords[];
  readonly seriesSlugs: readonly SlugOfWords[];
  /** The rows of the parts of each series, in their order. */
  readonly parts: readonly RowsOf[];
  /** The rows of each story that has translations, and of these, by its id. */
  readonly translations: readonly RowsOf[];
  readonly assets: PressAssets;
  readonly copied: readonly string[];
  /** What has made its compressed copies. */
  readonly compressedBy?: string;
  /** Pages and files that may show any story, or the moment. */
  readonly always: readonly string[];
  /** How many stories have rows in the columns. */
  readonly stories: number;
  /** Each stands for a file that is no row: not a name of what readers cannot see is kept. */
  readonly rest: readonly string[];
  /** Each stands for what no new story may be called; undefined where there is no telling. */
  readonly taken?: readonly string[];
}

type RowsOf = readonly [key: string, rows: readonly number[]];

/** What stories call a topic or a series. */
type SlugOfWords = readonly [words: string, slug: string];

/** What changes with every build. */
export interface StandingNote {
  /** The moment of the edition; milliseconds since 1970, UTC. */
  readonly asOf: number;
  /** Of the files that have changed since the head was written. */
  readonly stamps: readonly NotedStamp[];
  /** What the index of the sitemaps says. */
  readonly sitemaps: readonly SitemapRow[];
  /** The rows of stories whose corrections are others than in the ledger of the head. */
  readonly corrected: readonly number[];
  /** Stories that have come since the head was written, in their order. */
  readonly added: readonly AddedRow[];
  /** Each stands for a picture that has come since. */
  readonly rest: readonly string[];
  readonly counts: StandingCounts;
}

export interface StandingCounts extends Pick<BuildSummary, "read" | "stories" | "pages"> {
  readonly pictures: number;
  /** Compressed ones. */
  readonly copies: number;
}

/** By the position of its file among all; noted with the journal, where no other moment is given. */
type NotedStamp = readonly [position: number, stamp: Stamp, noted?: number];

export interface Standing extends StandingRecord<StandingHead, StandingNote> {
  readonly rows: StandingRows;
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
  return { ...record, rows: rowsIn(columns, head.stories, journal.note.added) };
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
  const { content, paper, plan, standing, assets } = planned;
  const { stories, now, picturesInUse: _, ...rest } = paper;
  const { topics, series } = standing.references;
  const taken = takenNames(planned);
  const shown = new Set(stories.map(({ file }) => file));
  const head: StandingHead = {
    siteSpec: content.site,
    paper: rest,
    topicSlugs: slugsOf(topics, paper.topics),
    seriesSlugs: slugsOf(series, paper.series),
    parts: rowsOf(partsBySeries(stories), stories),
    translations: rowsOf(translationsByOriginal(stories), stories),
    assets,
    copied: content.files.map(({ path }) => path),
    ...(compressed && { compressedBy: compressed.by }),
    always: [...plan.pages, ...plan.files]
      .filter(({ shows }) => shows === undefined)
      .map(({ output }) => output),
    stories: stories.length,
    rest: [...content.stamps]
      .filter(([file]) => !shown.has(file))
      .map(([file, stamp]) => markOf(file, stamp)),
    ...(taken && { taken }),
  };
  const note: StandingNote = {
    asOf: now.instant,
    stamps: [],
    sitemaps: sitemapRows(plan.files) ?? [],
    corrected: [],
    added: [],
    rest: [],
    counts: {
      read: {
        stories: content.stories.length,
        authors: content.authors.length,
        pages: content.pages.length,
        pictures: content.pictures.size,
      },
      stories: stories.length,
      pages: plan.pages.length,
      pictures: plan.derivatives.length,
      copies: compressed?.files.length ?? 0,
    },
  };
  sealRecord(draft, {
    of: editionOf(order, edition),
    head,
    columns: columnsOfRows(stories, content.stamps),
    begun: { manifest: manifestHash, note },
  });
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
  { manifest, ...now }: Omit<StandingNote, "stamps" | "added"> & { readonly manifest: string },
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
  const note: StandingNote = { ...now, stamps: [...noted.values()], added };
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
