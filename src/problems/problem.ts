// What is wrong with something a writer gave us: where it stands, what happened, what to do.
// Rooms return problems as values; nothing is thrown for a mistake in the content, so that
// one run can report them all.

/** One mistake in the content, in a sub-editor's words. */
export interface Problem {
  /** The file, relative to the content folder, with forward slashes: `articles/2019/storm.md`. */
  readonly file: string;
  /** Where in the file; absent when the whole file is meant. */
  readonly place?: Place;
  /** What happened: one whole sentence, quoting the value as it was written. */
  readonly message: string;
  /** What to do about it: one or two whole sentences. */
  readonly cure?: string;
}

/** A place in a file: known exactly, or as a header field that `source/` finds again. */
export type Place = Position | FieldPlace;

/** Lines and columns count from 1; a column counts UTF-16 units, as editors do. */
export interface Position {
  readonly kind: "position";
  readonly line: number;
  readonly column: number;
}

/** A value in the YAML header (or in `site.yaml`): `["image", "alt"]`, `["topics", 2]`. */
export interface FieldPlace {
  readonly kind: "field";
  readonly path: FieldPath;
}

/** The way to a value: keys of mappings and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** A step's value together with everything that was wrong on the way. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/** The place of a header field. */
export function field(...path: (string | number)[]): FieldPlace {
  return { kind: "field", path };
}

/** The place of a line and column. */
export function position(line: number, column: number): Position {
  return { kind: "position", line, column };
}
