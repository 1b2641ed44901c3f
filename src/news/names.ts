// What stories name by words of their own: topics and series. Two spellings of one name are one; two
// names that would share an address are a mistake.

import { type FieldPlace } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { StorySpec } from "../source/story-schema.ts";
import { slugFor, slugMistake } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Name } from "./newspaper.ts";

/** Names by the words stories use for them. */
export type Names = ReadonlyMap<string, Name>;

/** What is named, and how. */
export interface NameKind {
  /** For a sentence: "topic". */
  readonly noun: string;
  /** The same for several, and the folder of their pages: "topics". */
  readonly plural: string;
  /** What a story calls them. */
  readonly wordsIn: (spec: StorySpec) => readonly string[];
  readonly placeOf: (index: number) => FieldPlace;
  /** Display names by slug, from `site.yaml`. */
  readonly given: Readonly<Record<string, string>>;
  readonly cure: (words: string, taken: Name | undefined) => string;
}

/**
 * Everything of a kind that a story names. The display name is the one that is given, else the
 * spelling of the oldest story, so that a new story cannot change what stands on old pages.
 */
export function composeNames(filed: readonly FiledStory[], kind: NameKind, desk: Desk): Names {
  const bySlug = new Map<string, Name>();
  const byWords = new Map<string, Name>();
  for (const { source } of oldestFirst(filed)) {
    for (const [index, words] of kind.wordsIn(source.spec).entries()) {
      if (byWords.has(words)) continue;
      const slug = slugOf(words, kind);
      const known = bySlug.get(slug);
      const name = known ?? newName(slug, words, kind);
      const mistake = mistakeOf(slug, words, known, kind);
      if (mistake !== undefined) {
        const place = kind.placeOf(index);
        desk.report({ file: source.file, place, message: mistake, cure: kind.cure(words, known) });
        continue;
      }
      bySlug.set(slug, name);
      byWords.set(words, name);
    }
  }
  return byWords;
}

function oldestFirst(filed: readonly FiledStory[]): readonly FiledStory[] {
  return [...filed].sort(
    (a, b) => a.published.instant - b.published.instant || (a.source.file < b.source.file ? -1 : 1),
  );
}

function newName(slug: string, words: string, { given, plural }: NameKind): Name {
  return { slug, name: given[slug] ?? words, address: `/${plural}/${slug}/` };
}

/** A slug that is given, or its display name, or a name of its own. */
function slugOf(words: string, { given }: NameKind): string {
  const named = Object.entries(given).find(([slug, name]) => slug === words || name === words);
  return named?.[0] ?? slugFor(words);
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

/** Why these words cannot be a name, as a sentence; undefined when they can. */
function mistakeOf(
  slug: string,
  words: string,
  known: Name | undefined,
  { noun, plural }: NameKind,
): string | undefined {
  if (slug === "") return `The ${noun} “${words}” has no letter or digit to make an address of.`;
  if (known)
    return isSameName(known.name, words)
      ? undefined
      : `The ${plural} “${words}” and “${known.name}” would share the address ${known.address}.`;
  const mistake = slugMistake(slug);
  return (
    mistake && `The ${noun} ${quote(words)} cannot have an address: ${quote(slug)} ${mistake}.`
  );
}
