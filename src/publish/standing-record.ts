// The record of the edition that is live, in the state folder: a head, columns of what is asked of all
// stories, a line for each story that is read when it is asked for, and a journal of the lines that
// have changed since. Only ever a shortcut: damaged, or of another edition, it counts as none.

import { hash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  columnOfNumbers,
  type Columns,
  numbersIn,
  readColumns,
  writeColumns,
} from "../source/sealed-columns.ts";

/** Where a line stands among the stories, in bytes, and what stands for it. */
type Place = readonly [start: number, length: number, hash: string];

/** What has changed since the head was written. */
export interface Journal<Note> {
  /** SHA-256 of the manifest that is live, hexadecimal. */
  readonly manifest: string;
  readonly note: Note;
  /** Rows whose line is another one by now. */
  readonly places: readonly (readonly [row: number, place: Place])[];
}

export interface StandingRecord<Head, Note> {
  readonly folder: string;
  /** What it is good for. */
  readonly of: string;
  readonly head: Head;
  /** As they were given to `writeRecord`. */
  readonly columns: Readonly<Record<string, Buffer>>;
  /** When the head was written; milliseconds since 1970, by the clock of the disk. */
  readonly written: number;
  readonly journal: Journal<Note>;
  /** When the journal was written; with the head, where nothing has changed since. */
  readonly amended: number;
  readonly placeOf: (row: number) => Place;
}

/** A line that is not what was written, so that the whole record is worth nothing. */
export class DamagedRecord extends Error {}

/** Lines that lie ready: with a head they will be a record. */
export interface DraftRecord {
  readonly folder: string;
  readonly places: readonly Place[];
}

/** What makes a record of lines. */
export interface NewHead {
  /** What it is good for, in one line. */
  readonly of: string;
  readonly head: object;
  readonly columns: Columns;
  readonly begun: Omit<Journal<object>, "places">;
}

/**
 * Writes the lines of an edition that is about to be published, and forgets the one before. Others may
 * be at work meanwhile: they are given their turns.
 *
 * @param lines one for each row
 * @returns undefined where the disk has no room: it has no say in the paper
 */
export async function draftRecord(
  folder: string,
  lines: Iterable<string>,
): Promise<DraftRecord | undefined> {
  forgetRecord(folder);
  try {
    mkdirSync(folder, { recursive: true });
    return { folder, places: await writeLines(join(folder, LINES), lines) };
  } catch {
    forgetRecord(folder);
    return undefined;
  }
}

/** Makes a record of what was drafted, once the edition is live. */
export function sealRecord(
  { folder, places }: DraftRecord,
  { of, head, columns, begun }: NewHead,
): void {
  try {
    writeColumns(join(folder, HEAD), of, {
      ...columns,
      head: inJson(head),
      journal: inJson({ ...begun, places: [] }),
      places: columnOfNumbers(places.flatMap(([from, length]) => [from, length])),
      hashes: Buffer.from(places.map(([, , own]) => own).join("")),
    });
  } catch {
    forgetRecord(folder);
  }
}

/**
 * The head goes first: without one there is no record. What a disk will not let go of is of another
 * edition than the one that is live, and counts for nothing.
 */
export function forgetRecord(folder: string): void {
  for (const name of [HEAD, JOURNAL, LINES]) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // As said above.
    }
  }
}

const HEAD = "head";
const JOURNAL = "journal";
const LINES = "stories";

/** Some hundred lines at a time: an archive's are more than a string may hold. */
const CHUNK = 1024 * 1024;

const END_OF_LINE = Buffer.from("\n");

async function writeLines(path: string, lines: Iterable<string>): Promise<readonly Place[]> {
  const places: Place[] = [];
  const file = openSync(path, "w");
  try {
    let chunk: Uint8Array[] = [];
    let start = 0;
    let written = 0;
    for (const line of lines) {
      const bytes = Buffer.from(line);
      places.push([start, bytes.length, hashOf(bytes)]);
      chunk.push(bytes, END_OF_LINE);
      start += bytes.length + 1;
      if (start - written > CHUNK) {
        writeFileSync(file, Buffer.concat(chunk));
        chunk = [];
        written = start;
        await setImmediate();
      }
    }
    writeFileSync(file, Buffer.concat(chunk));
  } finally {
    closeSync(file);
  }
  return places;
}

/** The record, if it is whole, good for this, and of the edition whose manifest has this hash. */
export function openRecord<Head, Note>(
  folder: string,
  of: string,
  manifest: string,
): StandingRecord<Head, Note> | undefined {
  const later = readColumns(join(folder, JOURNAL), of);
  const kept = readColumns(join(folder, HEAD), of);
  if (!kept) return undefined;
  const journal: Journal<Note> = fromJson((later ?? kept).columns["journal"]);
  if (journal.manifest !== manifest) return undefined;
  const head: Head = fromJson(kept.columns["head"]);
  const { written, columns } = kept;
  const amended = later?.written ?? written;
  return { folder, of, head, columns, written, journal, amended, placeOf: places(kept, journal) };
}

function places(
  { columns }: { readonly columns: Readonly<Record<string, Buffer>> },
  journal: Journal<unknown>,
): (row: number) => Place {
  const later = new Map(journal.places);
  const numbers = numbersIn(columns["places"]);
  const hashes = columns["hashes"]?.toString("latin1") ?? "";
  return (row) =>
    later.get(row) ?? [
      numbers[2 * row] ?? 0,
      numbers[2 * row + 1] ?? 0,
      hashes.slice(row * HASH_LENGTH, (row + 1) * HASH_LENGTH),
    ];
}

/** @throws DamagedRecord */
export function readLine(
  { folder, placeOf }: StandingRecord<unknown, unknown>,
  row: number,
): string {
  const [start, length, expected] = placeOf(row);
  const bytes = Buffer.alloc(length);
  const file = openSync(join(folder, LINES), "r");
  try {
    readSync(file, bytes, 0, length, start);
  } finally {
    closeSync(file);
  }
  const line = bytes.toString();
  if (hashOf(line) !== expected) throw new DamagedRecord(`row ${row} of the record in ${folder}`);
  return line;
}

/** Puts new lines in the place of old ones, and a new note into the journal. */
export function amendRecord<Note>(
  { folder, of, journal }: StandingRecord<unknown, Note>,
  lines: ReadonlyMap<number, string>,
  now: Omit<Journal<Note>, "places">,
): void {
  try {
    const path = join(folder, LINES);
    const amended = new Map(journal.places);
    let start = lstatSync(path).size;
    for (const [row, line] of lines) {
      const length = Buffer.byteLength(line);
      amended.set(row, [start, length, hashOf(line)]);
      start += length + 1;
    }
    appendFileSync(path, [...lines.values()].map((line) => `${line}\n`).join(""));
    writeColumns(join(folder, JOURNAL), of, { journal: inJson({ ...now, places: [...amended] }) });
  } catch {
    forgetRecord(folder);
  }
}

const HASH_LENGTH = 22;

function hashOf(line: string | Uint8Array): string {
  return hash("sha256", line, "base64url").slice(0, HASH_LENGTH);
}

function inJson(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function fromJson(column: Buffer | undefined) {
  return JSON.parse(column?.toString() ?? "");
}
