// Problems as the desk reads them: one each, then a last line that counts them, so that whoever sees
// only the end of a long report knows how long it is.

import type { SetAsideFile } from "../build-order.ts";
import { formatProblem } from "../problems/format-problem.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { count } from "./summary.ts";

/** How a terminal sets words apart; a file or a pipe gets them plain. */
export interface Colours {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
}

/** @param root what goes before the files' names: the content folder as it was typed */
export function problemReport(
  problems: readonly LocatedProblem[],
  root: string,
  colours: Colours,
): string {
  const folder = folderOf(root);
  return problems
    .map((problem) => `${inColour(formatProblem(problem, folder), colours)}\n\n`)
    .join("");
}

/** "3 problems in 2 files." */
export function problemCount(problems: readonly LocatedProblem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const where = files > 1 ? ` in ${files} files` : "";
  return `${count(problems.length, "problem")}${where}.`;
}

/** The problems for a program that reads them: one JSON object. */
export function problemsJson(problems: readonly LocatedProblem[]): string {
  return JSON.stringify({ published: false, problems: problemsPlain(problems) });
}

/** Problems as plain data. */
export function problemsPlain(problems: readonly LocatedProblem[]): readonly object[] {
  return problems.map(({ at, ...words }) => ({
    ...words,
    ...(at && { line: at.line, column: at.column }),
  }));
}

/** What the paper does without, before anything else is said. */
export function setAsideWords(files: readonly SetAsideFile[], root: string): string {
  const lines = files.map((one) => `  ${folderOf(root)}/${one.file}: ${whatReadersSee(one)}`);
  return [`${count(files.length, "file")} set aside:`, ...lines, ""].join("\n");
}

function whatReadersSee({ staysLive, oldPictures = [] }: SetAsideFile): string {
  if (!staysLive) return "not published";
  const old = oldPictures.length > 0 ? `, and still shows the old ${oldPictures.join(", ")}` : "";
  return `its last good version stays live${old}`;
}

/** The content folder as it was typed, without slashes at its end. */
function folderOf(root: string): string {
  return root.replace(/(?<=.)\/+$/, "");
}

const ERROR = " error: ";

/** The place bold, the word “error” red; the text itself stays as it is. */
function inColour(text: string, { bold, red }: Colours): string {
  const end = text.indexOf(ERROR);
  return `${bold(text.slice(0, end))} ${red("error:")} ${text.slice(end + ERROR.length)}`;
}
