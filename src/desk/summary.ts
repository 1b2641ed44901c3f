// What the desk reads after a build: one glance, then the details.

import type { BuildSummary, SearchReport } from "../build-order.ts";
import type { NextChange } from "../news/newspaper.ts";
import type { ReleaseReport } from "../publish/staged-file.ts";

/** What the door knows about a build and the build does not. */
export interface BuildCircumstances {
  /** The output as it was typed. */
  readonly output: string;
  /** A preview, with drafts and scheduled stories. */
  readonly drafts: boolean;
  /** From the start of the process until readers had the paper: only a door has a clock. */
  readonly milliseconds: number;
  /** From then until its search was indexed, for a paper that has one. */
  readonly searchMilliseconds?: number;
}

/** The summary in words. */
export function summaryText(summary: BuildSummary, circumstances: BuildCircumstances): string {
  const { read, pages, printed, files, pictures, copies, search, nextChange } = summary;
  return [
    publishedLine(summary, circumstances),
    `  read      ${counts(read)}`,
    `  pages     ${printed} printed, ${pages - printed} unchanged`,
    `  pictures  ${pictures.encoded} encoded, ${pictures.planned - pictures.encoded} unchanged`,
    `  files     ${files.written} written, ${files.kept} kept, ${files.removed} removed`,
    ...(files.releases ? [`  release   ${releaseLine(files.releases)}`] : []),
    ...(copies
      ? [`  copies    ${copies.made} compressed, ${copies.all - copies.made} unchanged`]
      : []),
    ...(search ? [`  search    ${searchLine(search, circumstances)}`] : []),
    `  next      ${dueWords(nextChange)}${nextChange ? "; build again then" : ""}`,
  ].join("\n");
}

/** "2026-05-05T06:00:00+01:00: articles/storm.md publishes", or that nothing is. */
export function dueWords(nextChange: NextChange | undefined): string {
  if (!nextChange) return "nothing is scheduled";
  return `${nextChange.at.iso}: ${nextChange.file} ${nextChange.what}`;
}

/** What was published, where and how fast: the summary's first line. */
export function publishedLine(
  { stories, pages }: BuildSummary,
  { output, drafts, milliseconds }: BuildCircumstances,
): string {
  const what = `${count(stories, "story", "stories")} on ${count(pages, "page")}`;
  const where = `${output} in ${(milliseconds / 1000).toFixed(2)} s`;
  return drafts
    ? `Printed a preview of ${what}, drafts included, in ${where}. It is not for readers.`
    : `Published ${what} in ${where}.`;
}

function counts({ stories, authors, pages, pictures }: BuildSummary["read"]): string {
  return [
    count(stories, "story", "stories"),
    count(authors, "author"),
    count(pages, "plain page"),
    count(pictures, "picture"),
  ].join(", ");
}

/** Apart from the rest: readers had the paper before any of it was done. */
function searchLine({ parts, indexed, stories }: SearchReport, circumstances: BuildCircumstances) {
  const { searchMilliseconds = 0 } = circumstances;
  const unchanged = `${parts - indexed} unchanged`;
  if (indexed === 0) return unchanged;
  const made = `${count(indexed, "part")} indexed (${count(stories, "story", "stories")})`;
  return `${made}, ${unchanged}; ${(searchMilliseconds / 1000).toFixed(2)} s after publishing`;
}

function releaseLine({ current, earlier, removed, removedAsWithdrawn }: ReleaseReport): string {
  return [
    `${current} is live, ${earlier} more to roll back to`,
    ...(removed > 0 ? [`${removed} removed as too old`] : []),
    ...(removedAsWithdrawn > 0
      ? [`${removedAsWithdrawn} removed for what they showed and no longer may`]
      : []),
  ].join(", ");
}

/**
 * The summary for a program that reads it: one JSON object.
 *
 * @param problems of files that were set aside
 */
export function summaryJson(
  summary: BuildSummary,
  { drafts, milliseconds, searchMilliseconds }: BuildCircumstances,
  problems: readonly object[],
): string {
  return JSON.stringify({
    published: true,
    preview: drafts,
    ...summary,
    ...(problems.length > 0 && { problems }),
    milliseconds: Math.round(milliseconds),
    ...(summary.search && { searchMilliseconds: Math.round(searchMilliseconds ?? 0) }),
  });
}

/** "1 story", "2 stories". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
