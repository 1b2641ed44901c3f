// Which words a page prints, and which way it reads: both follow from its language tag alone.

import { remember } from "../remember.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh.ts";

/** By primary subtag (BCP 47); a new language is one file and one entry. */
const WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({ ar, de, en, es, fr, he, it, ja, nl, pl, pt, ru, uk, zh }),
);

/** Scripts written from right to left (ISO 15924), as far as newspapers are printed in them. */
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Nkoo",
  "Rohg",
  "Syrc",
  "Thaa",
]);

/**
 * The paper's words in a language.
 *
 * @param language BCP 47; `de-AT` prints the words of `de`
 * @returns English where the paper has no words of that language
 */
export function wordsFor(language: string): Words {
  return WORDS.get(primarySubtag(language)) ?? en;
}

/**
 * Which way a language reads.
 *
 * @param language BCP 47, well formed; its script is the one it names (`az-Arab`) or its usual one
 */
export const directionOf = remember((language): "ltr" | "rtl" => {
  const { script = "Latn" } = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
});

/** `pt` of `pt-BR`. */
export function primarySubtag(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? language;
}
