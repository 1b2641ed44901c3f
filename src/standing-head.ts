// What the record of the live edition says of all stories at once: a head that is written with it, and
// a note that changes with every build.

import type { BuildSummary } from "./build-order.ts";
import type { Newspaper, NextChange } from "./news/newspaper.ts";
import type { PressAssets } from "./pages/page-desk.ts";
import type { SitemapRow } from "./pages/sitemaps/plan-sitemaps.ts";
import type { Stamp } from "./source/content-index.ts";
import type { SiteSpec } from "./source/site-schema.ts";
import type { HiddenStory } from "./standing-hidden.ts";
import type { AddedRow } from "./standing-rows.ts";

/** What the whole paper has in common, and what is asked of every story without reading it. */
export interface StandingHead {
  readonly siteSpec: SiteSpec;
  readonly paper: Omit<Newspaper, "stories" | "now" | "picturesInUse" | "nextChange">;
  /** When the paper changes by itself, but for what happens to hidden stories. */
  readonly nextChange?: NextChange;
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
  /** Each stands for a file that has no row and is not hidden: no name of what readers cannot see is kept. */
  readonly rest: readonly string[];
  /** Each stands for what no new story may be called; undefined where there is no telling. */
  readonly taken?: readonly string[];
}

export type RowsOf = readonly [key: string, rows: readonly number[]];

/** What stories call a topic or a series. */
export type SlugOfWords = readonly [words: string, slug: string];

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
  /** Stories that readers cannot see yet. */
  readonly hidden: readonly (readonly [mark: string, story: HiddenStory])[];
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
export type NotedStamp = readonly [position: number, stamp: Stamp, noted?: number];
