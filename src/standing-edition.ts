// The edition that is live, as it is kept for the next build: all that an edited story needs to be
// published without a look at the others. Written by every build that planned the whole paper.

import { hash } from "node:crypto";
import { join } from "node:path";
import type { BuildOrder, BuildSummary } from "./build-order.ts";
import type { FiledStory } from "./news/file-story.ts";
import { footprintOf } from "./news/footprint.ts";
import type { Names } from "./news/names.ts";
import type { Name, Newspaper, Story } from "./news/newspaper.ts";
import { partsBySeries } from "./pages/series.ts";
import { translationsByOriginal } from "./pages/translations.ts";
import type { PressAssets } from "./pages/page-desk.ts";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
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
import { columnsOfRows, rowsIn, type StandingRows } from "./standing-rows.ts";
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
  readonly compressed?: { readonly by: string; readonly copies: number };
  /** Pages and files that may show any story, or the moment. */
  readonly always: readonly string[];
  readonly counts: Pick<BuildSummary, "read" | "stories" | "pages"> & { readonly pictures: number };
  /** Stands for all files that are no rows: not a name of what readers cannot see is kept. */
  readonly rest: string;
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
}

/** By the position of its file among all; noted with the journal, where no other moment is given. */
type NotedStamp = readonly [position: number, stamp: Stamp, noted?: number];

/** One story as it is printed, in JSON: `section`, `authors` and `topics` by their slugs. */
export interface StandingLine {
  readonly story: unknown;
  /** See `footprintOf`. */
  readonly footprint: string;
  /** Pages and files on which its words stand. */
  readonly outputs: readonly string[];
}

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
  return record && { ...record, rows: rowsIn(record.columns, record.head.counts.stories) };
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
  const head: StandingHead = {
    siteSpec: content.site,
    paper: rest,
    topicSlugs: slugsOf(topics, paper.topics),
    seriesSlugs: slugsOf(series, paper.series),
    parts: rowsOf(partsBySeries(stories), stories),
    translations: rowsOf(translationsByOriginal(stories), stories),
    assets,
    copied: content.files.map(({ path }) => path),
    ...(compressed && { compressed: { by: compressed.by, copies: compressed.files.length } }),
    always: [...plan.pages, ...plan.files]
      .filter(({ shows }) => shows === undefined)
      .map(({ output }) => output),
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
    },
    rest: restOf(content.stamps, new Set(stories.map(({ file }) => file))),
  };
  const sitemaps = sitemapRows(plan.files) ?? [];
  const note: StandingNote = { asOf: now.instant, stamps: [], sitemaps, corrected: [] };
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

/** Lines of stories that have changed and stayed where they are, and the stamps of their files. */
export function amendStanding(
  standing: Standing,
  lines: ReadonlyMap<number, StandingLine>,
  stamps: ReadonlyMap<string, Stamp>,
  { manifest, ...now }: Omit<StandingNote, "stamps"> & { readonly manifest: string },
): void {
  const { rows, journal, amended } = standing;
  const noted = new Map<number, NotedStamp>();
  for (const [position, stamp, when = amended] of journal.note.stamps)
    noted.set(position, [position, stamp, when]);
  const { names } = rows.files();
  for (const [file, stamp] of stamps) {
    const position = names.indexOf(file);
    noted.set(position, [position, stamp]);
  }
  const note: StandingNote = { ...now, stamps: [...noted.values()] };
  const texts = new Map([...lines].map(([row, line]) => [row, JSON.stringify(line)]));
  amendRecord(standing, texts, { manifest, note });
}

/** Stands for the names and stamps of all files but some. */
export function restOf(
  stamps: ReadonlyMap<string, Stamp>,
  without: Pick<ReadonlySet<string>, "has"> = new Set(),
): string {
  const rest = [...stamps].filter(([file]) => !without.has(file));
  return hash("sha256", JSON.stringify(rest.sort(([a], [b]) => (a < b ? -1 : 1))));
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

function* linesOf({ paper, plan, standing }: PlannedPaper): Generator<string> {
  const filed = new Map(standing.filed.map((one) => [one.source.file, one]));
  const outputs = outputsByStory([...plan.pages, ...plan.files]);
  for (const story of paper.stories)
    yield JSON.stringify(lineOf(story, filed.get(story.file), outputs.get(story) ?? []));
}

/** @param filed without it the story has no footprint, and whatever it says next is another */
export function lineOf(
  story: Story,
  filed: FiledStory | undefined,
  outputs: readonly string[],
): StandingLine {
  const slugsOf = (things: readonly { readonly slug: string }[]) => things.map(({ slug }) => slug);
  const [authors, topics] = [slugsOf(story.authors), slugsOf(story.topics)];
  return {
    story: { ...story, section: story.section.slug, authors, topics },
    footprint: filed ? footprintOf(filed, story) : "",
    outputs,
  };
}

function outputsByStory(
  items: readonly (PlannedPage | PlannedFile)[],
): ReadonlyMap<Story, readonly string[]> {
  const outputs = new Map<Story, string[]>();
  for (const { shows = [], output } of items) {
    for (const story of shows) {
      const known = outputs.get(story);
      if (known) known.push(output);
      else outputs.set(story, [output]);
    }
  }
  return outputs;
}
