// The gate: does what a file says have the shape the schema asks for? Every mistake becomes a
// problem with its field, the value as it was written, and the right form.

import type { FieldPath, Outcome, Problem } from "../problems/problem.ts";
import { fieldWords } from "./field-words.ts";
import type { Gate } from "./gates.ts";
import type { Yaml, YamlFault } from "./read-yaml.ts";
import { fieldNames } from "./schema-fields.ts";

/** Checks what `file` says. The value is undefined as soon as there is one problem. */
export function checkFields<Spec>(
  yaml: Yaml,
  gate: Gate<Spec>,
  file: string,
): Outcome<Spec | undefined> {
  const faults = yaml.faults.map(({ place, message, cure }) => ({ file, place, message, cure }));
  if (yaml.faults.some(({ path }) => path === undefined))
    return { value: undefined, problems: faults };
  const result = gate.schema.safeParse(yaml.data ?? {});
  const issues = result.error?.issues ?? [];
  const problems = issues
    .filter(({ path }) => !yaml.faults.some((fault) => covers(fault, path)))
    .flatMap((issue): Problem[] =>
      fieldWords(issue, yaml, gate).map((words) => ({ file, ...words })),
    );
  const isSound = faults.length + problems.length === 0;
  return { value: isSound ? result.data : undefined, problems: [...faults, ...problems] };
}

/** What can be read of faulty fields, for finding what else is wrong in the file. */
export interface Readable<Spec> {
  readonly spec: Spec;
  /** Fields that are missing or wrong; substitutes or defaults stand in their place. */
  readonly unread: ReadonlySet<string>;
}

/** The sound fields among faulty ones; undefined when even with substitutes there is no shape to it. */
export function readableFields<Spec>(yaml: Yaml, gate: Gate<Spec>): Readable<Spec> | undefined {
  const isReadable = !yaml.faults.some(({ path }) => path === undefined);
  const data = isReadable ? (yaml.data ?? {}) : {};
  const issues = gate.schema.safeParse(data).error?.issues ?? [];
  const wrong = [
    ...issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [issue.path[0]],
    ),
    ...yaml.faults.map(({ path }) => path?.[0]),
  ];
  const unread = new Set(isReadable ? wrong.map(String) : fieldNames(gate.schema));
  const substitutes = Object.entries(gate.substitutes).filter(([name]) => unread.has(name));
  const sound = Object.entries(data).filter(([name]) => !unread.has(name));
  const result = gate.schema.safeParse(Object.fromEntries([...substitutes, ...sound]));
  return result.success ? { spec: result.data, unread } : undefined;
}

/** What follows from a fault in the YAML is not reported again. */
function covers(fault: YamlFault, path: readonly PropertyKey[]): boolean {
  const above: FieldPath = fault.path ?? [];
  return above.every((step, index) => step === path[index]);
}
