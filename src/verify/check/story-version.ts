// What a story says, and since when: enough to tell later whether it says something else.

import { createHash } from "node:crypto";
import { elementsIn, type Element, hasClass, wordsIn } from "./html-tree.ts";
import { objectsUnder, type PublishedPage, textUnder } from "./published-page.ts";

/**
 * Which rule the hashes below are made by. Raise it whenever they would be other for the same page:
 * hashes by two rules cannot be compared.
 */
export const VERSION_RULE = 2;

export interface StoryVersion {
  /** Stands for its readable words: SHA-256. */
  readonly words: string;
  /** One for each entry of its corrections. */
  readonly corrections: readonly string[];
  /** When it last changed, as it tells machines. */
  readonly modified: string;
}

/** Versions by the stories' ids. */
export type StoryVersions = ReadonlyMap<string, StoryVersion>;

/** Other words, and the same date. */
export function hasChangedSilently(before: StoryVersion, now: StoryVersion): boolean {
  return before.modified === now.modified && before.words !== now.words;
}

/** An entry of the corrections that readers have seen is other or gone, and no further entry says so. */
export function hasRewrittenCorrections(before: StoryVersion, now: StoryVersion): boolean {
  const kept = new Set(now.corrections);
  const isLost = before.corrections.some((entry) => !kept.has(entry));
  return isLost && now.corrections.length <= before.corrections.length;
}

/** The version on a page; undefined where that shows no story. */
export function versionOn(
  page: PublishedPage,
): (StoryVersion & { readonly id: string }) | undefined {
  const { story } = page;
  const [id, modified] = [textUnder(story, "identifier"), textUnder(story, "dateModified")];
  if (id === undefined || modified === undefined) return undefined;
  const corrections = objectsUnder(story, "correction").map((entry) =>
    hashOf(`${textUnder(entry, "datePublished")} ${plain(textUnder(entry, "text") ?? "")}`),
  );
  return { id, words: hashOf(readableWords(page)), corrections, modified };
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex");
}

/** Headline, standfirst and text, without what the layouts say: no other label or mark is a change. */
function readableWords({ all }: PublishedPage): string {
  const [article] = all("article");
  if (!article) return "";
  const parts = [...elementsIn(article)].filter(
    (element) =>
      element.tagName === "h1" ||
      ["story-standfirst", "text"].some((name) => hasClass(element, name)),
  );
  return parts.map((part) => plain(wordsIn(part, isLabel))).join("\n");
}

/** Other quotation marks are no other words. */
function plain(words: string): string {
  return words.replaceAll(/[“”„«»"‘’']/g, "'");
}

function isLabel(element: Element): boolean {
  return hasClass(element, "unseen");
}
