// The page of the paper's corrections: what the newsroom says of them, then each with its date and
// its story, newest first. Numbered pages for the older ones count from the oldest, like those of
// every list, so a new correction changes the first page alone.

import { LEDGER_ADDRESS, ledgerOpening } from "../news/ledger.ts";
import type { LedgerEntry, Newspaper, PlainPage, Story } from "../news/newspaper.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { collectionPage } from "./head/collection-page.ts";
import { headFor } from "./head/head-for.ts";
import { publisherObject } from "./head/publisher.ts";
import { noteOf } from "./labels.ts";
import { pagesOf } from "./list-paging.ts";
import type { CorrectedStory, CorrectionsProps, Head, PlannedPage } from "./page.ts";
import { figureFor, type PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { openingOf, printedText } from "./printed-text.ts";
import { sheetFor } from "./sheet.ts";
import type { StoryIndex } from "./story-index.ts";
import { hrefTo } from "./urls.ts";
import { directionOf, wordsFor } from "./words/words-for.ts";

/** All that one page is made from. */
interface LedgerCut {
  readonly address: string;
  readonly entries: readonly LedgerEntry[];
  /** The newsroom's own words; on the first page alone. */
  readonly opening?: PlainPage;
  /** Which of the numbered pages it is. */
  readonly number?: number;
  readonly olderNumber?: number;
}

/** None where the paper has no ledger. */
export function correctionsPages(desk: PageDesk): readonly PlannedPage<CorrectionsProps>[] {
  const title = ledgerTitle(desk.paper);
  return cutsOf(desk.paper)
    .filter(({ address }) => desk.wants(address))
    .map((cut) => correctionsPage(title, cut, desk));
}

/** "Corrections", or what the newsroom calls them. */
export function ledgerTitle(paper: Pick<Newspaper, "pages" | "site">): string {
  return ledgerOpening(paper)?.title ?? wordsFor(paper.site.language).corrections;
}

/** The first page goes on to the newest of the numbered ones; number 1 is the oldest. */
function cutsOf(paper: Newspaper): readonly LedgerCut[] {
  if (!paper.ledger) return [];
  const { first, numbered } = pagesOf(paper.ledger);
  const opening = ledgerOpening(paper);
  return [first, ...numbered].map((run, number) => {
    const older = number === 0 ? numbered.length : number - 1;
    return {
      address: ledgerPageAddress(number),
      entries: run,
      ...(number === 0 && opening && { opening }),
      ...(number > 0 && { number }),
      ...(older > 0 && { olderNumber: older }),
    };
  });
}

/** @param number 0 for the first page */
export function ledgerPageAddress(number: number): string {
  return number === 0 ? LEDGER_ADDRESS : `${LEDGER_ADDRESS}page/${number}/`;
}

function correctionsPage(
  title: string,
  cut: LedgerCut,
  desk: PageDesk,
): PlannedPage<CorrectionsProps> {
  const { address, entries, opening, ...numbers } = cut;
  for (const picture of opening?.text.pictures ?? []) figureFor(desk, picture, "text");
  const origin = opening?.file ?? `the corrections ${address}`;
  const own = [desk.settings, { title, numbers, opening }];
  const matter = [...own, ...entries.map((entry) => entryMatter(entry, desk.index))];
  const shows = storiesOf(entries, desk.index);
  const place = { kind: "corrections", address, origin, shows } as const;
  return plannedLater(place, matter, () => props(title, cut, desk));
}

/** All that the ledger shows of a correction and its story; in a feed, too. */
export function entryMatter(entry: LedgerEntry, { byId }: StoryIndex): object {
  const { headline, language } = byId.get(entry.id) ?? {};
  return { ...entry, headline, language };
}

/** The live ones, each once. */
export function storiesOf(entries: readonly LedgerEntry[], { byId }: StoryIndex): readonly Story[] {
  return [...new Set(entries.flatMap(({ id }) => byId.get(id) ?? []))];
}

function props(title: string, cut: LedgerCut, desk: PageDesk): CorrectionsProps {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const { address, entries, opening, number, olderNumber } = cut;
  const pageLabel =
    number === undefined
      ? undefined
      : words.olderCorrectionsPage.replace("{number}", String(number));
  return {
    kind: "corrections",
    ...sheetFor(desk, { head: headOf(cut, title, pageLabel, desk), address }),
    title,
    opening: opening ? printedText(opening.text, desk) : [],
    ...(pageLabel !== undefined && { pageLabel }),
    entries: entries.map((entry) => correctedStory(entry, desk)),
    ...(olderNumber !== undefined && {
      older: { label: words.olderCorrections, url: hrefTo(site, ledgerPageAddress(olderNumber)) },
    }),
    ...(number !== undefined && { latest: { label: title, url: hrefTo(site, LEDGER_ADDRESS) } }),
  };
}

function correctedStory(
  { id, address, correction }: LedgerEntry,
  { paper: { site }, index }: PageDesk,
): CorrectedStory {
  const words = wordsFor(site.language);
  const note = noteOf(correction, words, site.language, site.timezone);
  const url = hrefTo(site, address);
  const { headline = words.killedTitle, language = site.language } = index.byId.get(id) ?? {};
  return {
    story: { label: headline, url },
    note,
    ...(language !== site.language && { language, direction: directionOf(language) }),
  };
}

function headOf(
  { address, opening }: LedgerCut,
  name: string,
  pageLabel: string | undefined,
  desk: PageDesk,
): Head {
  const { site } = desk.paper;
  const title = pageLabel === undefined ? name : `${name}: ${pageLabel}`;
  const said = opening && (opening.description ?? openingOf(opening.text));
  return headFor(desk, {
    title,
    description: said ?? `${title}: ${site.description ?? site.title}`,
    address,
    language: site.language,
    feeds: { title: name, address: LEDGER_ADDRESS },
    type: "website",
    graph: [
      collectionPage(site, { name: title, address }),
      publisherObject(desk),
      breadcrumb(site, [{ name, address: LEDGER_ADDRESS }]),
    ],
  });
}
