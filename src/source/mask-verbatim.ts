// Headlines nobody can break. YAML would refuse `Budget: council says no` and shorten
// `Man dies # police`, so before YAML sees the header, the one-line text fields are taken as written
// and put into quotes that YAML reads back exactly. Lines keep their numbers.

import { position, type Position } from "../problems/problem.ts";

/** A header that YAML can read, and the fields that went on where they may not. */
export interface MaskedHeader {
  readonly yaml: string;
  /** One-line fields that run on below their own line. */
  readonly runOns: readonly RunOn[];
}

export interface RunOn {
  readonly field: string;
  /** The first line that is too many, counted in the header from 1. */
  readonly place: Position;
}

/** Which fields the header may have. */
export interface HeaderFields {
  /** Taken as written. */
  readonly verbatim: ReadonlySet<string>;
  /** Every field there is. What stands under an unknown one is never read. */
  readonly known: ReadonlySet<string>;
}

/** Rewrites the one-line fields of a header. */
export function maskVerbatim(header: string, fields: HeaderFields): MaskedHeader {
  const runOns: RunOn[] = [];
  let field: OpenField | undefined;
  const masked = header.split("\n").map((line, index) => {
    const opened = openField(line, fields);
    if (opened) {
      field = opened;
      return opened.kind === "yaml" ? line : maskLine(line, opened.rest);
    }
    if (!field || field.kind === "yaml" || !goesOn(field, line)) return line;
    if (field.kind === "verbatim" && line.trim() !== "") {
      runOns.push({ field: field.name, place: position(index + 1, 1) });
      field = { ...field, kind: "unknown" };
    }
    return "";
  });
  return { yaml: masked.join("\n"), runOns };
}

interface OpenField {
  readonly name: string;
  /** What stands after the first colon. */
  readonly rest: string;
  readonly kind: "verbatim" | "yaml" | "unknown";
}

/** The field that begins on this line. Whatever YAML a field holds, only a field is at the margin. */
function openField(line: string, { known, verbatim }: HeaderFields): OpenField | undefined {
  const [, name, rest = ""] = /^([A-Za-z_][\w-]*)[ \t]*:(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (!known.has(name)) return { name, rest, kind: "unknown" };
  const isVerbatim = verbatim.has(name) && !isBlockScalar(rest);
  return { name, rest, kind: isVerbatim ? "verbatim" : "yaml" };
}

/** The line belongs to the field above. YAML allows a list at the margin, which no text would be. */
function goesOn(field: OpenField, line: string): boolean {
  return /^[ \t]|^$/.test(line) || (field.kind === "unknown" && /^-(?: |$)/.test(line));
}

/** The line with its text in double quotes; an empty or properly quoted one stays as it is. */
function maskLine(line: string, rest: string): string {
  const text = trimBlanks(rest);
  if (text === "" || isQuotedScalar(text)) return line;
  const start = line.slice(0, line.length - rest.length);
  const gap = /^[ \t]*/.exec(rest)?.[0] || " ";
  return `${start}${gap}${JSON.stringify(text)}`;
}

/** Without spaces and tabs around it. (A pattern `[ \t]+$` would take minutes on a hostile line.) */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return text.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isBlockScalar(rest: string): boolean {
  return /^[ \t]*[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*$/.test(rest);
}

const SINGLE_QUOTED = /^'(?:[^']|'')*'$/;
const DOUBLE_QUOTED =
  /^"(?:[^"\\]|\\(?:[0abt\tnvfre "/\\N_LP]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4}))*"$/;

/** The whole text is one quoted scalar of YAML, its escapes all known. */
function isQuotedScalar(text: string): boolean {
  return SINGLE_QUOTED.test(text) || DOUBLE_QUOTED.test(text);
}
