// What one reading of one text carries from rule to rule: where we are in which file, and what has
// been found so far. Rules get at it through markdown-it's `env`, so that no parser keeps state.

import type { Env, Token } from "markdown-it";
import { position, type Position, type Problem } from "../problems/problem.ts";
import { columnsAsWritten } from "./clean-text.ts";
import type { TextLink } from "./story-text.ts";

/** One text on its way through the rules. */
export interface Reading {
  /** A line as the parser sees it, counted from 0; "" where there is none. */
  readonly lineAt: LineAt;
  /** The place in the file of a line and column of the text, both counted from 0. */
  readonly placeOf: (line: number, column: number) => Position;
  readonly labels: Labels;
  /** Whether somebody paid for the text: its links away from the site say so to search engines. */
  readonly isPaidFor: boolean;
  /** Where in its block's text each inline token begins; markdown-it keeps no such record. */
  readonly offsets: Map<Token, number>;
  /** Ids given so far in this text, with how often the same words asked for one. */
  readonly ids: Map<string, number>;
  readonly links: TextLink[];
  readonly report: (place: Position, message: string, cure: string) => void;
}

/** The words for the ear that a text needs, in its language. */
export interface Labels {
  /** Names the list of footnotes. */
  readonly footnotes: string;
  /** On the link from a footnote back to its place in the text. */
  readonly backToText: string;
}

type LineAt = (line: number) => string;

/** What a reading is of. */
export interface Source {
  readonly file: string;
  /** The line of the file on which the text begins, counted from 1. */
  readonly firstLine: number;
  /** The text the parser sees, and the same lines as they stand in the file. */
  readonly text: string;
  readonly written: string;
  readonly labels: Labels;
  readonly isPaidFor: boolean;
}

/** Begins a reading; its problems go to `problems`. */
export function beginReading(source: Source, problems: Problem[]): Env {
  const { file, text, labels, isPaidFor } = source;
  const lineAt = linesOf(text);
  const reading: Reading = {
    lineAt,
    placeOf: placesAsWritten(source, lineAt),
    labels,
    isPaidFor,
    offsets: new Map(),
    ids: new Map(),
    links: [],
    report: (place, message, cure) => problems.push({ file, place, message, cure }),
  };
  return { reading };
}

/** A text is only cut into lines when one is asked for: few have a link or a mistake. */
function linesOf(text: string): LineAt {
  let lines: readonly string[] | undefined;
  return (line) => (lines ??= text.split("\n"))[line] ?? "";
}

/** Cleaning may have shortened a line; editors count columns in the line as it was written. */
function placesAsWritten(source: Source, lineAt: LineAt): Reading["placeOf"] {
  const { text: cleaned, written, firstLine } = source;
  const writtenAt = written === cleaned ? lineAt : linesOf(written);
  const shortened = new Map<number, readonly number[]>();
  return (line, column) => {
    const text = writtenAt(line);
    if (text.length === lineAt(line).length) return position(firstLine + line, column + 1);
    const columns = shortened.get(line) ?? columnsAsWritten(text);
    shortened.set(line, columns);
    return position(firstLine + line, (columns[column] ?? column) + 1);
  };
}

/** The reading that a rule is part of. */
export function readingOf(env: Env): Reading {
  return env["reading"] as Reading;
}

/** The first visible character of a line of the text. */
export function placeOfLine(reading: Reading, line: number): Position {
  const column = reading.lineAt(line).search(/\S/);
  return reading.placeOf(line, Math.max(column, 0));
}
