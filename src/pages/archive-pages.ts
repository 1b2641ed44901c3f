// The archive: its years, and a page for each year, month and day on which something was published.
// A page names what is one and two steps below it and counts nothing, so a new story changes the
// page of its day and of its month, and a year only with the first story of a day.

import { archiveAddress, dayOf, periodsOf } from "../news/archive.ts";
import type { Story } from "../news/newspaper.ts";
import { periodName } from "./archive-dates.ts";
import { grouped } from "./grouped.ts";
import { breadcrumb } from "./head/breadcrumb.ts";
import { collectionPage } from "./head/collection-page.ts";
import { headFor } from "./head/head-for.ts";
import { publisherObject } from "./head/publisher.ts";
import { pagesOf } from "./list-paging.ts";
import { teaserMatter } from "./matter.ts";
import type { ArchivePeriod, ArchiveProps, Head, Link, PlannedPage } from "./page.ts";
import type { PageDesk } from "./page-desk.ts";
import { plannedLater } from "./planned-page.ts";
import { sheetFor } from "./sheet.ts";
import { teaserOf } from "./teaser.ts";
import { hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** Headlines on a numbered page of a month: nothing but headlines stand there. */
const MONTH_LENGTH = 120;

/** All that one page is made from. */
interface ArchiveCut {
  /** `2019`, `2019-05`, `2019-05-31`; empty for the archive itself. */
  readonly period: string;
  readonly address: string;
  /** What stands on it: each period one step below, or the day itself. */
  readonly sections: readonly ArchiveSection[];
  /** Which of the numbered pages it is. */
  readonly number?: number;
  readonly olderNumber?: number;
}

/** A heading, and below it either periods or stories. */
interface ArchiveSection {
  readonly period: string;
  readonly parts: readonly string[];
  readonly stories: readonly Story[];
}

/** Periods by the one they are part of, newest first. */
type Parts = ReadonlyMap<string, readonly string[]>;

/** The archive itself, its years, months and days. */
export function archivePages(desk: PageDesk): readonly PlannedPage<ArchiveProps>[] {
  const periods = [...periodsOf(desk.index.byDay.keys())].sort().reverse();
  const parts = grouped(periods, (period) => [wholeOf(period)]);
  const wanted = ["", ...periods].filter((period) => desk.wants(archiveAddress(period)));
  return wanted.flatMap((period) =>
    cutsOf(period, parts, desk).map((cut) => archivePage(cut, desk)),
  );
}

/** `2019-05-31` → `2019-05` → `2019` → the archive. */
function wholeOf(period: string): string {
  return period.slice(0, Math.max(0, period.lastIndexOf("-")));
}

/** Stories stand on the pages of months and days; those of years and the archive have no numbers. */
function cutsOf(period: string, parts: Parts, { index }: PageDesk): readonly ArchiveCut[] {
  const address = archiveAddress(period);
  const below = parts.get(period) ?? [];
  if (stepOf(period) < MONTH) {
    const sections = below.map((part) => ({
      period: part,
      parts: parts.get(part) ?? [],
      stories: [],
    }));
    return [{ period, address, sections }];
  }
  const days = stepOf(period) === MONTH ? below : [period];
  const stories = days.flatMap((day) => index.byDay.get(day) ?? []);
  const { first, numbered } = pagesOf(stories, stepOf(period) === MONTH ? MONTH_LENGTH : undefined);
  return [first, ...numbered].map((run, number) => ({
    period,
    address: number === 0 ? address : `${address}page/${number}/`,
    sections: sectionsByDay(run),
    ...(number > 0 && { number }),
    ...olderThan(number, numbered.length),
  }));
}

/** The first page goes on to the newest of the numbered ones; number 1 is the oldest. */
function olderThan(number: number, last: number): Pick<ArchiveCut, "olderNumber"> {
  const older = number === 0 ? last : number - 1;
  return older > 0 ? { olderNumber: older } : {};
}

function sectionsByDay(stories: readonly Story[]): readonly ArchiveSection[] {
  const days = grouped(stories, ({ published }) => [dayOf(published)]);
  return [...days].map(([period, ofDay]) => ({ period, parts: [], stories: ofDay }));
}

const MONTH = 2;

/** 0 for the archive, 1 for a year, 2 for a month, 3 for a day. */
function stepOf(period: string): number {
  return period === "" ? 0 : period.split("-").length;
}

function archivePage(cut: ArchiveCut, desk: PageDesk): PlannedPage<ArchiveProps> {
  const { address, sections, ...numbers } = cut;
  const parts = sections.map((section) => [section.period, section.parts]);
  const stories = sections.flatMap((section) => section.stories);
  const origin = `the archive ${address}`;
  const place = { kind: "archive", address, origin, shows: stories } as const;
  const matter = [desk.settings, [numbers, parts], ...stories.map(teaserMatter)];
  return plannedLater(place, matter, () => props(cut, desk));
}

function props(cut: ArchiveCut, desk: PageDesk): ArchiveProps {
  const { site } = desk.paper;
  const words = wordsFor(site.language);
  const { period, address, number, olderNumber } = cut;
  const title = titleOf(period, desk);
  const pageLabel =
    number === undefined ? undefined : words.olderStoriesPage.replace("{number}", String(number));
  const own = archiveAddress(period);
  return {
    kind: "archive",
    ...sheetFor(desk, { head: headOf(cut, title, pageLabel, desk), address }),
    title,
    trail: trailOf(period).map((whole) => linkTo(whole, titleOf(whole, desk), desk)),
    ...(pageLabel !== undefined && { pageLabel }),
    periods: cut.sections.map((section) => periodOf(section, cut, desk)),
    ...(olderNumber !== undefined && {
      older: { label: words.olderStories, url: hrefTo(site, `${own}page/${olderNumber}/`) },
    }),
    ...(number !== undefined && { latest: { label: title, url: hrefTo(site, own) } }),
  };
}

/** The periods that hold this one, widest first, the archive included. */
function trailOf(period: string): readonly string[] {
  if (period === "") return [];
  const whole = wholeOf(period);
  return [...trailOf(whole), whole];
}

const TITLE_FORMS = ["year", "year", "monthOfYear", "wholeDay"] as const;
const PART_FORMS = ["year", "year", "month", "day"] as const;

/** "Archive", "2019", "May 2019", "31 May 2019". */
function titleOf(period: string, { paper: { site } }: PageDesk): string {
  const form = TITLE_FORMS[stepOf(period)] ?? "wholeDay";
  return period === "" ? wordsFor(site.language).archive : periodName(period, form, site.language);
}

/** Below its year a month is "May", below its month a day is "31". */
function partLink(part: string, desk: PageDesk): Link {
  const form = PART_FORMS[stepOf(part)] ?? "day";
  return linkTo(part, periodName(part, form, desk.paper.site.language), desk);
}

function linkTo(period: string, label: string, { paper: { site } }: PageDesk): Link {
  return { label, url: hrefTo(site, archiveAddress(period)) };
}

function periodOf(
  { period, parts, stories }: ArchiveSection,
  cut: ArchiveCut,
  desk: PageDesk,
): ArchivePeriod {
  return {
    ...(period !== cut.period && { heading: linkTo(period, titleOf(period, desk), desk) }),
    parts: parts.map((part) => partLink(part, desk)),
    teasers: stories.map((story) => teaserOf(story, desk, { picture: "none", kicker: "section" })),
  };
}

function headOf(
  { period, address }: ArchiveCut,
  name: string,
  pageLabel: string | undefined,
  desk: PageDesk,
): Head {
  const { site } = desk.paper;
  const title = pageLabel === undefined ? name : `${name}: ${pageLabel}`;
  return headFor(desk, {
    title,
    description: `${title}: ${site.description ?? site.title}`,
    address,
    language: site.language,
    type: "website",
    graph: [
      collectionPage(site, { name: title, address }),
      publisherObject(desk),
      breadcrumb(
        site,
        [...trailOf(period), period].map((step) => ({
          name: titleOf(step, desk),
          address: archiveAddress(step),
        })),
      ),
    ],
  });
}
