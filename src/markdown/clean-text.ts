// Drops what no reader can see and no format allows, before anything reads the text. The link slots
// (`link-slots.ts`) rely on this: U+0001 never comes from a writer.

/**
 * Controls but tab and line feed, halves of surrogate pairs, and the two non-characters: XML 1.0
 * forbids U+0000–1F, surrogates, U+FFFE and U+FFFF; HTML calls U+007F–9F parse errors.
 */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu;

/** Visible ASCII, and what else a text is mostly made of: a quick look that spares the slow one. */
const HARMLESS = /^[\t\n -~\u00A0-\uD7FF]*$/;

/** The text without forbidden characters. */
export function dropForbidden(text: string): string {
  return HARMLESS.test(text) ? text : text.replace(FORBIDDEN, "");
}

/** The text as the parser reads it: line feeds only, no forbidden character. */
export function cleanText(text: string): string {
  return dropForbidden(unifyLineEnds(text));
}

/** Line ends as line feeds, so that lines before and after cleaning are the same lines. */
export function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
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
