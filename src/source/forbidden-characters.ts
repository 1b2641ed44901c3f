// Characters that no reader can see. Those that no format allows are dropped where text is read, before
// anything looks at it, so that none can reach a page, a feed or the metadata of a picture; the others
// have their use between letters, but are no text by themselves.

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

/** What Unicode draws as nothing: white space, and joiners, marks of direction, fillers and the like. */
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** A reader sees something of it. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Line ends as line feeds. */
export function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
