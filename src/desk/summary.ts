// What the desk reads after a build: one glance, then the details.

import type { BuildSummary } from "../build-order.ts";

/** What the door knows about a build and the build does not. */
export interface BuildCircumstances {
  /** The output as it was typed. */
  readonly output: string;
  /** A preview, with drafts and scheduled stories. */
  readonly drafts: boolean;
  /** From the start of the process to the end of the build: only a door has a clock. */
  readonly milliseconds: number;
}

/** The summary in words. */
export function summaryText(summary: BuildSummary, circumstances: BuildCircumstances): string {
  const { read, pages, printed, files, pictures, nextChange } = summary;
  return [
    firstLine(summary, circumstances),
    `  read      ${counts(read)}`,
    `  pages     ${printed} printed, ${pages - printed} unchanged`,
    `  pictures  ${pictures.encoded} encoded, ${pictures.planned - pictures.encoded} unchanged`,
    `  files     ${files.written} written, ${files.kept} kept, ${files.removed} removed`,
    nextChange
      ? `  next      ${nextChange.at.iso}: ${nextChange.file} ${nextChange.what}; build again then`
      : "  next      nothing is scheduled",
  ].join("\n");
}

function firstLine(
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

/** The summary for a program that reads it: one JSON object. */
export function summaryJson(
  summary: BuildSummary,
  { drafts, milliseconds }: BuildCircumstances,
): string {
  return JSON.stringify({
    published: true,
    preview: drafts,
    ...summary,
    milliseconds: Math.round(milliseconds),
  });
}

/** "Pictures: 12 of 40". */
export function progressLine(done: number, total: number): string {
  return `Pictures: ${done} of ${total}`;
}

/** "1 story", "2 stories". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
