// Reads files with a header and a text, or takes them from the index where they have not changed.

import { join } from "node:path";
import type { Outcome } from "../problems/problem.ts";
import { checkFields, readableFields } from "./check-fields.ts";
import type { FaultySource, Source } from "./content.ts";
import { isSameStamp, type Stamp, stampOf } from "./content-index.ts";
import { decodeText } from "./decode-text.ts";
import type { Gate } from "./gates.ts";
import { readHeader } from "./read-fields.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** Bytes of one text; twenty times the longest reportage. */
const LONGEST_TEXT = 1024 * 1024;

/** Sound files, and what can be read of the others. */
export interface Sources<Spec> {
  readonly sound: readonly Source<Spec>[];
  readonly faulty: readonly FaultySource<Spec>[];
}

const NOTHING = { sound: [], faulty: [] } as const;

/** @param index entries whose `spec` was accepted by the same gate */
export function readSources<Spec>(
  folder: string,
  files: readonly string[],
  gate: Gate<Spec>,
  index: ReadonlyMap<string, KnownSource<Spec>> = new Map(),
): Outcome<Sources<Spec>> {
  const read = files.map((file) => readSource(folder, file, gate, index.get(file)));
  return {
    value: {
      sound: read.flatMap(({ value }) => value.sound),
      faulty: read.flatMap(({ value }) => value.faulty),
    },
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface KnownSource<Spec> {
  readonly stamp: Stamp;
  readonly spec: Spec;
  readonly textLine: number;
}

function readSource<Spec>(
  folder: string,
  file: string,
  gate: Gate<Spec>,
  known: KnownSource<Spec> | undefined,
): Outcome<Sources<Spec>> {
  const stamp = stampOf(join(folder, file));
  if (known && stamp && isSameStamp(known.stamp, stamp)) {
    return { value: { sound: [unchanged(folder, file, gate, known)], faulty: [] }, problems: [] };
  }
  const read = readTextFile(folder, file);
  if (read.value === undefined) return { value: NOTHING, problems: read.problems };
  const fields = readHeader(read.value, gate);
  if (fields.kind === "fault") {
    const { place, message, cure } = fields;
    return { value: NOTHING, problems: [{ file, place, message, cure }] };
  }
  const { value: spec, problems } = checkFields(fields.yaml, gate, file);
  const { text, textLine } = fields;
  const source = { file, text, textLine, isUnchanged: false, ...(stamp && { stamp }) };
  if (spec) return { value: { sound: [{ ...source, spec }], faulty: [] }, problems };
  const readable = readableFields(fields.yaml, gate);
  return { value: { sound: [], faulty: readable ? [{ ...source, ...readable }] : [] }, problems };
}

/** A story from the index; its text is read when somebody prints it. */
function unchanged<Spec>(
  folder: string,
  file: string,
  gate: Gate<Spec>,
  { spec, textLine, stamp }: KnownSource<Spec>,
): Source<Spec> {
  return {
    file,
    spec,
    textLine,
    stamp,
    isUnchanged: true,
    get text() {
      const fields = readHeader(readTextFile(folder, file).value ?? "", gate);
      return fields.kind === "fields" ? fields.text : "";
    },
  };
}

/** A text file of the content folder, decoded; undefined with the reason as a problem. */
export function readTextFile(folder: string, file: string): Outcome<string | undefined> {
  const read = readRegularFile(join(folder, file), LONGEST_TEXT);
  const decoded = read.kind === "bytes" ? decodeText(read.bytes) : read;
  if (decoded.kind === "text") return { value: decoded.text, problems: [] };
  const { kind: _, ...words } = decoded;
  return { value: undefined, problems: [{ file, ...words }] };
}
