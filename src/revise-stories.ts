// The paper again after a story was saved, without reading anything but that story. For the preview,
// where a reporter waits for it.

import type { BuildOrder } from "./build-order.ts";
import { readTexts } from "./markdown/read-texts.ts";
import { recomposeStories } from "./news/recompose-stories.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { ComposedPaper } from "./plan-paper.ts";
import { STORY_GATE } from "./source/gates.ts";
import { isOrdinaryFile } from "./source/ordinary-file.ts";
import { readSources } from "./source/read-sources.ts";

/**
 * The paper with some stories as they are now. Undefined where more has changed than what these say,
 * or something is wrong with them: then everything has to be read.
 *
 * @param before a paper without a problem
 * @param files the stories that were saved, relative to the content folder
 */
export function reviseStories(
  before: ComposedPaper,
  files: readonly string[],
  order: BuildOrder,
): ComposedPaper | undefined {
  const { folder, site } = before.content;
  if (!files.every((file) => isOrdinaryFile(folder, file))) return undefined;
  const read = readSources({ folder, files, stamps: new Map() }, STORY_GATE);
  const changed = new Map(read.value.sound.map((source) => [source.file, source]));
  const saved = { site, stories: read.value.sound, faulty: [], authors: [], pages: [] };
  const texts = readTexts(saved, wordsFor, new Map());
  const problems = [...read.problems, ...texts.problems];
  if (changed.size < files.length || problems.length > 0) return undefined;
  const stories = before.content.stories.map((source) => changed.get(source.file) ?? source);
  const content = { ...before.content, stories };
  const paper = recomposeStories(before, content, saved.stories, texts.value, order);
  return paper && { ...before, content, paper };
}
