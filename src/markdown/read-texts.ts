// The texts of a whole content folder.

import type { Outcome, Problem } from "../problems/problem.ts";
import type { Content } from "../source/content.ts";
import { readText } from "./read-text.ts";
import type { Labels } from "./reading.ts";
import type { StoryText } from "./story-text.ts";

/**
 * Reads the text of every story, author and page; of faulty stories too, for their problems.
 *
 * @param labelsFor the words for the ear that a text needs, in a language (BCP 47)
 * @returns the texts by file name
 */
export function readTexts(
  content: Content,
  labelsFor: (language: string) => Labels,
): Outcome<ReadonlyMap<string, StoryText>> {
  const { language: siteLanguage } = content.site;
  const problems: Problem[] = [];
  const read = (file: string, text: string, firstLine: number, language: string) => {
    const outcome = readText(text, { language, file, firstLine, labels: labelsFor(language) });
    problems.push(...outcome.problems);
    return [file, outcome.value] as const;
  };
  const texts = new Map([
    ...[...content.stories, ...content.faulty].map(({ file, text, textLine, spec }) =>
      read(file, text, textLine, spec.language ?? siteLanguage),
    ),
    ...[...content.authors, ...content.pages].map(({ file, text, textLine }) =>
      read(file, text, textLine, siteLanguage),
    ),
  ]);
  return { value: texts, problems };
}
