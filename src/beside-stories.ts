// What changes with a story besides the pages that show its words: the sitemaps, which say when it
// last changed, and the ledger, which has its corrections.

import { LEDGER_ADDRESS, ledgerWith } from "./news/ledger.ts";
import type { LedgerEntry, Story } from "./news/newspaper.ts";
import { ledgerPageAddress } from "./pages/corrections-pages.ts";
import { FEED_FILES } from "./pages/feeds/feed.ts";
import { pagesOf } from "./pages/list-paging.ts";
import type { PagePlan } from "./pages/plan-pages.ts";
import {
  isPartOf,
  monthOf,
  OTHER_PAGES,
  SITEMAP_ADDRESS,
  type SitemapRow,
} from "./pages/sitemaps/plan-sitemaps.ts";
import { outputOf } from "./pages/urls.ts";
import type { Standing, StandingLine } from "./standing-edition.ts";
import { lineAt, type PaperAround } from "./standing-paper.ts";

/** A story that stays where it is, as it was and as it is now. */
export interface EditedStory {
  readonly row: number;
  readonly before: Pick<Story, "modified" | "corrections">;
  readonly now: Story;
}

export interface Beside {
  /** The paper with the ledger as it is now. */
  readonly around: PaperAround;
  /** Pages and files that change besides those that show the stories. */
  readonly outputs: readonly string[];
  /** The rows whose corrections have changed. */
  readonly corrected: readonly number[];
}

/**
 * Undefined where a page of the ledger comes or goes, or the ledger itself may.
 *
 * @param sitemaps what their index says
 */
export function besideStories(
  edits: readonly EditedStory[],
  around: PaperAround,
  sitemaps: readonly SitemapRow[],
): Beside | undefined {
  const dated = edits.filter(({ before, now }) => before.modified.iso !== now.modified.iso);
  const corrected = edits.filter(
    ({ before, now }) => JSON.stringify(before.corrections) !== JSON.stringify(now.corrections),
  );
  const months = dated.map(({ now }) => monthOf(now.published.iso));
  const names = new Set([...months, ...(corrected.length > 0 ? [OTHER_PAGES] : [])]);
  const addresses = partAddresses(names, sitemaps);
  const rows = corrected.map(({ row }) => row);
  if (corrected.length === 0) return { around, outputs: addresses.map(outputOf), corrected: rows };
  // With a story that is corrected the paper has a ledger; with none left it may have lost it.
  if (!around.ledger || corrected.some(({ now }) => now.corrections.length === 0)) return undefined;
  const ledger = ledgerWith(
    around.ledger,
    corrected.map(({ now }) => now),
  );
  const pages = changedPages(around.ledger, ledger);
  if (!pages) return undefined;
  const feeds = Object.values(FEED_FILES).map((name) => `${LEDGER_ADDRESS}${name}`);
  const outputs = [...addresses, ...pages, ...feeds].map(outputOf);
  return { around: { ...around, ledger }, outputs, corrected: rows };
}

/** Of these parts, and of the index, which says when they changed. */
function partAddresses(
  names: ReadonlySet<string>,
  sitemaps: readonly SitemapRow[],
): readonly string[] {
  const parts = [...names].flatMap((name) =>
    sitemaps.filter(({ address }) => isPartOf(address, name)),
  );
  return parts.length === 0 ? [] : [SITEMAP_ADDRESS, ...parts.map(({ address }) => address)];
}

/** Undefined where there are more pages than before, or fewer. */
function changedPages(
  before: readonly LedgerEntry[],
  now: readonly LedgerEntry[],
): readonly string[] | undefined {
  const [old, pages] = [runsOf(before), runsOf(now)];
  if (old.length !== pages.length) return undefined;
  return pages.flatMap((run, number) => (run === old[number] ? [] : [ledgerPageAddress(number)]));
}

function runsOf(ledger: readonly LedgerEntry[]): readonly string[] {
  const { first, numbered } = pagesOf(ledger);
  return [first, ...numbered].map((run) => JSON.stringify(run));
}

/**
 * The lines of edited stories, and of those that have moved to another page with them: a line names
 * every page that shows its story.
 *
 * @param outputs those that may show other stories than before
 */
export function linesOnPages(
  { pages, files }: PagePlan,
  outputs: readonly string[],
  stories: readonly Story[],
  { lines, standing }: { lines: ReadonlyMap<number, StandingLine>; standing: Standing },
): ReadonlyMap<number, StandingLine> {
  const changed = [...pages, ...files].filter(
    ({ shows = [], output }) => shows.length > 0 && outputs.includes(output),
  );
  if (changed.length === 0) return lines;
  const all = new Map(lines);
  const rows = new Map(stories.map((story, row) => [story, row]));
  for (const { shows = [], output } of changed) {
    for (const row of shows.flatMap((story) => rows.get(story) ?? [])) {
      const line = all.get(row) ?? lineAt(standing, row);
      if (!line.outputs.includes(output))
        all.set(row, { ...line, outputs: [...line.outputs, output] });
    }
  }
  return all;
}
