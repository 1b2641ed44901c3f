// From the text of a file to its fields: the one way, taken when content is read and again when a
// problem's line is looked up, so that both always mean the same place.

import { position } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { Gate } from "./gates.ts";
import { maskVerbatim, type RunOn } from "./mask-verbatim.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";
import { readYaml, type Yaml, type YamlFault } from "./read-yaml.ts";
import { fieldNames } from "./schema-fields.ts";
import { type SplitFile, splitHeader } from "./split-header.ts";
import { PROSE_FIELDS, VERBATIM_FIELDS } from "./story-schema.ts";

/** A file's fields and, below them, its text. */
export interface FieldsAndText {
  readonly kind: "fields";
  readonly yaml: Yaml;
  readonly text: string;
  /** The line of the file on which `text` begins. */
  readonly textLine: number;
}

type NoHeader = Extract<SplitFile, { kind: "fault" }>;

const NO_PROSE: ReadonlySet<string> = new Set();
const PROSE: ReadonlySet<string> = new Set(PROSE_FIELDS);
const VERBATIM: ReadonlySet<string> = new Set(VERBATIM_FIELDS);

/** The first line of YAML in a file with a header: below the opening `---`. */
const HEADER_LINE = 2;

/** Reads a file that is fields only, `site.yaml`. */
export function readSettings(file: string): Yaml {
  return readYaml(file, 1, NO_PROSE);
}

/** Reads a file with a header and a text, or says why it has no header. */
export function readHeader(file: string, gate: Gate<unknown>): FieldsAndText | NoHeader {
  const split = splitHeader(file);
  if (split.kind === "fault") return split;
  const known = new Set(fieldNames(gate.schema));
  const masked = maskVerbatim(split.header, { known, verbatim: VERBATIM });
  const yaml = readMasked(masked.yaml);
  const faults = [...masked.runOns.map(runOnFault), ...yaml.faults];
  const { text, textLine } = split;
  if (faults.length === yaml.faults.length) return { kind: "fields", yaml, text, textLine };
  return { kind: "fields", yaml: { ...yaml, faults }, text, textLine };
}

function readMasked(text: string): Yaml {
  const data = readPlainYaml(text);
  if (!data) return readYaml(text, HEADER_LINE, PROSE);
  return {
    data,
    faults: [],
    // Only asked for where the schema finds a mistake.
    get places() {
      return readYaml(text, HEADER_LINE, PROSE).places;
    },
  };
}

function runOnFault({ field, place }: RunOn): YamlFault {
  return {
    place: position(place.line + HEADER_LINE - 1, place.column),
    path: [field],
    message: `${quote(field)} goes on below its line.`,
    cure: `Write it on one line, however long, or put “>” behind “${field}:” and the whole text below.`,
  };
}
