// Language tags (BCP 47): `en`, `pt-BR`, `zh-Hant`. A wrong one makes screen readers pronounce a
// whole paper in another language, and nobody in the newsroom hears it.

import { quote } from "../problems/quote.ts";

/** Countries and old habits often taken for languages; none of these is a language's code. */
const SLIPS = new Map([
  ["jp", "ja"],
  ["cz", "cs"],
  ["gr", "el"],
  ["ua", "uk"],
  ["cn", "zh"],
  ["dk", "da"],
]);

/** A well-formed tag that begins with a language of two or three letters. */
export function isLanguageTag(value: string): boolean {
  const [first = ""] = value.split("-");
  return /^[a-z]{2,3}$/i.test(first) && !SLIPS.has(first.toLowerCase()) && isWellFormed(value);
}

/** What to write instead. */
export function languageCure(value: string): string {
  const guess = value.trim().replaceAll("_", "-");
  if (isLanguageTag(guess)) return `Did you mean ${quote(guess)}?`;
  const meant = SLIPS.get(value.toLowerCase()) ?? languageNamed(value);
  if (meant) return `Did you mean ${quote(meant)}?`;
  return "Write it like “en”, “pt-BR” or “zh-Hant”: the language first, then script or country.";
}

function isWellFormed(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** The tag of a language given by its English name. */
function languageNamed(name: string): string | undefined {
  return NAMED.find((tag) => ENGLISH_NAMES.of(tag)?.toLowerCase() === name.toLowerCase());
}

const ENGLISH_NAMES = new Intl.DisplayNames("en", { type: "language" });
const NAMED =
  "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms nb nl pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh".split(
    " ",
  );
