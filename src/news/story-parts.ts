// What a story says of itself in words that the whole press shares: when, of what kind, and what was
// put right. The story and the paper around it are in `newspaper.ts`.

/** A point in time with the newspaper's own clock reading of it. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly instant: number;
  /** In the newspaper's zone with its numeric offset: `2026-03-08T21:30:00-04:00`. */
  readonly iso: string;
  /** The newsroom gave a day and no time: readers are shown the day alone. */
  readonly isDayOnly?: true;
}

/** What kind of text a story is. */
export type Genre =
  | "news"
  | "analysis"
  | "opinion"
  | "review"
  | "explainer"
  | "obituary"
  | "sponsored"
  | "satire";

/** A note on what was put right, or has happened since. */
export interface Correction {
  /** Tells it from the others of its story, whatever becomes of those: `2026-11-12T10:20:00`. */
  readonly key: string;
  readonly date: Moment;
  readonly kind: "correction" | "clarification" | "editors-note" | "update";
  readonly text: string;
}
