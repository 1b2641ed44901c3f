// Places where a long address, an endless word, or whatever else no browser breaks may go on in the next
// line, on pages without a style sheet: behind a mark where there is one. Not a character is added that
// somebody might copy.

import { hasLongRun } from "./long-run.ts";

/** Markup in which no attribute holds a `>`, with these places; done twice, it is as done once. */
export function withLineBreaks(html: string): string {
  if (!hasLongRun(html, LONG)) return html;
  return html.replaceAll(TAG_OR_LONG, (found) =>
    found.startsWith("<") ? found : found.replaceAll(LINE_OF_LONG, "$&<wbr>"),
  );
}

/** Characters, of which each has one unit of UTF-16 or more. */
const LONG = 24;

/** A character of scripts that are written with spaces; others are broken anywhere. */
const CHARACTER = String.raw`(?:&#?\w+;|(?!\p{M})[!-%'-;=?-~\u00A1-\u05FF])\p{M}*`;
const TAG_OR_LONG = new RegExp(`<[^>]*>|(?:${CHARACTER}){${LONG},}`, "gu");
const LINE_OF_LONG = new RegExp(`(?:${CHARACTER}){5,12}?[/?=_.-]+|(?:${CHARACTER}){12}`, "gu");
