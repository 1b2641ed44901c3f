// What a YAML reader stumbled over, in a sub-editor's words. The reader's own sentences ("Implicit
// map keys need to be followed by map values") help nobody write a headline, so the lines themselves
// are looked at: most often a text only wants quotes.

import type { YAMLParseError } from "yaml";
import { quote } from "../problems/quote.ts";
import { inYamlQuotes } from "./yaml-quotes.ts";

/** What is wrong, from which offset on, and how to put it right. */
export interface YamlWords extends Words {
  readonly offset: number;
}

interface Words {
  readonly message: string;
  readonly cure: string;
}

/** A line `name: value`; an entry of a list may begin with one. */
interface FieldLine {
  readonly indent: number;
  readonly name: string;
  readonly value: string;
  /** Where the value begins in the text. */
  readonly offset: number;
}

/** Explains the first error in `text`. */
export function explainYamlError(error: YAMLParseError, text: string): YamlWords {
  const [offset] = error.pos;
  if (error.code === "TAB_AS_INDENT") return { offset, ...TAB };
  const unclosed = findUnclosed(text, offset);
  if (unclosed) return unclosed;
  const line = lineAt(text, offset);
  const field = readFieldLine(line.text, line.start);
  if (!field) return { offset, ...explainOther(line.text) };
  const next = lineAt(text, line.end + 1).text;
  const isDeeper = next.trim() !== "" && next.search(/[^ ]/) > field.indent;
  return explainValue(field) ?? { offset, ...(isDeeper ? HAS_A_VALUE : UNREADABLE) };
}

function lineAt(text: string, offset: number) {
  const start = text.slice(0, offset).lastIndexOf("\n") + 1;
  const newline = text.indexOf("\n", offset);
  const end = newline === -1 ? text.length : newline;
  return { start, end, text: text.slice(start, end) };
}

function readFieldLine(line: string, start: number): FieldLine | undefined {
  const [, indent = "", name, gap = "", value = ""] =
    /^( *(?:- +)*)([\w-]{1,64})[ \t]*:(?:([ \t]+)(.*))?$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const offset = start + line.length - value.length - (value === "" ? gap.length : 0);
  return { indent: indent.length, name, value: value.trimEnd(), offset };
}

const CLOSERS = new Map([
  ["[", "]"],
  ["{", "}"],
  ['"', '"'],
  ["'", "'"],
]);

/** How many fields above the error are suspected of never having been closed. */
const SUSPECTS = 3;

function findUnclosed(text: string, error: number): YamlWords | undefined {
  let suspects = SUSPECTS;
  for (let at = error; at >= 0 && suspects > 0;) {
    const line = lineAt(text, at);
    const lost = findLostBracket(line.text);
    if (lost) return { ...lost, offset: line.start + lost.offset };
    const field = readFieldLine(line.text, line.start);
    const words = field && explainUnclosed(field, text.slice(field.offset + 1, error));
    if (words) return words;
    if (field) suspects--;
    at = line.start - 1;
  }
  return undefined;
}

/** A `#` that makes a comment of the bracket behind it: `[Storms, #MeToo]`. */
function findLostBracket(line: string): YamlWords | undefined {
  const opener = line.search(/[[{]/);
  if (!/^ *(?:- +)*(?:[\w-]+[ \t]*:[ \t]+)?$/.test(line.slice(0, Math.max(0, opener))))
    return undefined;
  const comment = line.slice(opener).search(/(?<=[\s,[{])#/);
  const offset = opener + comment;
  const isLost = opener !== -1 && comment !== -1 && /[\]}]/.test(line.slice(offset));
  return isLost ? { offset, ...LOST_BRACKET } : undefined;
}

/** `untilError` is all that follows the value's first character, up to the error. */
function explainUnclosed(field: FieldLine, untilError: string): YamlWords | undefined {
  const { name, value, offset } = field;
  const opener = value.slice(0, 1);
  const closer = CLOSERS.get(opener);
  if (closer === undefined) return undefined;
  // A bracket may be closed lines below. A quote could too, but hardly ever is meant to be.
  const isClosed = value.includes(closer, 1) || (closer !== opener && untilError.includes(closer));
  return isClosed ? undefined : { offset, ...neverClosed(name, opener, closer) };
}

function neverClosed(name: string, opener: string, closer: string): Words {
  return {
    message: `${quote(name)} opens with ${opener} and is never closed.`,
    cure: `Put ${closer} at its end, or the whole text in quotes if the ${opener} belongs to it.`,
  };
}

function explainValue({ name, value, offset }: FieldLine): YamlWords | undefined {
  if (value.endsWith("]") && /^\[\s*,|,\s*,/.test(value)) return { offset, ...EMPTY_ENTRY };
  if (/^[[{].*: .*[\]}]$/.test(value)) return { offset, ...BRACKETED };
  const isText = /^["'`@%&*!|>]|: |:$|^[[{].*[\]}].|^- |^\? /.test(value);
  if (!isText) return undefined;
  const message = `The text of ${quote(name)} cannot be read as it stands.`;
  return { offset, message, cure: `Put it in quotes: ${name}: ${inYamlQuotes(value)}` };
}

function explainOther(line: string): Words {
  const entry = /^\s*- +(.*)$/s.exec(line)?.[1];
  if (entry !== undefined) {
    const cure = `Put it in quotes: - ${inYamlQuotes(entry)}`;
    return { message: "This entry cannot be read as it stands.", cure };
  }
  if (/^\s*[\w-]+:\S/.test(line)) return NO_SPACE;
  return /^\s*[\]}]/.test(line) ? UNREADABLE : NO_FIELD;
}

const TAB = {
  message: "This line is indented with a tab.",
  cure: "Indent with spaces: two for each level.",
};

const LOST_BRACKET = {
  message: "What follows “#” counts as a comment, and so the bracket behind it is not read.",
  cure: 'Put the text that holds the “#” in quotes, as in ["#MeToo"].',
};

const EMPTY_ENTRY = {
  message: "The list has an empty entry: two commas follow each other.",
  cure: "Write the entry, or delete one comma.",
};

const BRACKETED = {
  message: "What stands in these brackets cannot be read.",
  cure: "Put each text in them that holds a colon in quotes, or the whole if the brackets belong to the text.",
};

const HAS_A_VALUE = {
  message: "This field has a value, and the line below it is indented as if it belonged to it.",
  cure: "Begin the next field below the first letter of this one, or join the two lines.",
};

const NO_SPACE = {
  message: "There is no space after the colon.",
  cure: "Write “name: value” with a space.",
};

const NO_FIELD = {
  message: "This line is not a field.",
  cure: "Write “name: value”; the text of a story stands below the second “---”.",
};

const UNREADABLE = {
  message: "This cannot be read.",
  cure: "Write “name: value” on one line; put a text with colons, quotes or brackets in quotes.",
};
