// What changes with a story besides the pages that show its words: the sitemaps, which say when it
// last changed, the ledger, which has its corrections, and where it is new, its lists.

import { LEDGER_ADDRESS, ledgerWith } from "./news/ledger.ts";
import type { LedgerEntry, Story } from "./news/newspaper.ts";
import { ledgerPageAddress } from "./pages/corrections-pages.ts";
import { FEED_FILES } from "./pages/feeds/feed.ts";
import { pagesOf } from "./pages/list-paging.ts";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
import {
  isPartOf,
  monthOf,
  OTHER_PAGES,
  SITEMAP_ADDRESS,
  type SitemapRow,
} from "./pages/sitemaps/plan-sitemaps.ts";
import { touchedBy } from "./pages/touched-pages.ts";
import { outputOf } from "./pages/urls.ts";
import type { Standing } from "./standing-edition.ts";
import type { StandingLine } from "./standing-lines.ts";
import { lineAt, type PaperAround } from "./standing-paper.ts";

/** A story that stays where it is, as it was and as it is now; new where it was not there before. */
export interface EditedStory {
  readonly row: number;
  readonly before?: Pick<Story, "modified" | "corrections">;
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

/** Undefined where a page of the ledger comes or goes, or the ledger itself may. */
export function besideStories(
  edits: readonly EditedStory[],
  around: PaperAround,
  standing: Standing,
): Beside | undefined {
  const fresh = edits.filter(({ before }) => !before);
  const dated = edits.filter(({ before, now }) => before?.modified.iso !== now.modified.iso);
  const corrected = edits.filter(
    ({ before, now }) =>
      JSON.stringify(before?.corrections ?? []) !== JSON.stringify(now.corrections),
  );
  const months = dated.map(({ now }) => monthOf(now.published.iso));
  const others = fresh.length + corrected.length > 0 ? [OTHER_PAGES] : [];
  const names = new Set([...months, ...others]);
  const addresses = [
    ...partAddresses(names, standing.journal.note.sitemaps),
    ...fresh.flatMap(({ now }) => touchedBy(now, around.site)),
    ...fresh.flatMap(({ row }) => newerThan(row, standing)),
  ];
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

/** The addresses of stories that are newer: they may lead to this one, where there is little else. */
function newerThan(row: number, { rows }: Standing): readonly string[] {
  const order = rows.order();
  return order.slice(0, order.indexOf(row)).map((newer) => rows.addresses()[newer] ?? "");
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
 * @param reshown pages and files that may show other stories than before
 * @param byRow all stories
 */
export function linesOnPages(
  reshown: readonly (PlannedPage | PlannedFile)[],
  byRow: readonly Story[],
  { lines, standing }: { lines: ReadonlyMap<number, StandingLine>; standing: Standing },
): ReadonlyMap<number, StandingLine> {
  const changed = reshown.filter(({ shows = [] }) => shows.length > 0);
  if (changed.length === 0) return lines;
  const all = new Map(lines);
  const rows = new Map(byRow.map((story, row) => [story, row]));
  for (const { shows = [], output } of changed) {
    for (const row of shows.flatMap((story) => rows.get(story) ?? [])) {
      const line = all.get(row) ?? lineAt(standing, row);
      if (!line.outputs.includes(output))
        all.set(row, { ...line, outputs: [...line.outputs, output] });
    }
  }
  return all;
}
