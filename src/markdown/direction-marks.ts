// Marks that turn the direction of a text, and cannot be seen. One that is opened and never closed
// would turn round what a page says after it.

/** Embeddings and overrides U+202A–E, isolates U+2066–9, and the invisible tags. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** Tags are only seen as the end of a flag: 🏴 and letters, closed by U+E007F. */
const FLAGS = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

/** What a text leaves open, as the marks that close it (Unicode Annex 9, BD8–BD13, simplified). */
export function balanceOf(text: string): {
  readonly closers: string;
  readonly isBalanced: boolean;
} {
  const open: string[] = [];
  let isBalanced = true;
  for (const character of text.replace(FLAGS, "")) {
    if (!DIRECTIONS.test(character)) continue;
    if (/[\u202A\u202B\u202D\u202E]/.test(character)) open.push("\u202C");
    else if (/[\u2066-\u2068]/.test(character)) open.push("\u2069");
    else if (open.at(-1) === character) open.pop();
    else isBalanced = false;
  }
  return { closers: open.reverse().join(""), isBalanced: isBalanced && open.length === 0 };
}

/** The text for a place where it is followed by other words and no element can stand around it. */
export function isolated(text: string): string {
  if (!DIRECTIONS.test(text)) return text;
  const { closers, isBalanced } = balanceOf(text);
  return isBalanced ? text : `\u2068${text}${closers}\u2069`;
}
