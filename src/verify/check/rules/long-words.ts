// Words that others will cut: a headline longer than one takes in, and words for one channel that are
// longer than that channel shows. Where the newsroom wrote none for a channel, nothing is said.

import { LIMITS, lengthOf } from "../desk-limits.ts";
import type { FieldPath } from "../../../problems/problem.ts";
import { wordsIn } from "../html-tree.ts";
import { type PublishedPage, textUnder } from "../published-page.ts";
import { pageRule } from "../rule.ts";

export const longWords = pageRule(function* (page) {
  for (const { name, field, limit, wordsOn } of CHANNELS) {
    const length = lengthOf(wordsOn(page) ?? "");
    if (length > limit)
      yield {
        weight: "advice",
        output: page.output,
        field,
        message: `The ${name} has ${length} characters; the desk’s limit is ${limit}.`,
        cure: "Shorten it: whoever shows less of it cuts the end off.",
      };
  }
});

interface Channel {
  readonly name: string;
  readonly field: FieldPath;
  readonly limit: number;
  /** What the newsroom wrote for it; undefined where that is what it wrote elsewhere. */
  readonly wordsOn: (page: PublishedPage) => string | undefined;
}

const headlineOf = ({ story }: PublishedPage) => textUnder(story, "headline");
const ownWords = (words: string | undefined, others: string | undefined) =>
  words === others ? undefined : words;

/** The press takes a standfirst or the opening of the text for a description where there is no other. */
function unlessShown(words: string | undefined, { all }: PublishedPage): string | undefined {
  const [article] = all("article");
  const isLong = lengthOf(words ?? "") > LIMITS.searchDescription;
  if (!words || !article || !isLong) return undefined;
  return letters(wordsIn(article)).includes(letters(words).slice(0, 60)) ? undefined : words;
}

function letters(words: string): string {
  return words.replaceAll(/[^\p{L}]+/gu, "");
}

const CHANNELS: readonly Channel[] = [
  { name: "headline", field: ["headline"], limit: LIMITS.headline, wordsOn: headlineOf },
  {
    name: "title for search engines",
    field: ["seo", "title"],
    limit: LIMITS.searchTitle,
    wordsOn: ({ story }) => textUnder(story, "alternativeHeadline"),
  },
  {
    name: "description for search engines",
    field: ["seo", "description"],
    limit: LIMITS.searchDescription,
    wordsOn: (page) => page.story && unlessShown(page.meta("description")[0], page),
  },
  {
    name: "title for social networks",
    field: ["social", "title"],
    limit: LIMITS.shareTitle,
    wordsOn: (page) => page.story && ownWords(page.meta("og:title")[0], headlineOf(page)),
  },
  {
    name: "description for social networks",
    field: ["social", "description"],
    limit: LIMITS.shareDescription,
    wordsOn: ({ story, meta }) =>
      story && ownWords(meta("og:description")[0], meta("description")[0]),
  },
];
