// Reads the Markdown of a story or page: safe HTML with slots, plain text, links, and every mistake
// with its line and column. One parse serves all of them.

import type { Token } from "markdown-it";
import type { Outcome, Problem } from "../problems/problem.ts";
import { unifyLineEnds } from "../source/forbidden-characters.ts";
import { cleanText } from "./clean-text.ts";
import { countWords } from "./count-words.ts";
import { parserFor } from "./parser.ts";
import { plainText, plainTextWithAddresses } from "./plain-text.ts";
import { beginReading, readingOf, type Labels } from "./reading.ts";
import { pictureOf } from "./rules/pictures.ts";
import type { SafeHtml } from "./safe-html.ts";
import type { StoryText, TextPart } from "./story-text.ts";

/** Where a text comes from and how it is to be read. */
export interface ReadTextOptions {
  /** BCP 47: decides quotation marks and what counts as a word. */
  readonly language: string;
  /** Relative to the content folder, for problems. */
  readonly file: string;
  /** The line of the file on which the Markdown begins, counted from 1. */
  readonly firstLine: number;
  /** Words for the ear. Default: English. */
  readonly labels?: Labels;
  /** Whether somebody paid for it. Default: nobody. */
  readonly isPaidFor?: boolean;
}

/** More mistakes than this in one text are one mistake, and nobody reads them all. */
const MOST_PROBLEMS = 1_000;

const ENGLISH: Labels = { footnotes: "Footnotes", backToText: "Back to the text" };

/** The text of `markdown` and what is wrong with it; never throws, whatever was written. */
export function readText(markdown: string, options: ReadTextOptions): Outcome<StoryText> {
  const { language, file, firstLine, labels = ENGLISH, isPaidFor = false } = options;
  const problems: Problem[] = [];
  const text = cleanText(markdown);
  const written = unifyLineEnds(markdown);
  const env = beginReading({ text, written, firstLine, labels, isPaidFor, file }, problems);
  const md = parserFor(language);
  const tokens = md.parse(text, env);
  const parts = [...partsOf(tokens, (run) => md.renderer.render(run, md.options, env) as SafeHtml)];
  const plain = plainText(tokens);
  const words = countWords(plain, language);
  const plainWithAddresses = plainTextWithAddresses(tokens);
  const value = { parts, plain, plainWithAddresses, words, links: readingOf(env).links };
  return { value, problems: problems.toSorted(byPlace).slice(0, MOST_PROBLEMS) };
}

/** Whether a text says nothing: no letter, digit or sign that a reader could see. */
export function isEmptyText({ plain }: StoryText): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(plain);
}

/** Runs of HTML and the pictures between them. */
function* partsOf(
  tokens: readonly Token[],
  print: (run: Token[]) => SafeHtml,
): Generator<TextPart> {
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "picture") continue;
    if (index > start) yield { kind: "html", html: print(tokens.slice(start, index)) };
    const picture = pictureOf(token);
    if (picture) yield { kind: "picture", picture };
    start = index + 1;
  }
  if (start < tokens.length) yield { kind: "html", html: print(tokens.slice(start)) };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.place?.kind !== "position" || b.place?.kind !== "position") return 0;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
