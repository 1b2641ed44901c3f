// A value of the wrong kind: what was written, what YAML makes of it, and the form that is meant.

import type { FieldPath } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { DATE_FIELDS, dateCure } from "./date-notation.ts";
import { capital, labelOf } from "./field-label.ts";
import { inYamlQuotes } from "./yaml-quotes.ts";

/** A value as it was read and as it was written. */
interface Found {
  readonly path: FieldPath;
  readonly value: unknown;
  /** Without quotes; "" for lists and groups. */
  readonly written: string;
}

interface Words {
  readonly message: string;
  /** Absent where the field's own example says it best. */
  readonly cure?: string;
}

/** What to say when `expected` (the schema library's word) was wanted. */
export function wrongType(expected: string, found: Found): Words {
  if (expected === "string") return notText(found);
  const { path, value, written } = found;
  const name = nameOf(path);
  const message = `${subject(found)}, ${NOT.get(expected) ?? `not ${expected}`}.`;
  if (expected === "boolean")
    return { message, cure: `Write ${name}true or ${name}false, without quotes.` };
  if (expected === "array" && typeof value !== "object") {
    const cure = `Write ${name}[${written}], or each entry on a line of its own after “- ”.`;
    return { message, cure };
  }
  return { message };
}

const NOT = new Map([
  ["boolean", "neither true nor false"],
  ["number", "not a number"],
  ["array", "not a list"],
  ["tuple", "not a list"],
  ["object", "not a group of fields"],
  ["record", "not a group of fields"],
]);

function notText(found: Found): Words {
  const { path, value, written } = found;
  if (typeof value === "object")
    return { message: `${subject(found)}, not a single text.`, cure: QUOTE_ALL };
  if (DATE_FIELDS.includes(String(path.at(-1))))
    return { message: `${subject(found)}, which is not a date.`, cure: dateCure(written) };
  const kind = typeof value === "boolean" ? "a yes-or-no value" : "a number";
  return {
    message: `${subject(found)}, which is read as ${kind}, not as text.`,
    cure: `Put it in quotes: ${nameOf(path)}${inYamlQuotes(written)}`,
  };
}

const QUOTE_ALL = "If the colon or the brackets belong to the text, put the whole of it in quotes.";

function subject({ path, value, written }: Found): string {
  const shown = typeof value === "object" ? kindOf(value) : quote(written);
  return `${capital(labelOf(path))} is ${shown}`;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "a list" : "a group of fields";
}

/** The field's name with its colon; an entry of a list has none. */
function nameOf(path: FieldPath): string {
  const last = path.at(-1);
  return typeof last === "string" ? `${last}: ` : "";
}
