// The same story in several languages: readers are led to theirs, search engines are told which pages
// belong together (developers.google.com/search/docs/specialty/international/localized-versions: each
// names all of them, itself included, or none is believed).

import type { Site, Story } from "../news/newspaper.ts";
import { grouped } from "./grouped.ts";
import type { Json } from "./head/json-ld.ts";
import type { Matter } from "./matter.ts";
import type { LanguageLink, OtherLanguages } from "./page-parts.ts";
import { remember } from "./remember.ts";
import type { StoryIndex } from "./story-index.ts";
import { absoluteUrl, hrefTo } from "./urls.ts";
import { wordsFor } from "./words/words-for.ts";

/** By the id of the original, which comes first: a story that has translations, with these. */
export function translationsByOriginal(
  stories: readonly Story[],
): ReadonlyMap<string, readonly Story[]> {
  const translations = stories.filter(({ translationOf }) => translationOf !== undefined);
  if (translations.length === 0) return new Map();
  const byId = new Map(stories.map((story) => [story.id, story]));
  const families = grouped(translations, (story) => [originalOf(story, byId).id]);
  return new Map(
    [...families].map(([id, family]) => {
      const others = family.filter((story) => story.id !== id).toSorted(byLanguage);
      return [id, [byId.get(id) ?? [], others].flat()];
    }),
  );
}

/** A translation may be made from a translation; two that name each other have none. */
function originalOf(story: Story, byId: StoryIndex["byId"]): Story {
  const seen = new Set<string>();
  let original = story;
  while (original.translationOf !== undefined && !seen.has(original.id)) {
    seen.add(original.id);
    original = byId.get(original.translationOf) ?? original;
  }
  return original;
}

function byLanguage(a: Story, b: Story): number {
  return `${a.language} ${a.address}` < `${b.language} ${b.address}` ? -1 : 1;
}

/** The story in all its languages, the original first; empty where it has one only. */
export function inAllLanguages(
  story: Story,
  { translations, byId }: Pick<StoryIndex, "translations" | "byId">,
): readonly Story[] {
  const family = translations.get(originalOf(story, byId).id) ?? [];
  return family.length > 1 ? family : [];
}

/** All that a page tells of the others. */
export function languagesMatter(family: readonly Story[]): readonly Matter[] {
  return family.length === 0
    ? []
    : [family.map(({ address, language, noindex }) => [address, language, noindex])];
}

/** For readers: the other languages, each by its own name. */
export function otherLanguages(
  story: Story,
  family: readonly Story[],
  site: Site,
): OtherLanguages | undefined {
  if (family.length === 0) return undefined;
  const links = family
    .filter(({ language }) => language !== story.language)
    .map(({ language, address }) => ({
      language,
      label: nameOf(language),
      url: hrefTo(site, address),
    }));
  return links.length === 0 ? undefined : { label: wordsFor(story.language).otherLanguages, links };
}

const nameOf = remember((tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag);

/** For search engines: one page for each language, and the original for whoever reads another. */
export function languageLinks(
  story: Story,
  family: readonly Story[],
  site: Site,
): readonly LanguageLink[] {
  const shown = family.filter(
    ({ noindex, language }, at) =>
      !noindex && family.findIndex((other) => other.language === language && !other.noindex) === at,
  );
  const [first] = shown;
  if (first === undefined || shown.length === 1 || !shown.some(({ id }) => id === story.id))
    return [];
  const link = (language: string, { address }: Story) => ({
    language,
    href: absoluteUrl(site, address),
  });
  return [...shown.map((one) => link(one.language, one)), link("x-default", first)];
}

/** What schema.org calls the two ends of it. */
export function translationProperties(
  story: Story,
  family: readonly Story[],
  site: Site,
): { readonly [key: string]: Json } {
  const [original, ...translations] = family;
  if (!original) return {};
  const reference = ({ address }: Story) => ({ "@id": `${absoluteUrl(site, address)}#article` });
  return story.id === original.id
    ? { workTranslation: translations.map(reference) }
    : { translationOfWork: reference(original) };
}
