// Parts a file into its header and its text. The header is YAML between two lines `---`, and nothing
// else: other systems run what stands behind `---js`, so every other opening is refused.

import { type Position, position } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";

/** The two parts of a file, or why they cannot be told apart. */
export type SplitFile =
  | {
      readonly kind: "split";
      /** YAML; its first line is line 2 of the file. */
      readonly header: string;
      /** What follows the closing line. */
      readonly text: string;
      /** The line of the file on which `text` begins, counted from 1. */
      readonly textLine: number;
    }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly cure: string;
      readonly place: Position;
    };

/** Bytes. No header needs more, and a parser's work must have an end. */
const LONGEST_HEADER = 64 * 1024;

/** Splits a decoded file (LF line ends, no byte order mark). */
export function splitHeader(file: string): SplitFile {
  if (file.trim() === "") return fault(EMPTY_FILE);
  const opening = file.split("\n", 1)[0] ?? "";
  if (opening !== "---") return fault(wrongOpening(opening, file));
  // Not `^` and `$`: with the flag m they would also see a line's end at U+2028.
  const closing = /\n---[ \t]*(?:\n|$)/.exec(file);
  if (!closing) return fault(NEVER_CLOSED);
  const header = file.slice("---\n".length, closing.index + 1);
  if (Buffer.byteLength(header) > LONGEST_HEADER) return fault(TOO_LONG);
  const text = file.slice(closing.index + closing[0].length);
  return { kind: "split", header, text, textLine: header.split("\n").length + 2 };
}

interface Words {
  readonly message: string;
  readonly cure: string;
}

function fault(words: Words): SplitFile {
  return { kind: "fault", place: position(1, 1), ...words };
}

const SHAPE =
  "The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.";

const EMPTY_FILE = {
  message: "The file is empty.",
  cure: "Delete it, or begin it with a header: “---”, one field a line (“headline: …”), “---”.",
};

const NEVER_CLOSED = {
  message: "The header has no end: there is no second line “---”.",
  cure: "Put a line “---” between the last field and the text.",
};

const TOO_LONG = {
  message: `The header is longer than ${LONGEST_HEADER / 1024} KiB.`,
  cure: "Put the story below the header; only fields stand in it.",
};

/** What the first line seems to be instead of `---`; the first pattern that fits tells. */
const OPENINGS: readonly (readonly [RegExp, (opening: string) => Words])[] = [
  [/^---+[ \t]+$/, () => ({ message: "There is white space after the first “---”.", cure: SHAPE })],
  [/^----+$/, () => ({ message: "The first line has more than three hyphens.", cure: SHAPE })],
  [/^---/, otherLanguage],
  [/^\s+---\s*$/, () => ({ message: "The first “---” is indented.", cure: SHAPE })],
  [/^(?:[\u2013\u2014]|--\s*$|- - -)/, notHyphens],
  [/^(?:\+\+\+|;;;|~~~|===|```|\{|<!--|%)/, otherLanguage],
];

function wrongOpening(opening: string, file: string): Words {
  const known = OPENINGS.find(([pattern]) => pattern.test(opening));
  if (known) return known[1](opening);
  if (/^\s*\n---\n/.test(file))
    return { message: "There are empty lines before the header.", cure: SHAPE };
  return { message: "The file does not begin with a header.", cure: SHAPE };
}

function otherLanguage(opening: string): Words {
  return {
    message: `The header opens with ${quote(opening)}: only plain fields are read, and nothing is ever run.`,
    cure: SHAPE,
  };
}

function notHyphens(opening: string): Words {
  return {
    message: `The first line is ${quote(opening)}, not three hyphens; a word processor may have changed them.`,
    cure: SHAPE,
  };
}
