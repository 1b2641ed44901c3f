// The texts of a whole content folder. A text whose file has not changed since its facts were kept
// is not read again until somebody prints it.

import type { Outcome, Problem } from "../problems/problem.ts";
import type { Content, Source } from "../source/content.ts";
import { factsOf, hashOfParts, type KnownText, type TextFacts } from "./known-text.ts";
import { readText } from "./read-text.ts";
import type { Labels } from "./reading.ts";

/**
 * Reads the text of every story, author and page; of faulty stories too, for their problems. Nobody
 * will read a withdrawn one.
 *
 * @param labelsFor the words for the ear that a text needs, in a language (BCP 47)
 * @param kept facts from an earlier build, by file: good for files that have not changed since
 * @returns the texts by file name
 */
export function readTexts(
  content: Content,
  labelsFor: (language: string) => Labels,
  kept: ReadonlyMap<string, TextFacts>,
): Outcome<ReadonlyMap<string, KnownText>> {
  const { language: siteLanguage } = content.site;
  const problems: Problem[] = [];
  const texts = new Map<string, KnownText>();
  const read = (source: Source<unknown>, language: string) => {
    const order = { source, language, labels: labelsFor(language) };
    const facts = source.isUnchanged ? kept.get(source.file) : undefined;
    const isGood = facts !== undefined && facts.language === language;
    texts.set(source.file, isGood ? knownText(order, facts) : newText(order, problems));
  };
  for (const source of [...content.stories, ...content.faulty]) {
    if (source.spec.status === "withdrawn") continue;
    read(source, source.spec.language ?? siteLanguage);
  }
  for (const source of [...content.authors, ...content.pages]) read(source, siteLanguage);
  return { value: texts, problems };
}

interface TextOrder {
  readonly source: Source<unknown>;
  readonly language: string;
  readonly labels: Labels;
}

function newText(order: TextOrder, problems: Problem[]): KnownText {
  const outcome = readOrder(order);
  problems.push(...outcome.problems);
  const { parts } = outcome.value;
  return { facts: factsOf(outcome.value, order.language), parts: () => parts };
}

function knownText(order: TextOrder, facts: TextFacts): KnownText {
  return {
    facts,
    parts: () => {
      const { parts } = readOrder(order).value;
      if (hashOfParts(parts) === facts.hash) return parts;
      throw new Error(
        `${order.source.file} changed while the paper was being built. Build it again.`,
      );
    },
  };
}

function readOrder({ source, language, labels }: TextOrder) {
  const { file, text, textLine } = source;
  return readText(text, { language, file, firstLine: textLine, labels });
}
