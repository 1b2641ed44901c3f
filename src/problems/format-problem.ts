// A problem as text: where, what, the line itself, the cure.
//
//   content/articles/budget.md:4:10 error: “polltics” is not a section of this newspaper.
//     4 | section: polltics
//     Did you mean “politics”?

import type { LocatedLine, LocatedProblem } from "./located-problem.ts";
import { visible } from "./visible.ts";

/** A shown line is no longer than this; a longer one is cut around the column. */
const WIDEST = 100;

/** How much of a cut line stands before the column. */
const BEFORE = 40;

/**
 * The problem as lines of plain text without a final line end.
 *
 * @param root goes before the file's name
 * @param weight what is merely advised is no error
 */
export function formatProblem(
  problem: LocatedProblem,
  root: string,
  weight: "error" | "advice" = "error",
): string {
  const { file, at, message, cure } = problem;
  const place = at ? `:${at.line}:${at.column}` : "";
  const lines = [`${visible(`${root}/${file}`)}${place} ${weight}: ${visible(message)}`];
  if (at?.text !== undefined) lines.push(...showLine(at, at.text));
  if (cure) lines.push(`  ${visible(cure)}`);
  return lines.join("\n");
}

function showLine({ line, column }: LocatedLine, text: string): string[] {
  const window = cut(text, column);
  const shown = `  ${line} | ${window.lead}${visible(window.before)}${visible(window.after)}${window.tail}`;
  if (!needsCaret(text, column)) return [shown.trimEnd()];
  const gutter = " ".repeat(String(line).length + 2);
  const indent = " ".repeat(widthOf(window.lead + visible(window.before)));
  return [shown.trimEnd(), `${gutter} | ${indent}^`];
}

/** The part of a long line around the column, split there. */
function cut(text: string, column: number) {
  const middle = Math.min(Math.max(column - 1, 0), text.length);
  const isLong = text.length > WIDEST;
  const start = isLong ? wholeCharacter(text, Math.max(0, middle - BEFORE)) : 0;
  const end = isLong ? wholeCharacter(text, Math.min(text.length, start + WIDEST)) : text.length;
  return {
    lead: start > 0 ? "…" : "",
    before: text.slice(start, middle),
    after: text.slice(middle, end),
    tail: end < text.length ? "…" : "",
  };
}

/** The same place, or one further on when that would split a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const isSplit = /^[\udc00-\udfff]/.test(text.slice(index, index + 1));
  return isSplit ? index + 1 : index;
}

/** A mark below the line helps unless the place is the line's first word or a field's whole value. */
function needsCaret(text: string, column: number): boolean {
  return !/^\s*(?:- +)?(?:[\w-]+:\s*)?$/.test(text.slice(0, column - 1));
}

const NO_WIDTH = /^\p{M}|^[\u200c\u200d]/u;
const DOUBLE_WIDTH =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns of a terminal that the text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) width += DOUBLE_WIDTH.test(character) ? 2 : 1;
  }
  return width;
}
