// What the desk reads after a build: one glance, then the details.

import type { BuildSummary } from "../build-order.ts";

/** The summary in words. The time comes from the caller: only the door has a clock. */
export function summaryText(summary: BuildSummary, milliseconds: number): string {
  const { stories, pages, printed, files, pictures, nextChange } = summary;
  return [
    `Published ${count(stories, "story", "stories")} on ${count(pages, "page")} in ${seconds(milliseconds)}.`,
    `  pages     ${printed} printed, ${pages - printed} unchanged`,
    `  pictures  ${pictures.encoded} encoded, ${pictures.planned - pictures.encoded} unchanged`,
    `  files     ${files.written} written, ${files.kept} kept, ${files.removed} removed`,
    nextChange
      ? `  next      ${nextChange.at.iso}: ${nextChange.file} ${nextChange.what}; build again then`
      : "  next      nothing is scheduled",
  ].join("\n");
}

/** "Pictures: 12 of 40". */
export function progressLine(done: number, total: number): string {
  return `Pictures: ${done} of ${total}`;
}

function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
