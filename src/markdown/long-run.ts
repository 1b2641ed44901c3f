// Whether a text has anything that no browser would break, asked of every text that is read: it is
// looked for in strides of its length, so that most characters are never looked at.

/**
 * Whether somewhere in our own HTML, outside of tags, so many characters stand in a row without a space.
 *
 * @param length in UTF-16; a tag or a line end is a gap like a space, other kinds of spaces are none
 */
export function hasLongRun(html: string, length: number): boolean {
  for (let end = length - 1; end < html.length;) {
    const gap = lastGap(html, end, end - length);
    if (gap > end - length) {
      end = gap + length;
      continue;
    }
    const tag = html.lastIndexOf("<", end);
    const tagEnd = tag === -1 ? -1 : html.indexOf(">", tag);
    if (tagEnd < end) return true;
    end = tagEnd + length;
  }
  return false;
}

/** The last gap at or before `at`; `before` where there is none behind that. */
function lastGap(html: string, at: number, before: number): number {
  let gap = at;
  while (gap > before && !isGap(html.charCodeAt(gap))) gap -= 1;
  return gap;
}

function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x3c || unit === 0x3e;
}
