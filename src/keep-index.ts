// The index of the content between builds: `source/` keeps what a header says, `markdown/` the facts
// of the text; here the two are put together, since neither room knows the other's half.

import { join } from "node:path";
import type { BuildOrder } from "./build-order.ts";
import type { KnownText, TextFacts } from "./markdown/known-text.ts";
import type { Problem } from "./problems/problem.ts";
import type { Content } from "./source/content.ts";
import {
  type ContentIndex,
  type IndexEntry,
  readIndex,
  writeIndex,
} from "./source/content-index.ts";
import { pressEdition } from "./source/press-edition.ts";

export interface OpenIndex {
  readonly path: string;
  readonly edition: string;
  readonly stories: ContentIndex<TextFacts>;
  readonly texts: ReadonlyMap<string, TextFacts>;
}

/** What an earlier build has kept of this content; nothing when the order says to forget it. */
export function openIndex({ stateFolder, contentFolder, clean }: BuildOrder): OpenIndex {
  const path = join(stateFolder, "content-index");
  const edition = `${pressEdition()} ${contentFolder}`;
  const stories: ContentIndex<TextFacts> = clean ? new Map() : readIndex(path, edition);
  const texts = new Map([...stories].map(([file, { facts }]) => [file, facts]));
  return { path, edition, stories, texts };
}

/**
 * Keeps what was learned now, if it is more than was known: sound stories without a problem. Of a
 * story that was withdrawn no word is kept.
 */
export function keepIndex(
  { path, edition, stories }: OpenIndex,
  content: Content,
  texts: ReadonlyMap<string, KnownText>,
  problems: readonly Problem[],
): void {
  const lasting = content.stories.filter(({ spec }) => spec.status !== "withdrawn");
  const isKnown = lasting.length > 0 && lasting.every(({ isUnchanged }) => isUnchanged);
  if (isKnown && lasting.length === stories.size) return;
  const faulty = new Set(problems.map(({ file }) => file));
  const entries = lasting.flatMap(({ file, spec, textLine, stamp }) => {
    const facts = texts.get(file)?.facts;
    const isSound = stamp && facts && !faulty.has(file);
    return isSound ? [{ file, stamp, spec, textLine, facts } satisfies IndexEntry<TextFacts>] : [];
  });
  writeIndex(path, edition, entries);
}
