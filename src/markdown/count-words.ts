// How long a text is, in the words of its own language, and how long it takes to read.

/**
 * Words a minute. 230: silent reading of non-fiction in English is 238 (Brysbaert, "How many words do
 * we read per minute?", Journal of Memory and Language 109, 2019), a little less on a telephone.
 */
const WORDS_A_MINUTE = 230;

/**
 * Japanese and Chinese are written without spaces, and the Segmenter's words are short there: 1.6
 * characters or so. 300 of them are about 500 characters, a usual figure for silent reading.
 */
const WORDS_A_MINUTE_WITHOUT_SPACES = 300;

const WITHOUT_SPACES = new Set(["ja", "zh", "yue", "th", "lo", "km", "my"]);

/** The words of `plain` as `Intl.Segmenter` counts them in `language` (BCP 47). */
export function countWords(plain: string, language: string): number {
  const counter = counterFor(language);
  let words = 0;
  for (const chunk of plain.split(NEVER_IN_A_WORD)) if (chunk !== "") words += counter(chunk);
  return words;
}

/** Whole minutes to read so many words: at least one, unless there is nothing to read. */
export function readingMinutes(words: number, language: string): number {
  const base = language.toLowerCase().split("-")[0] ?? "";
  const rate = WITHOUT_SPACES.has(base) ? WORDS_A_MINUTE_WITHOUT_SPACES : WORDS_A_MINUTE;
  return words === 0 ? 0 : Math.max(1, Math.round(words / rate));
}

const NEVER_IN_A_WORD = /[\s[\](){}<>|]+/;

type Counter = (chunk: string) => number;

const counters = new Map<string, Counter>();

function counterFor(language: string): Counter {
  const known = counters.get(language);
  if (known) return known;
  const counter = newCounter(new Intl.Segmenter(segmentable(language), { granularity: "word" }));
  counters.set(language, counter);
  return counter;
}

/** A language the Segmenter knows; it would take the machine's own for any other. */
function segmentable(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? "en";
  } catch {
    return "en";
  }
}

/**
 * At most a thousand characters, to the end of a sentence if there is one: the Segmenter's time grows
 * with the square of the length. Only a text of a thousand letters without a space or stop is cut
 * anywhere else.
 */
const PIECE = /[^]{0,999}[。！？、，।]|[^]{1,1000}/gu;

/** One word for certain, in every language: letters and digits that no rule divides, marks around. */
const PLAIN_WORD = /^[“‘]?[a-z0-9à-öø-ÿа-яё]+[.,:;!?”’]*$/i;

/** Longer chunks are seldom met twice; more of them would only fill the memory. */
const LONGEST_KEPT = 24;
const MOST_KEPT = 50_000;

/**
 * Counts what stands between two spaces. A word never crosses a space, and the Segmenter is slow (3 µs
 * a word), so what has been counted once is remembered.
 */
function newCounter(segmenter: Intl.Segmenter): Counter {
  const counted = new Map<string, number>();
  return (chunk) => {
    if (PLAIN_WORD.test(chunk)) return 1;
    const known = counted.get(chunk);
    if (known !== undefined) return known;
    let words = 0;
    for (const piece of chunk.match(PIECE) ?? []) {
      for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike) words++;
    }
    if (chunk.length <= LONGEST_KEPT && counted.size < MOST_KEPT) counted.set(chunk, words);
    return words;
  };
}
