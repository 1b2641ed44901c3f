// The record of the edition that is live, in the state folder: a head that is read whole, a line for
// each story that is read when it is asked for, and a journal of the lines that have changed since.
// Only ever a shortcut: damaged, or of another edition, it counts as none.

import { hash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

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
  readonly head: Head;
  /** When head or journal were last written; milliseconds since 1970, by the clock of the disk. */
  readonly written: number;
  readonly journal: Journal<Note>;
  readonly places: readonly Place[];
}

/** A line that is not what was written, so that the whole record is worth nothing. */
export class DamagedRecord extends Error {}

/**
 * Writes the record of an edition, one line for each row. A disk that has no room for it has no say
 * in a paper that is published.
 */
export function writeRecord(
  folder: string,
  head: object,
  lines: Iterable<string>,
  begun: Omit<Journal<object>, "places">,
): void {
  try {
    forgetRecord(folder);
    mkdirSync(folder, { recursive: true });
    const places = writeLines(join(folder, LINES), lines);
    writeSealed(join(folder, HEAD), { head, places, journal: { ...begun, places: [] } });
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

function writeLines(path: string, lines: Iterable<string>): readonly Place[] {
  const places: Place[] = [];
  const file = openSync(path, "w");
  try {
    let chunk = "";
    let start = 0;
    for (const line of lines) {
      const length = Buffer.byteLength(line);
      places.push([start, length, hashOf(line)]);
      start += length + 1;
      chunk += `${line}\n`;
      if (chunk.length > CHUNK) {
        writeFileSync(file, chunk);
        chunk = "";
      }
    }
    writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
  return places;
}

/** The record, if it is whole and of the edition whose manifest has this hash. */
export function openRecord<Head, Note>(
  folder: string,
  manifest: string,
): StandingRecord<Head, Note> | undefined {
  const kept = readSealed<Kept<Head, Note>>(join(folder, HEAD));
  if (!kept) return undefined;
  const later = readSealed<Journal<Note>>(join(folder, JOURNAL));
  const journal = later?.value ?? kept.value.journal;
  if (journal.manifest !== manifest) return undefined;
  const places = [...kept.value.places];
  for (const [row, place] of journal.places) places[row] = place;
  const written = Math.min(kept.written, later?.written ?? Infinity);
  return { folder, head: kept.value.head, written, journal, places };
}

interface Kept<Head, Note> {
  readonly head: Head;
  readonly places: readonly Place[];
  readonly journal: Journal<Note>;
}

/** @throws DamagedRecord */
export function readLine(
  { folder, places }: StandingRecord<unknown, unknown>,
  row: number,
): string {
  const [start, length, expected] = places[row] ?? [0, 0, ""];
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
  { folder, journal }: StandingRecord<unknown, Note>,
  lines: ReadonlyMap<number, string>,
  now: Omit<Journal<Note>, "places">,
): void {
  try {
    const path = join(folder, LINES);
    const places = new Map(journal.places);
    let start = lstatSync(path).size;
    for (const [row, line] of lines) {
      const length = Buffer.byteLength(line);
      places.set(row, [start, length, hashOf(line)]);
      start += length + 1;
    }
    appendFileSync(path, [...lines.values()].map((line) => `${line}\n`).join(""));
    writeSealed(join(folder, JOURNAL), { ...now, places: [...places] });
  } catch {
    forgetRecord(folder);
  }
}

function hashOf(line: string): string {
  return hash("sha256", line, "base64url").slice(0, 22);
}

interface Sealed<Value> {
  readonly value: Value;
  readonly written: number;
}

/** Whole or not at all, under a hash of its own. */
function writeSealed(path: string, value: unknown): void {
  const body = JSON.stringify(value);
  writeFileSync(`${path}.new`, `${hash("sha256", body)}\n${body}`);
  renameSync(`${path}.new`, path);
}

function readSealed<Value>(path: string): Sealed<Value> | undefined {
  try {
    const written = lstatSync(path).mtimeMs;
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    if (hash("sha256", body) !== text.slice(0, end)) return undefined;
    const value: Value = JSON.parse(body);
    return { value, written };
  } catch {
    return undefined;
  }
}
