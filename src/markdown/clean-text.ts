// The text as the parser reads it: line feeds only, nothing that no format allows. The link slots
// (`link-slots.ts`) rely on this: U+0001 never comes from a writer.

import { dropForbidden, unifyLineEnds } from "../source/forbidden-characters.ts";

/** The text as the parser reads it: line feeds only, no forbidden character. */
export function cleanText(text: string): string {
  return dropForbidden(unifyLineEnds(text));
}

/** Where each character of the cleaned line stands in the line as written; all from 0. */
export function columnsAsWritten(written: string): number[] {
  const columns: number[] = [];
  let index = 0;
  for (const character of written) {
    for (let unit = 0; unit < dropForbidden(character).length; unit++) columns.push(index + unit);
    index += character.length;
  }
  return columns;
}
