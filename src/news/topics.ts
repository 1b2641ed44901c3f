// Topics: what a story is about, by name or by slug. Two spellings of one name are one topic; two
// names that would share an address are a mistake.

import { field } from "../problems/problem.ts";
import { slugFor } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Topic } from "./newspaper.ts";

/** Topics by the words stories use for them. */
export type Topics = ReadonlyMap<string, Topic>;

/**
 * Every topic that a story names. The display name is the one in `site.yaml`, else the spelling of
 * the oldest story, so that a new story cannot rename a topic on old pages.
 */
export function composeTopics(filed: readonly FiledStory[], desk: Desk): Topics {
  const bySlug = new Map<string, Topic>();
  const byWords = new Map<string, Topic>();
  for (const { source } of oldestFirst(filed)) {
    for (const [index, words] of (source.spec.topics ?? []).entries()) {
      if (byWords.has(words)) continue;
      const slug = topicSlug(words, desk);
      const known = bySlug.get(slug);
      const topic = known ?? newTopic(slug, words, desk);
      if (slug === "" || (known && !isSameName(known.name, words))) {
        report(source.file, index, words, known, desk);
        continue;
      }
      bySlug.set(slug, topic);
      byWords.set(words, topic);
    }
  }
  return byWords;
}

function oldestFirst(filed: readonly FiledStory[]): readonly FiledStory[] {
  return [...filed].sort(
    (a, b) => a.published.instant - b.published.instant || (a.source.file < b.source.file ? -1 : 1),
  );
}

function newTopic(slug: string, words: string, desk: Desk): Topic {
  const name = desk.content.site.topics[slug] ?? words.trim();
  return { slug, name, address: `/topics/${slug}/` };
}

/** A slug of `site.yaml`, or its display name, or a name of its own. */
function topicSlug(words: string, desk: Desk): string {
  const slug = slugFor(words);
  const named = Object.entries(desk.content.site.topics);
  return named.find(([key, name]) => key === words || name === words)?.[0] ?? slug;
}

/** “Visa-free travel”, “visa free travel” and “visa-free-travel” are one name; “C++” and “C#” are two. */
function isSameName(name: string, words: string): boolean {
  const letters = (text: string) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, " ");
  return letters(name) === letters(words) || slugFor(words) === words;
}

function report(
  file: string,
  index: number,
  words: string,
  taken: Topic | undefined,
  desk: Desk,
): void {
  desk.report({
    file,
    place: field("topics", index),
    message: taken
      ? `The topics “${words}” and “${taken.name}” would share the address ${taken.address}.`
      : `The topic “${words}” has no letter or digit to make an address of.`,
    cure: `Give “${words}” a slug of its own under “topics” in site.yaml (the-slug: ${words}), and write that slug here.`,
  });
}
