// What the desk is told about a takedown. The addresses go to standard output, for the tool that
// purges them; these words go beside them.

import type { BuildSummary } from "../build-order.ts";
import { quote } from "../problems/quote.ts";
import { count } from "./summary.ts";

/** @param file relative to the content folder */
export function takenDown({
  file,
  purge,
  summary,
}: {
  readonly file: string;
  readonly purge: readonly string[];
  readonly summary?: Pick<BuildSummary, "files">;
}): string {
  return [
    `${file} is withdrawn, and nothing of it is left in the paper. Purge ${count(purge.length, "address", "addresses")} from caches, as listed.`,
    ...(summary?.files.releases?.earlier === 0
      ? ["No earlier release is left, so there is nothing to roll back to."]
      : []),
    "The file itself and its pictures still lie in the content folder, and in its history, if it has one.",
  ].join("\n");
}

/** @param marked the file in which the status stands already, relative to the content folder */
export function notTakenDown(marked: string | undefined): string {
  return marked === undefined
    ? "Nothing was changed; the story is as live as it was."
    : `${marked} is marked as withdrawn, but the paper could not be published: the story is as live as it was. Build once these are mended.`;
}

/** @param near what was probably meant */
export function unknownStory(name: string, near: string | undefined): string {
  const cure =
    near === undefined
      ? "Name it by its address (/2019/05/31/storm/), its id or its file."
      : `Did you mean “${near}”?`;
  return `there is no story or page ${quote(name)}. ${cure}`;
}
