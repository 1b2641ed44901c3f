// A schema's issues in a sub-editor's words. The schema library's own sentences never reach anyone.

import type * as z from "zod";
import { nearest } from "../problems/nearest.ts";
import { DATE_FIELDS } from "./date-notation.ts";
import { EMPTY } from "./field-types.ts";
import { capital, labelOf } from "./field-label.ts";
import { field, type FieldPath, type Place } from "../problems/problem.ts";
import { quote, quoteAll } from "../problems/quote.ts";
import { foreignCure, nearForeignCure, PICTURE_FOREIGN } from "./foreign-fields.ts";
import type { Gate } from "./gates.ts";
import type { Yaml } from "./read-yaml.ts";
import { exampleOf, fieldNames, isRequired } from "./schema-fields.ts";
import { wrongType } from "./wrong-type.ts";
import { inYamlQuotes } from "./yaml-quotes.ts";

/** A problem without its file. */
export interface FieldWords {
  readonly place: Place;
  readonly message: string;
  readonly cure?: string;
}

type Issue = z.core.$ZodIssue;
type AnyGate = Gate<unknown>;

/** What to tell the writer about one issue: a sentence for each unknown field, else one. */
export function fieldWords(issue: Issue, yaml: Yaml, gate: AnyGate): readonly FieldWords[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownField(key, path, yaml, gate));
  const place = field(...path);
  const value = valueAt(yaml.data, path);
  if (path.length === 0) return [{ place, ...noFields(gate) }];
  if (value === undefined) return [{ place, ...missing(path, gate) }];
  const isEmpty = value === null || issue.message === EMPTY;
  if (isEmpty) return [{ place, ...empty(issue, path, value, yaml, gate) }];
  return [{ place, ...refused(issue, path, value, yaml, gate) }];
}

type Words = Omit<FieldWords, "place">;

function unknownField(key: string, path: FieldPath, yaml: Yaml, gate: AnyGate): FieldWords {
  const names = fieldNames(gate.schema, path);
  const isPicture = names.includes("alt");
  const foreign = path.length === 0 ? gate.foreign : isPicture ? PICTURE_FOREIGN : new Map();
  const near = nearest(key, names);
  const group = path.length === 0 ? gate.words[1] : labelOf(path);
  return {
    place: yaml.places.nameAt([...path, key]),
    message: `${quote(key)} is not a field of ${group}.`,
    cure:
      foreignCure(key, foreign) ??
      (near && `Did you mean ${quote(near)}?`) ??
      nearForeignCure(key, foreign) ??
      `Known fields: ${names.join(", ")}.`,
  };
}

function noFields({ words, schema }: AnyGate): Words {
  const [first = ""] = fieldNames(schema);
  return {
    message: `There are no fields here: ${words[1]} is described by names, each with a colon and a value.`,
    cure: `Write one field a line, for example: ${exampleOf(schema, [first])}`,
  };
}

function missing(path: FieldPath, gate: AnyGate): Words {
  const parent = path.slice(0, -1);
  const owner = parent.length === 0 ? gate.words[0] : capital(labelOf(parent));
  const message = `${owner} has no ${quote(String(path.at(-1)))}${ruleOf(path)}.`;
  return { message, ...cure(showExample(gate, path)) };
}

/** The one rule of the house that is said each time. */
function ruleOf(path: FieldPath): string {
  return path.at(-1) === "credit" ? ": no credit, no publication" : "";
}

function empty(issue: Issue, path: FieldPath, value: unknown, yaml: Yaml, gate: AnyGate): Words {
  const label = capital(labelOf(path));
  const written = yaml.places.written(path)?.trim();
  const isNull = value === null && written;
  const message = isNull
    ? `${label} is ${quote(written)}, which is read as “nothing”.`
    : `${label} ${EMPTY}${ruleOf(path)}.`;
  if (isNull && mayBeAnyText(issue, path))
    return { message, cure: `Put it in quotes: ${inYamlQuotes(written)}` };
  if (isRequired(gate.schema, path)) return { message, ...cure(showExample(gate, path)) };
  return { message, cure: "Write a value after it, or delete it if it is not needed." };
}

/** Such as a headline may be “null”, and a date or a list may not. */
function mayBeAnyText(issue: Issue, path: FieldPath): boolean {
  const isText = issue.code === "invalid_type" && issue.expected === "string";
  return isText && !DATE_FIELDS.includes(String(path.at(-1)));
}

function refused(issue: Issue, path: FieldPath, value: unknown, yaml: Yaml, gate: AnyGate): Words {
  const label = capital(labelOf(path));
  const written = yaml.places.written(path) ?? "";
  const example = showExample(gate, path);
  if (issue.code === "invalid_type")
    return { ...cure(example), ...wrongType(issue.expected, { path, value, written }) };
  if (issue.code === "invalid_value") return notListed(label, written, issue.values.map(String));
  if (issue.code === "custom")
    return { message: `${label} ${issue.message}`, ...cure(issue.params?.["cure"] as string) };
  return { message: `${label} ${outOfBounds(issue, written)}.`, ...cure(example) };
}

function notListed(label: string, written: string, values: readonly string[]): Words {
  const near = nearest(written, values);
  const all = `It may be ${quoteAll(values)}.`;
  return {
    message: `${label} is ${quote(written)}, which the press does not know.`,
    cure: near ? `Did you mean ${quote(near)}? ${all}` : all,
  };
}

function outOfBounds(issue: Issue, written: string): string {
  if (issue.code === "too_small" && issue.origin === "number")
    return `is ${written}, less than ${issue.minimum}`;
  if (issue.code === "too_big" && issue.origin === "number")
    return `is ${written}, more than ${issue.maximum}`;
  if (issue.code === "too_small") return `needs at least ${entries(issue.minimum)}`;
  if (issue.code === "too_big") return `has more than ${entries(issue.maximum)}`;
  return "does not have the form it needs";
}

function entries(count: number | bigint): string {
  return Number(count) === 1 ? "one entry" : `${count} entries`;
}

function showExample(gate: AnyGate, path: FieldPath): string | undefined {
  const last = path.findLastIndex((step) => typeof step === "string");
  const field = path.slice(0, last + 1);
  const [name, ...others] = fieldNames(gate.schema, field);
  const group = name && `${field.at(-1)}: { ${name}: … }`;
  const example = exampleOf(gate.schema, field) ?? group;
  const rest =
    example === group && others.length > 0 ? ` It may also hold: ${others.join(", ")}.` : "";
  return example && `Write, for example: ${example}${rest}`;
}

function cure(text: string | undefined) {
  return text === undefined ? {} : { cure: text };
}

function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) {
    const isGroup = typeof value === "object" && value !== null && Object.hasOwn(value, step);
    value = isGroup ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}
