// What a schema says about the field at a path: its names, its example. The schema is the manual, so
// the help a writer gets is read from it.

import * as z from "zod";
import type { FieldPath } from "../problems/problem.ts";

type Schema = z.core.$ZodType;

/** The names of the fields that may stand at `path`; none where there is no group of fields. */
export function fieldNames(schema: Schema, path: FieldPath = []): readonly string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** The line a writer could have written for the field, as the schema's `example` gives it. */
export function exampleOf(schema: Schema, path: FieldPath): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const last = path.at(-1);
  let found = parent && last !== undefined ? step(parent, last) : undefined;
  while (found) {
    const example = z.globalRegistry.get(found)?.["example"];
    if (typeof example === "string") return example;
    found = inside(found);
  }
  return undefined;
}

/** Whether a file is refused without the field. */
export function isRequired(schema: Schema, path: FieldPath): boolean {
  const parent = schemaAt(schema, path.slice(0, -1));
  const last = path.at(-1);
  const found = parent && last !== undefined ? step(parent, last) : undefined;
  return found !== undefined && inside(found) === undefined;
}

function schemaAt(schema: Schema, path: FieldPath): Schema | undefined {
  let found: Schema | undefined = schema;
  for (const name of path) found = found && step(bare(found), name);
  return found && bare(found);
}

/** The schema itself, out of its wrappers: "optional", "default", "transform". */
function bare(schema: Schema): Schema {
  const inner = inside(schema);
  return inner ? bare(inner) : schema;
}

function inside(schema: Schema): Schema | undefined {
  if (schema instanceof z.ZodPipe) return schema.def.in;
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? schema.def.innerType : undefined;
}

function step(schema: Schema, name: string | number): Schema | undefined {
  if (schema instanceof z.ZodObject) return ownProperty(schema.shape, String(name));
  if (schema instanceof z.ZodArray) return schema.def.element;
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  return schema instanceof z.ZodTuple ? schema.def.items[Number(name)] : undefined;
}

function ownProperty<Value>(shape: Readonly<Record<string, Value>>, name: string) {
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}
