// One batch of stories that no earlier build knows, read ahead: header, text and facts, as the index
// of the content keeps them. Plain data goes in and comes out, so that a batch can be done by another
// thread. A story with a problem is left out: it is read again where its problem is reported.

import {
  factsOf,
  printableOf,
  sealText,
  type SealedText,
  type TextFacts,
} from "./markdown/known-text.ts";
import { readText } from "./markdown/read-text.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { IndexEntry, Stamp } from "./source/content-index.ts";
import { STORY_GATE } from "./source/gates.ts";
import { readSources } from "./source/read-sources.ts";

/** Where the stories lie, and the language of those that name none (BCP 47). */
export interface ReadSetting {
  readonly folder: string;
  readonly language: string;
}

/** A sound story: what the index keeps of it, and its text for printing. */
export interface ReadStory extends IndexEntry<TextFacts> {
  readonly sealed: SealedText;
}

/** A story as it was when it was listed. */
export interface ListedStory {
  /** Relative to the content folder. */
  readonly file: string;
  readonly stamp: Stamp;
}

export function readBatch(
  stories: readonly ListedStory[],
  setting: ReadSetting,
): readonly ReadStory[] {
  return stories.flatMap((story) => readStory(story, setting) ?? []);
}

function readStory(
  { file, stamp }: ListedStory,
  { folder, language }: ReadSetting,
): ReadStory | undefined {
  const listed = { folder, files: [file], stamps: new Map([[file, stamp]]) };
  const { value, problems } = readSources(listed, STORY_GATE);
  const source = value.sound[0];
  if (!source || problems.length > 0 || source.spec.status === "withdrawn") return undefined;
  const { spec, hash, text: markdown, textLine: firstLine } = source;
  const own = spec.language ?? language;
  const isPaidFor = spec.genre === "sponsored";
  const reading = { language: own, file, firstLine, labels: wordsFor(own), isPaidFor };
  const text = readText(markdown, reading);
  if (text.problems.length > 0) return undefined;
  const facts = factsOf(text.value, own);
  return {
    file,
    stamp,
    spec,
    hash,
    textLine: firstLine,
    facts,
    sealed: sealText(printableOf(text.value)),
  };
}
