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

export function graphemesOf(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** "612 kB". */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
