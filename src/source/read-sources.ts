// Reads files with a header and a text, or takes them from the index where they have not changed.

import { hash } from "node:crypto";
import type { Outcome } from "../problems/problem.ts";
import { checkFields, readableFields } from "./check-fields.ts";
import type { FaultySource, Source } from "./content.ts";
import { isSameStamp, type Stamp } from "./content-index.ts";
import { decodeText } from "./decode-text.ts";
import type { Gate } from "./gates.ts";
import { readHeader } from "./read-fields.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** Bytes of one text; twenty times the longest reportage. */
export const LONGEST_TEXT = 1024 * 1024;

/** Sound files, and what can be read of the others. */
export interface Sources<Spec> {
  readonly sound: readonly Source<Spec>[];
  readonly faulty: readonly FaultySource<Spec>[];
}

const NOTHING = { sound: [], faulty: [] } as const;

/** Files as they were when they were listed. */
export interface StampedFiles {
  /** Absolute. */
  readonly folder: string;
  /** Relative to it. */
  readonly files: readonly string[];
  readonly stamps: ReadonlyMap<string, Stamp>;
}

/** @param index entries whose `spec` was accepted by the same gate */
export function readSources<Spec>(
  { folder, files, stamps }: StampedFiles,
  gate: Gate<Spec>,
  index: ReadonlyMap<string, KnownSource<Spec>> = new Map(),
): Outcome<Sources<Spec>> {
  const read = files.map((file) => {
    const stamp = stamps.get(file);
    const known = index.get(file);
    return known && stamp && isSameStamp(known.stamp, stamp)
      ? { value: { sound: [unchanged(folder, file, gate, known)], faulty: [] }, problems: [] }
      : readSource(folder, file, gate, stamp);
  });
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
  readonly hash: string;
  readonly textLine: number;
}

function readSource<Spec>(
  folder: string,
  file: string,
  gate: Gate<Spec>,
  stamp: Stamp | undefined,
): Outcome<Sources<Spec>> {
  const read = readTextFile(folder, file, stamp);
  if (read.value === undefined) return { value: NOTHING, problems: read.problems };
  return sourcesFrom(read.value, file, gate, stamp);
}

/** What a file says whose text is `written`: the source, or what is wrong with it. */
export function sourcesFrom<Spec>(
  written: string,
  file: string,
  gate: Gate<Spec>,
  stamp?: Stamp,
): Outcome<Sources<Spec>> {
  const fields = readHeader(written, gate);
  if (fields.kind === "fault") {
    const { place, message, cure } = fields;
    return { value: NOTHING, problems: [{ file, place, message, cure }] };
  }
  const { value: spec, problems } = checkFields(fields.yaml, gate, file);
  const { text, textLine } = fields;
  const source = { file, text, textLine, isUnchanged: false, ...(stamp && { stamp }) };
  if (spec) {
    const hash = hashOf(spec);
    return { value: { sound: [{ ...source, spec, hash }], faulty: [] }, problems };
  }
  const readable = readableFields(fields.yaml, gate);
  const faulty = readable ? [{ ...source, ...readable, hash: "" }] : [];
  return { value: { sound: [], faulty }, problems };
}

function hashOf(spec: unknown): string {
  return hash("sha256", JSON.stringify(spec), "base64url");
}

/** A story from the index; its text is read when somebody prints it. */
function unchanged<Spec>(
  folder: string,
  file: string,
  gate: Gate<Spec>,
  { spec, hash, textLine, stamp }: KnownSource<Spec>,
): Source<Spec> {
  return {
    file,
    spec,
    hash,
    textLine,
    stamp,
    isUnchanged: true,
    get text() {
      const fields = readHeader(readTextFile(folder, file, stamp).value ?? "", gate);
      return fields.kind === "fields" ? fields.text : "";
    },
  };
}

/**
 * A text file of the content folder, decoded; undefined with the reason as a problem.
 * @param listed its stamp, where it has been looked at already
 */
export function readTextFile(
  folder: string,
  file: string,
  listed?: Stamp,
): Outcome<string | undefined> {
  const read = readRegularFile(folder, file, LONGEST_TEXT, listed);
  const decoded = read.kind === "bytes" ? decodeText(read.bytes) : read;
  if (decoded.kind === "text") return { value: decoded.text, problems: [] };
  const { kind: _, ...words } = decoded;
  return { value: undefined, problems: [{ file, ...words }] };
}
