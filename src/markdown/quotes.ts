// Which quotation marks a language sets for straight " and '. Marks that are typed as such stay.

/** Opening and closing mark, then the same for a quotation within a quotation. */
export type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const ENGLISH: Quotes = ["“", "”", "‘", "’"];
const GERMAN: Quotes = ["„", "“", "‚", "‘"];
const ANGLES: Quotes = ["«", "»", "“", "”"];
const SWISS: Quotes = ["«", "»", "‹", "›"];
const CORNERS: Quotes = ["「", "」", "『", "』"];
const NORDIC: Quotes = ["”", "”", "’", "’"];
const RUSSIAN: Quotes = ["«", "»", "„", "“"];
const POLISH: Quotes = ["„", "”", "«", "»"];

/** By BCP 47 tag, after the delimiters of the Unicode CLDR and, where it differs, the press. */
const QUOTES = new Map<string, Quotes>([
  ["ar", ANGLES],
  ["be", RUSSIAN],
  ["bg", GERMAN],
  ["cs", GERMAN],
  ["da", ["»", "«", "›", "‹"]],
  ["de", GERMAN],
  ["de-ch", SWISS],
  ["el", ANGLES],
  ["en", ENGLISH],
  ["es", ANGLES],
  ["et", GERMAN],
  ["fa", SWISS],
  ["fi", NORDIC],
  // The space inside the marks does not break (Imprimerie nationale, Lexique des règles typographiques).
  ["fr", ["«\u00A0", "\u00A0»", "“", "”"]],
  ["fr-ch", SWISS],
  ["he", NORDIC],
  ["hu", ["„", "”", "»", "«"]],
  ["it", ANGLES],
  ["ja", CORNERS],
  ["lt", GERMAN],
  ["nb", ["«", "»", "‘", "’"]],
  ["nn", ["«", "»", "‘", "’"]],
  ["no", ["«", "»", "‘", "’"]],
  ["pl", POLISH],
  ["pt-pt", ANGLES],
  ["ro", POLISH],
  ["ru", RUSSIAN],
  ["sk", GERMAN],
  ["sl", GERMAN],
  ["sv", NORDIC],
  ["uk", RUSSIAN],
  ["zh-hant", CORNERS],
  ["zh-hk", CORNERS],
  ["zh-tw", CORNERS],
]);

/** The marks of a language; of its nearest parent (`de-AT` is set like `de`); else the English ones. */
export function quotesFor(language: string): Quotes {
  const parts = language.toLowerCase().split("-");
  for (; parts.length > 0; parts.pop()) {
    const quotes = QUOTES.get(parts.join("-"));
    if (quotes) return quotes;
  }
  return ENGLISH;
}
