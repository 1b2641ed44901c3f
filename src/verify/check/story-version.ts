// What a story says, and since when: enough to tell later whether it says something else.

import { createHash } from "node:crypto";
import { elementsIn, type Element, hasClass, wordsIn } from "./html-tree.ts";
import { type PublishedPage, textUnder } from "./published-page.ts";

export interface StoryVersion {
  /** Stands for its readable words: SHA-256. */
  readonly words: string;
  /** When it last changed, as it tells machines. */
  readonly modified: string;
}

/** Versions by the stories' ids. */
export type StoryVersions = ReadonlyMap<string, StoryVersion>;

/** Other words, and the same date. */
export function hasChangedSilently(before: StoryVersion, now: StoryVersion): boolean {
  return before.modified === now.modified && before.words !== now.words;
}

/** The version on a page; undefined where that shows no story. */
export function versionOn(
  page: PublishedPage,
): (StoryVersion & { readonly id: string }) | undefined {
  const { story } = page;
  const [id, modified] = [textUnder(story, "identifier"), textUnder(story, "dateModified")];
  if (id === undefined || modified === undefined) return undefined;
  const words = createHash("sha256").update(readableWords(page)).digest("hex");
  return { id, words, modified };
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
  return parts.map((part) => wordsIn(part, isLabel).replaceAll(/[“”„«»"‘’']/g, "'")).join("\n");
}

function isLabel(element: Element): boolean {
  return hasClass(element, "unseen");
}
