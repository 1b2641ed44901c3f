// The texts of a whole content folder. A text whose file has not changed since its facts were kept
// is not read again until somebody prints it.

import type { Outcome, Problem } from "../problems/problem.ts";
import type { Content, Source } from "../source/content.ts";
import {
  factsOf,
  hashOfParts,
  type KeptText,
  type KnownText,
  printableOf,
  sealText,
  type TextFacts,
  unsealText,
} from "./known-text.ts";
import { readText } from "./read-text.ts";
import type { Labels } from "./reading.ts";
import type { StoryText } from "./story-text.ts";

/** By file. */
export type KeptTexts = ReadonlyMap<string, KeptText>;

/**
 * Reads the text of every story, author and page; of faulty stories too, for their problems. Nobody
 * will read a withdrawn one.
 *
 * @param labelsFor the words for the ear that a text needs, in a language (BCP 47)
 * @param kept what an earlier build has kept, or was read ahead: good for files that have not changed since
 * @returns the texts by file name
 */
export function readTexts(
  content: Pick<Content, "site" | "stories" | "faulty" | "authors" | "pages">,
  labelsFor: (language: string) => Labels,
  kept: KeptTexts,
): Outcome<ReadonlyMap<string, KnownText>> {
  const { language: siteLanguage } = content.site;
  const problems: Problem[] = [];
  const texts = new Map<string, KnownText>();
  const read = (source: Source<unknown>, language: string, isPaidFor = false) => {
    const order = { source, language, labels: labelsFor(language), isPaidFor };
    const text = source.isUnchanged ? kept.get(source.file) : undefined;
    const isGood = text !== undefined && text.facts.language === language;
    texts.set(source.file, isGood ? knownText(order, text) : newText(order, problems));
  };
  for (const source of [...content.stories, ...content.faulty]) {
    if (source.spec.status === "withdrawn") continue;
    read(source, source.spec.language ?? siteLanguage, source.spec.genre === "sponsored");
  }
  for (const source of [...content.authors, ...content.pages]) read(source, siteLanguage);
  return { value: texts, problems };
}

interface TextOrder {
  readonly source: Source<unknown>;
  readonly language: string;
  readonly labels: Labels;
  readonly isPaidFor: boolean;
}

function newText(order: TextOrder, problems: Problem[]): KnownText {
  const outcome = readOrder(order);
  problems.push(...outcome.problems);
  const sealed = sealText(printableOf(outcome.value));
  return knownText(order, { facts: factsOf(outcome.value, order.language), sealed });
}

/** Few papers print plain texts, so none is held in memory for them. */
function knownText(order: TextOrder, { facts, sealed }: KeptText): KnownText {
  return {
    facts,
    printable: () => (sealed ? unsealText(sealed) : printableOf(readAgain(order, facts))),
    plain: () => readAgain(order, facts).plainWithAddresses,
  };
}

function readAgain(order: TextOrder, { hash }: TextFacts): StoryText {
  const text = readOrder(order).value;
  if (hashOfParts(text.parts) === hash) return text;
  throw new Error(`${order.source.file} changed while the paper was being built. Build it again.`);
}

function readOrder({ source, language, labels, isPaidFor }: TextOrder) {
  const { file, text, textLine } = source;
  return readText(text, { language, file, firstLine: textLine, labels, isPaidFor });
}
