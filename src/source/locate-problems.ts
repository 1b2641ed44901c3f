// Looks up the line of every problem. Only here do fields become lines again: the files are read a
// second time, which costs nothing worth saving when a person has to read the report.

import type { LocatedLine, LocatedProblem } from "../problems/located-problem.ts";
import { type FieldPath, position, type Position, type Problem } from "../problems/problem.ts";
import { byteOrder } from "./byte-order.ts";
import { roleOf } from "./content-layout.ts";
import { decodeLoosely } from "./decode-text.ts";
import { AUTHOR_GATE, PAGE_GATE, STORY_GATE } from "./gates.ts";
import { readHeader, readSettings } from "./read-fields.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { YamlPlaces } from "./yaml-places.ts";

/** Bytes. A file beyond this has one problem, its size, and that has no line. */
const LONGEST = 1024 * 1024;

/** The problems with their lines, in order of file, line and column. `folder` holds the content. */
export function locateProblems<Found extends Problem>(
  problems: readonly Found[],
  folder: string,
): readonly Located<Found>[] {
  const located: Located<Found>[] = [];
  const placed = problems.filter(({ place }) => place !== undefined);
  const files = new Map<string, WrittenFile>();
  for (const file of new Set(placed.map(({ file }) => file)))
    files.set(file, readAgain(folder, file));
  for (const problem of problems) {
    const { place: _, ...words } = problem;
    const at = locate(problem, files.get(problem.file));
    // Nothing is lost but the place, which the compiler cannot tell of an unknown type.
    located.push({ ...words, ...(at && { at }) } as Located<Found>);
  }
  return located.sort((a, b) => byteOrder(a.file, b.file) || before(a.at, b.at));
}

/** A problem with its line, and whatever else was said of it. */
type Located<Found extends Problem> = Omit<Found, "place"> & LocatedProblem;

/** A file as far as it can be read again. */
interface WrittenFile {
  readonly lines: readonly string[];
  readonly places?: YamlPlaces;
}

function readAgain(folder: string, file: string): WrittenFile {
  const read = readRegularFile(folder, file, LONGEST);
  if (read.kind === "fault") return { lines: [] };
  const text = decodeLoosely(read.bytes);
  const places = placesIn(file, text);
  return { lines: text.split("\n"), ...(places && { places }) };
}

function placesIn(file: string, text: string): YamlPlaces | undefined {
  const gate = gateOf(file);
  if (gate === "settings") return readSettings(text).places;
  const read = gate && readHeader(text, gate);
  return read?.kind === "fields" ? read.yaml.places : undefined;
}

function gateOf(file: string) {
  const { kind } = roleOf(file);
  if (kind === "story") return STORY_GATE;
  if (kind === "author") return AUTHOR_GATE;
  if (kind === "page") return PAGE_GATE;
  return kind === "site" || kind === "front" ? "settings" : undefined;
}

function locate({ place }: Problem, file: WrittenFile | undefined): LocatedLine | undefined {
  if (!place || !file) return undefined;
  const { line, column } = place.kind === "position" ? place : find(place.path, file);
  const text = file.lines[line - 1];
  return text === undefined ? { line, column } : { line, column, text };
}

function find(path: FieldPath, file: WrittenFile): Position {
  return file.places?.valueAt(path) ?? position(1, 1);
}

function before(a: LocatedLine | undefined, b: LocatedLine | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
