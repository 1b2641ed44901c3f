// Labels that stand at a headline or a note, in the language of the page.

import type { Correction, Genre, Story } from "../news/newspaper.ts";
import { type Note, type GenreLabel } from "./page.ts";
import { timeOf } from "./dates.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Words } from "./words/words.ts";

/** "Analysis", "Sponsored"; undefined for plain news, which needs no label. */
export function genreLabel(genre: Genre, words: Words): GenreLabel | undefined {
  return genre === "news" ? undefined : { label: words[genre], sponsored: genre === "sponsored" };
}

/** "Draft", "Scheduled for 5 May 2026, 06:00 UTC"; undefined for what readers see. */
export function previewLabel(
  { unpublished, published }: Story,
  words: Words,
  language: string,
  zone: string,
): string | undefined {
  if (unpublished !== "scheduled") return unpublished && words.draft;
  return words.scheduled.replace("{date}", timeOf(published, language, zone).text);
}

const NOTE_WORDS = {
  correction: "correction",
  clarification: "clarification",
  "editors-note": "editorsNote",
  update: "update",
} as const satisfies Record<Correction["kind"], keyof Words>;

/** A correction as readers see it. AP: "a correction must always be labeled a correction". */
export function noteOf(
  { kind, date, text }: Correction,
  words: Words,
  language: string,
  zone: string,
): Note {
  const label = words[NOTE_WORDS[kind]];
  return { kind, label, date: timeOf(date, language, zone), paragraphs: paragraphsOf(text) };
}

/** Corrections and editor's notes stand above the text, the others below it. */
export function isSerious({ kind }: Correction): boolean {
  return kind === "correction" || kind === "editors-note";
}
