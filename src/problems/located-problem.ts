// A problem whose place has been looked up: ready to be shown to the person who can cure it.

/** A problem as a report shows it. */
export interface LocatedProblem {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** Absent when the whole file is meant. */
  readonly at?: LocatedLine;
  readonly message: string;
  readonly cure?: string;
}

/** A line of a file and the column that is meant, both counted from 1. */
export interface LocatedLine {
  readonly line: number;
  /** In UTF-16 units, as editors count. */
  readonly column: number;
  /** The line itself, without its end; absent when the file could not be read again. */
  readonly text?: string;
}
