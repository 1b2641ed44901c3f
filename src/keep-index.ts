// The index of the content between builds: `source/` keeps what a header says, `markdown/` the facts
// of the text; here the two are put together, since neither room knows the other's half.

import { join } from "node:path";
import type { BuildOrder } from "./build-order.ts";
import type { KeptText, KnownText, TextFacts } from "./markdown/known-text.ts";
import type { KeptTexts } from "./markdown/read-texts.ts";
import type { Problem } from "./problems/problem.ts";
import type { ReadStory } from "./read-batch.ts";
import type { Content } from "./source/content.ts";
import {
  type ContentIndex,
  type IndexEntry,
  isSameStamp,
  readIndex,
  type Stamp,
  writeIndex,
} from "./source/content-index.ts";
import { pressEdition } from "./source/press-edition.ts";

/** The index while a paper is made. */
export interface IndexOfPaper {
  readonly path: string;
  readonly edition: string;
  /** Both grow when stories are read ahead. */
  readonly stories: ContentIndex<TextFacts>;
  readonly texts: KeptTexts;
  /** Stories that were on disk. */
  readonly kept: number;
  readonly add: (story: ReadStory) => void;
}

/** What an earlier build has kept of this content; nothing when the order says to forget it. */
export function openIndex({ stateFolder, contentFolder, clean }: BuildOrder): IndexOfPaper {
  const path = join(stateFolder, "content-index");
  const edition = `${pressEdition()} ${contentFolder}`;
  const known = clean ? undefined : readIndex<TextFacts>(path, edition);
  const stories = new Map(known?.stories);
  const texts = new Map<string, KeptText>(stories);
  const add = ({ sealed, ...entry }: ReadStory) => {
    stories.set(entry.file, entry);
    texts.set(entry.file, { facts: entry.facts, sealed });
  };
  return { path, edition, stories, texts, kept: known?.count ?? 0, add };
}

/** Whether a story is what it was when it was indexed. */
export function isIndexed(
  file: string,
  { stories }: IndexOfPaper,
  stamps: ReadonlyMap<string, Stamp>,
): boolean {
  const [known, stamp] = [stories.get(file), stamps.get(file)];
  return known !== undefined && stamp !== undefined && isSameStamp(known.stamp, stamp);
}

/**
 * Keeps what was learned now, if it is more than was known: sound stories without a problem. Of a
 * story that was withdrawn no word is kept.
 */
export function keepIndex(
  { path, edition, stories, kept }: IndexOfPaper,
  content: Content,
  texts: ReadonlyMap<string, KnownText>,
  problems: readonly Problem[],
): void {
  const lasting = content.stories.filter(({ spec }) => spec.status !== "withdrawn");
  const isKnown = lasting.length > 0 && lasting.every(({ isUnchanged }) => isUnchanged);
  if (isKnown && lasting.length === kept && stories.size === kept) return;
  const faulty = new Set(problems.map(({ file }) => file));
  const entries = lasting.flatMap(({ file, spec, hash, textLine, stamp }) => {
    const facts = texts.get(file)?.facts;
    const isSound = stamp && facts && !faulty.has(file);
    return isSound
      ? [{ file, stamp, spec, hash, textLine, facts } satisfies IndexEntry<TextFacts>]
      : [];
  });
  writeIndex(path, edition, entries);
}
