// What every composing function needs to look things up and to report what it cannot find.

import type { KnownText } from "../markdown/known-text.ts";
import { nearest } from "../problems/nearest.ts";
import type { Place, Problem } from "../problems/problem.ts";
import type { Content } from "../source/content.ts";
import { momentAt, readDate } from "./newsroom-clock.ts";
import type { Moment } from "./newspaper.ts";

/** The lookups that stand before any story is read. */
export interface Desk {
  readonly content: Content;
  readonly texts: ReadonlyMap<string, KnownText>;
  readonly timezone: string;
  readonly language: string;
  readonly now: Moment;
  /** Shows drafts and scheduled stories too: a preview. */
  readonly drafts: boolean;
  readonly report: (problem: Problem) => void;
}

export interface NewspaperOptions {
  /** Milliseconds since 1970, UTC: the moment this is the newspaper of. */
  readonly now: number;
  /** Replaces the `url` of `site.yaml`. */
  readonly baseUrl?: string;
  /** Shows drafts and scheduled stories too, marked as such: a preview. */
  readonly drafts: boolean;
}

/** @param problems grows with all that is reported */
export function openDesk(
  content: Content,
  texts: ReadonlyMap<string, KnownText>,
  { now, drafts }: NewspaperOptions,
  problems: Problem[],
): Desk {
  const { timezone, language } = content.site;
  return {
    content,
    texts,
    timezone,
    language: canonicalLanguage(language),
    now: momentAt(now, timezone),
    drafts,
    report: (problem) => problems.push(problem),
  };
}

/** As BCP 47 writes it: `en-gb` is `en-GB`. */
export function canonicalLanguage(language: string): string {
  return Intl.getCanonicalLocales(language)[0] ?? language;
}

/** Reads a date field on the paper's clock; reports what is wrong with it. */
export function dateOf(
  desk: Desk,
  file: string,
  place: Place,
  written: string | undefined,
): Moment | undefined {
  if (written === undefined) return undefined;
  const read = readDate(written, desk.timezone);
  if (read.kind === "moment") return read.moment;
  desk.report({ file, place, message: read.message, cure: read.cure });
  return undefined;
}

/** “Did you mean …?” when one of the candidates is near, else the other sentence. */
export function didYouMean(
  written: string,
  candidates: Iterable<string>,
  otherwise: string,
): string {
  const near = nearest(written, [...candidates]);
  return near === undefined ? otherwise : `Did you mean “${near}”?`;
}
