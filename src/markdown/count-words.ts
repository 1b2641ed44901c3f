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

/**
 * The words of `plain` as `Intl.Segmenter` counts them in `language` (BCP 47). A word never crosses a
 * space or bracket, so what stands between two of these is counted for itself: most of it is a single
 * word for certain, and the Segmenter, which takes 3 µs a word, is asked about the rest.
 */
export function countWords(plain: string, language: string): number {
  const counter = counterFor(language);
  let words = 0;
  let begin = 0;
  while (begin < plain.length) {
    let end = begin;
    let isWhole = true;
    let part: Part = BREAK;
    for (; end < plain.length; end++) {
      const next = partOf(plain.charCodeAt(end));
      if (next === BREAK) break;
      // Letters and then marks: “words”, “end.”, “end.)”. Whatever else there is, the Segmenter knows.
      if (next === OTHER || (next === LETTER && part === MARK) || (next === MARK && part === BREAK))
        isWhole = false;
      part = next;
    }
    if (end > begin) words += isWhole ? 1 : counter(plain.slice(begin, end));
    begin = end + 1;
  }
  return words;
}

/** Whole minutes to read so many words: at least one, unless there is nothing to read. */
export function readingMinutes(words: number, language: string): number {
  const base = language.toLowerCase().split("-")[0] ?? "";
  const rate = WITHOUT_SPACES.has(base) ? WORDS_A_MINUTE_WITHOUT_SPACES : WORDS_A_MINUTE;
  return words === 0 ? 0 : Math.max(1, Math.round(words / rate));
}

/** What a character does in a word: in every language letters and digits that no rule divides. */
type Part = typeof OTHER | typeof LETTER | typeof MARK | typeof BREAK;

const OTHER = 0;
const LETTER = 1;
/** Closes a word, if anything. */
const MARK = 2;
/** Never in a word. */
const BREAK = 3;

const RULES: readonly (readonly [Part, RegExp])[] = [
  [BREAK, /[\s[\](){}<>|]/],
  [LETTER, /[a-zA-Z0-9à-öø-ÿÀ-ÖØ-Þа-яёА-ЯЁ]/],
  [MARK, /[.,:;!?”’]/],
];

/** Of the first 16 thousand characters: Latin, Cyrillic and the marks between them. */
const PARTS = Uint8Array.from({ length: 0x4000 }, (_, code) => {
  const character = String.fromCharCode(code);
  return RULES.find(([, rule]) => rule.test(character))?.[0] ?? OTHER;
});

/** U+FEFF is a space to JavaScript, and the only one so far up. */
function partOf(code: number): Part {
  if (code < PARTS.length) return PARTS[code] as Part;
  return code === 0xfeff ? BREAK : OTHER;
}

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

/** Longer chunks are seldom met twice; more of them would only fill the memory. */
const LONGEST_KEPT = 24;
const MOST_KEPT = 50_000;

/** Counts what stands between two spaces; what has been counted once is remembered. */
function newCounter(segmenter: Intl.Segmenter): Counter {
  const counted = new Map<string, number>();
  return (chunk) => {
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
