// What is kept of many things from build to build: each property of all of them in a column of its
// own, under one seal. A column is bytes until it is asked for, and few of them ever are. Only a
// shortcut: a file that is damaged, or was kept for something else, counts as none.

import { createHash } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

export type Columns = Readonly<Record<string, Uint8Array>>;

export interface KeptColumns {
  readonly columns: Readonly<Record<string, Buffer>>;
  /** When they were written; milliseconds since 1970, by the clock of the disk. */
  readonly written: number;
}

/** The first line after the seal. */
interface Opening {
  readonly of: string;
  readonly lengths: readonly (readonly [name: string, bytes: number])[];
}

/** Writes columns, whole or not at all; `of` says what they are kept for. */
export function writeColumns(path: string, of: string, columns: Columns): void {
  const lengths = Object.entries(columns).map(([name, { length }]) => [name, length] as const);
  const opening = Buffer.from(`${JSON.stringify({ of, lengths } satisfies Opening)}\n`);
  const parts = [opening, ...Object.values(columns)];
  const seal = createHash("sha256");
  for (const part of parts) seal.update(part);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.new`, "w");
  try {
    writeAll(file, Buffer.from(seal.digest("hex")));
    for (const part of parts) writeAll(file, part);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

/** A disk may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** The columns kept there for this, if they are as they were written. */
export function readColumns(path: string, of: string): KeptColumns | undefined {
  try {
    const { mtimeMs: written } = lstatSync(path);
    const bytes = readFileSync(path);
    const body = bytes.subarray(SEAL_LENGTH);
    const end = body.indexOf("\n") + 1;
    const opening: Opening = JSON.parse(body.toString("utf8", 0, end));
    if (opening.of !== of) return undefined;
    const seal = createHash("sha256").update(body).digest("hex");
    if (seal !== bytes.toString("latin1", 0, SEAL_LENGTH)) return undefined;
    const columns: Record<string, Buffer> = {};
    let start = end;
    for (const [name, length] of opening.lengths) {
      columns[name] = body.subarray(start, start + length);
      start += length;
    }
    return { columns, written };
  } catch {
    return undefined;
  }
}

/** SHA-256, hexadecimal. */
const SEAL_LENGTH = 64;

export function columnOfTexts(texts: readonly string[]): Uint8Array {
  if (texts.some((text) => text.includes(END))) throw new Error("A text holds a NUL.");
  return Buffer.from(texts.map((text) => text + END).join(""));
}

export function textsIn(column: Buffer | undefined): readonly string[] {
  return column?.toString().split(END).slice(0, -1) ?? [];
}

const END = "\0";

export function columnOfNumbers(numbers: Float64Array | readonly number[]): Uint8Array {
  return new Uint8Array(
    (numbers instanceof Float64Array ? numbers : Float64Array.from(numbers)).buffer,
  );
}

export function numbersIn(column: Buffer | undefined): Float64Array {
  // A copy: numbers must lie at a multiple of their size.
  return new Float64Array(Uint8Array.from(column ?? []).buffer);
}
