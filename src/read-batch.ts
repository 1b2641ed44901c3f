// One batch of stories that no earlier build knows, read ahead: header, text and facts, as the index
// of the content keeps them. Plain data goes in and comes out, so that a batch can be done by another
// thread. A story with a problem is left out: it is read again where its problem is reported.

import { factsOf, type TextFacts } from "./markdown/known-text.ts";
import { readText } from "./markdown/read-text.ts";
import type { TextPart } from "./markdown/story-text.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { IndexEntry } from "./source/content-index.ts";
import { STORY_GATE } from "./source/gates.ts";
import { readSources } from "./source/read-sources.ts";

/** Where the stories lie, and the language of those that name none (BCP 47). */
export interface ReadSetting {
  readonly contentFolder: string;
  readonly language: string;
}

/** A sound story: what the index keeps of it, and its text for printing. */
export interface ReadStory extends IndexEntry<TextFacts> {
  readonly parts: readonly TextPart[];
}

/** @param files relative to the content folder */
export function readBatch(files: readonly string[], setting: ReadSetting): readonly ReadStory[] {
  return files.flatMap((file) => readStory(file, setting) ?? []);
}

function readStory(file: string, { contentFolder, language }: ReadSetting): ReadStory | undefined {
  const { value, problems } = readSources(contentFolder, [file], STORY_GATE);
  const source = value.sound[0];
  if (!source?.stamp || problems.length > 0 || source.spec.status === "withdrawn") return undefined;
  const { spec, text: markdown, textLine: firstLine, stamp } = source;
  const own = spec.language ?? language;
  const text = readText(markdown, { language: own, file, firstLine, labels: wordsFor(own) });
  if (text.problems.length > 0) return undefined;
  const facts = factsOf(text.value, own);
  return { file, stamp, spec, textLine: firstLine, facts, parts: text.value.parts };
}
