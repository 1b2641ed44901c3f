// Nearly every header of an archive is plain: one field a line, with a word, a date, a text in quotes
// or a list of words. To read that takes no parser of YAML, which is most of the time that reading a
// story takes; whatever is not quite so plain is left to it. A property test holds the two together.

import { dropForbidden } from "./forbidden-characters.ts";

/**
 * The fields of a plain header, as `readYaml` would read them; undefined for any other. What is read
 * here has no fault of YAML.
 */
export function readPlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  const data: Record<string, unknown> = Object.create(null);
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, name = "", written = ""] = FIELD.exec(line) ?? [];
    const value = valueOf(written);
    if (value === undefined || name in data) return undefined;
    data[name] = value;
  }
  return Object.keys(data).length === 0 ? undefined : data;
}

/** No name is longer, and YAML reads none of more than 1,024 characters. */
const FIELD = /^([a-z][a-z_]{0,63}): ([^ ].*)$/;

function valueOf(written: string): string | readonly string[] | undefined {
  if (written.startsWith('"')) return quoted(written);
  if (written.startsWith("[") && written.endsWith("]")) return listOf(written.slice(1, -1));
  return DATE.test(written) || isWords(written) ? written : undefined;
}

/** A day, with or without a time: text in YAML 1.2. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/;

/** Letters first; nothing that YAML gives a meaning, and no space at the end. */
const WORDS = /^[\p{L}\p{M}](?:[\p{L}\p{M}\p{N} _./-]*[\p{L}\p{M}\p{N}_./-])?$/u;

/** What YAML 1.2's core schema reads as something other than text. */
const NOT_TEXT: ReadonlySet<string> = new Set(
  "null Null NULL true True TRUE false False FALSE".split(" "),
);

function isWords(written: string): boolean {
  return WORDS.test(written) && !NOT_TEXT.has(written);
}

/** In double quotes, what JSON reads is what YAML reads, but for line ends and what no format allows. */
function quoted(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    const isPlain = typeof value === "string" && !/[\n\r]/.test(value);
    return isPlain && dropForbidden(value) === value ? value : undefined;
  } catch {
    return undefined;
  }
}

function listOf(inside: string): readonly string[] | undefined {
  const words = inside.split(", ");
  return words.every(isWords) ? words : undefined;
}
