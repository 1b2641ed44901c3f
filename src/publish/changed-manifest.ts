// A manifest after some files of the output came and went: lines are put into it and taken out. What
// stays is not printed again, which in an archive would take longer than all the rest of a publish.

import { amendManifest, entryOf, type ReplacedFile } from "./manifest.ts";

/** How an edition differs from the one before it. */
export interface Amendments {
  readonly replaced?: readonly ReplacedFile[];
  readonly added?: readonly AddedFile[];
  /** Files that are gone, and no copies: with their hashes. */
  readonly removed?: readonly Omit<AddedFile, "isCopy">[];
  /** Those of the paper that are not recorded yet. */
  readonly addresses?: readonly string[];
}

/** A file that was not there before. */
export interface AddedFile {
  readonly path: string;
  readonly hash: string;
  /** Whether it is listed as a compressed copy of another. */
  readonly isCopy?: boolean;
}

/**
 * A printed manifest as it reads after some files were replaced, some came and some went: what stays is
 * not printed again, which in an archive would take longer than all the rest.
 */
export function changedManifest(
  printed: Buffer,
  { replaced = [], added = [], removed = [], addresses = [] }: Amendments,
): Buffer {
  const amended = amendManifest(printed, replaced);
  const copies = added.filter(({ isCopy }) => isCopy);
  const own = added.filter(({ isCopy }) => !isCopy);
  const recorded = addresses.map((address) => ({ key: address, line: JSON.stringify(address) }));
  const changes = [
    ...insertionsIn(amended, '"compressed": {', copies.map(lineOf)),
    ...insertionsIn(amended, '"files": {', own.map(lineOf)),
    ...insertionsIn(amended, '"addresses": [', recorded),
    ...removed.map((file) => removalOf(file, amended)),
  ];
  const pieces: Buffer[] = [];
  let start = 0;
  for (const { at, text, until = at } of changes.sort((a, b) => a.at - b.at)) {
    pieces.push(amended.subarray(start, at), Buffer.from(text));
    start = until;
  }
  return Buffer.concat([...pieces, amended.subarray(start)]);
}

interface NewLine {
  /** Lines are sorted by it: it stands at their beginning, in JSON. */
  readonly key: string;
  readonly line: string;
}

function lineOf({ path, hash }: AddedFile): NewLine {
  return { key: path, line: entryOf(path, hash) };
}

/** Text in the place of what stood there; in bytes. */
interface Change {
  readonly at: number;
  readonly until?: number;
  readonly text: string;
}

function removalOf({ path, hash }: AddedFile, printed: Buffer): Change {
  const line = `\n${entryOf(path, hash)},\n`;
  const above = printed.indexOf(line);
  // The last line has no comma. It is a list's or a sitemap's, and these stay.
  if (above === -1) throw new Error(`The manifest does not list ${path} before others.`);
  return { at: above + 1, until: above + Buffer.byteLength(line), text: "" };
}

/** @param opening how the line above the sorted ones begins */
function insertionsIn(
  printed: Buffer,
  opening: string,
  lines: readonly NewLine[],
): readonly Change[] {
  if (lines.length === 0) return [];
  const above = printed.indexOf(`\n${opening}`);
  if (above === -1) throw new Error(`The manifest has no line that begins with ${opening}`);
  const [from, to] = linesBelow(printed, above + 1);
  const places = new Map<number, string[]>();
  for (const { key, line } of lines.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const at = placeFor(key, printed, from, to);
    // An address stays recorded for ever: it may have been there before.
    if (at < to && keyAt(lineAt(printed, at)) === key) continue;
    places.set(at, [...(places.get(at) ?? []), line]);
  }
  return [...places].map(([at, found]) => {
    const text = found.join(",\n");
    if (at < to) return { at, text: `${text},\n` };
    // The last line has no comma behind it; where there is none yet, the first begins a line.
    return from === to ? { at, text: `\n${text}\n` } : { at: at - 1, text: `,\n${text}` };
  });
}

const NEW_LINE = "\n".charCodeAt(0);

/** Where the lines below this one begin, and where they end; in bytes. */
function linesBelow(printed: Buffer, above: number): readonly [from: number, to: number] {
  const end = printed.indexOf(NEW_LINE, above);
  const line = printed.toString("utf8", above, end);
  const isEmpty = /[{[][\]}]+,?$/.exec(line);
  if (isEmpty) {
    const inside = above + Buffer.byteLength(line.slice(0, isEmpty.index)) + 1;
    return [inside, inside];
  }
  const closing = ["\n}", "\n]"].map((mark) => printed.indexOf(mark, end));
  return [end + 1, Math.min(...closing.filter((at) => at !== -1)) + 1];
}

/** Where a line with this key stands among sorted ones. */
function placeFor(key: string, printed: Buffer, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = Math.max(low, printed.lastIndexOf(NEW_LINE, middle - 1) + 1);
    const line = lineAt(printed, start);
    if (keyAt(line) < key) low = start + Buffer.byteLength(line);
    else high = start;
  }
  return low;
}

function lineAt(printed: Buffer, start: number): string {
  return printed.toString("utf8", start, printed.indexOf(NEW_LINE, start) + 1);
}

function keyAt(line: string): string {
  return JSON.parse(/^"(?:[^"\\]|\\.)*"/.exec(line)?.[0] ?? '""');
}
