// The ledger of corrections: all that the paper has put right, and every story it has taken back, in
// one list. It has a page once there is something to list, or something the newsroom says of it.

import type { SiteSpec } from "../source/site-schema.ts";
import type { FiledPage } from "./file-page.ts";
import type { FiledStory } from "./file-story.ts";
import type {
  Correction,
  KilledStory,
  LedgerEntry,
  Newspaper,
  PlainPage,
  Story,
} from "./newspaper.ts";

/** Where it stands; the text of a plain page at this address opens it. */
export const LEDGER_ADDRESS = "/corrections/";

/**
 * Whether the paper has a ledger: a correction readers can see, a page of its own, or a policy that
 * names it. The last keeps a paper from failing on the day its one corrected story expires.
 */
export function hasLedger(
  filed: readonly FiledStory[],
  pages: readonly FiledPage[],
  { policies }: Pick<SiteSpec, "policies">,
): boolean {
  return (
    policies["corrections"] === LEDGER_ADDRESS ||
    pages.some(({ state, address }) => state === "live" && address === LEDGER_ADDRESS) ||
    filed.some(({ state, corrections }) => SHOWN.has(state) && corrections.length > 0)
  );
}

const SHOWN: ReadonlySet<FiledStory["state"]> = new Set(["live", "killed"]);

/** What the newsroom says above its corrections: its plain page at their address. */
export function ledgerOpening({ pages }: Pick<Newspaper, "pages">): PlainPage | undefined {
  return pages.find(({ address }) => address === LEDGER_ADDRESS);
}

/** Newest first. What a preview alone shows has no reader yet who could have been misled. */
export function ledgerEntries(
  stories: readonly Story[],
  killed: readonly KilledStory[],
): readonly LedgerEntry[] {
  const published = stories.filter(({ unpublished }) => unpublished === undefined);
  const notices = killed.map((story) => entryOf(story, story.notice));
  return [...published.flatMap(entriesOf), ...notices].sort(newestFirst);
}

/** A published story with its corrections. */
export type StoryInLedger = Pick<Story, "id" | "address" | "syndicate" | "corrections">;

/** The ledger with these stories as they are now, and all others as they are in it. */
export function ledgerWith(
  ledger: readonly LedgerEntry[],
  stories: readonly StoryInLedger[],
): readonly LedgerEntry[] {
  const ids = new Set(stories.map(({ id }) => id));
  const others = ledger.filter(({ id }) => !ids.has(id));
  return [...others, ...stories.flatMap(entriesOf)].sort(newestFirst);
}

function entriesOf(story: StoryInLedger): readonly LedgerEntry[] {
  return story.corrections.toReversed().map((correction) => entryOf(story, correction));
}

function entryOf(story: Omit<LedgerEntry, "correction">, correction: Correction): LedgerEntry {
  const { id, address, syndicate } = story;
  return { id, address, syndicate, correction };
}

/** Equal times by address, so that the order of files says nothing. */
function newestFirst(a: LedgerEntry, b: LedgerEntry): number {
  const later = b.correction.date.instant - a.correction.date.instant;
  if (later !== 0 || a.address === b.address) return later;
  return a.address < b.address ? -1 : 1;
}
