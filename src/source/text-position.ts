// From an offset in a text to the line and column an editor shows.

import { position, type Position } from "../problems/problem.ts";

/** The place of `offset` in a text whose first line is line `firstLine` of its file. */
export function positionAt(text: string, offset: number, firstLine: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = firstLine;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line++;
  return position(line, offset - lineStart + 1);
}
