// The desk's own limits: what is longer or heavier still works, but not as it was meant.

export const LIMITS = {
  /** Characters of a headline that a reader takes in at a glance. */
  headline: 100,
  /** Characters of a title that search engines show before they cut it. */
  searchTitle: 55,
  /** Of the description below it. */
  searchDescription: 150,
  /** Of a title on a social network: X shows the fewest. */
  shareTitle: 70,
  shareTitleFacebook: 80,
  shareDescription: 200,
  /** Of the words that stand for a shared picture. */
  shareAlt: 420,
  /** Bytes of a share card: WhatsApp shows no larger one. */
  shareCard: 600_000,
  /** Bytes of a page within which WhatsApp looks for the words of the card. */
  shareWordsWithin: 300_000,
  /** Bytes on the wire that a reader waits for: the page, its style sheets and the type it asks for first. */
  page: 75_000,
  /** Bytes of one picture file. */
  picture: 500_000,
} as const;

/** As a reader counts characters: an emoji is one. */
export function lengthOf(text: string): number {
  return graphemesOf(text).length;
}

/** In pieces, since the Segmenter hands out the whole text again with every character of it. */
export function graphemesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let begin = 0; begin < text.length;) {
    const end = begin + PIECE + (isFirstHalf(text, begin + PIECE - 1) ? 1 : 0);
    const piece = Array.from(graphemes.segment(text.slice(begin, end)), ({ segment }) => segment);
    // The last of a piece may go on in the next.
    if (end < text.length && piece.length > 1) piece.pop();
    found.push(...piece);
    begin += piece.reduce((length, segment) => length + segment.length, 0);
  }
  return found;
}

/** In UTF-16. */
const PIECE = 500;

/** Of a character that is written with two. */
function isFirstHalf(text: string, index: number): boolean {
  return text.charCodeAt(index) >> 10 === 0xd800 >> 10;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** "612 kB". */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
