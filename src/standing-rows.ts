// The rows of the live edition: of each story what is asked of all of them, in columns, so that a
// build that asks for one thing reads one thing. Rows are numbered newest first as the columns were
// written; a story that has come since has a row behind them all, and its place in every list.

import { dayOf } from "./news/archive.ts";
import type { Story } from "./news/newspaper.ts";
import { picturesOfStory } from "./news/pictures-in-use.ts";
import { grouped } from "./pages/grouped.ts";
import { once } from "./pages/remember.ts";
import type { Stamp } from "./source/content-index.ts";
import { type KnownFiles, stampsInRow } from "./source/known-files.ts";
import {
  columnOfNumbers,
  columnOfTexts,
  type Columns,
  numbersIn,
  textsIn,
} from "./source/sealed-columns.ts";

export interface StandingRows {
  readonly count: number;
  /** Every row, newest first. */
  readonly order: () => readonly number[];
  /** Files of the columns, in the order in which a walk through the content meets them. */
  readonly files: () => KnownFiles;
  /** What has come since. */
  readonly added: readonly AddedRow[];
  /** The same rows, and more behind them. */
  readonly with: (more: readonly AddedRow[]) => StandingRows;
  /** The row of a file; -1 where it has none. */
  readonly rowOf: (file: string) => number;
  readonly ids: () => readonly string[];
  readonly addresses: () => readonly string[];
  readonly bySection: RowsByKey;
  readonly byTopic: RowsByKey;
  readonly byAuthor: RowsByKey;
  readonly byDay: RowsByKey;
  /** By `pictureKey`. */
  readonly byPicture: RowsByKey;
}

/** What the columns would say of a story that has come since they were written. */
export interface AddedRow {
  readonly file: string;
  readonly stamp: Stamp;
  /** When the stamp was noted; with the journal, where no other moment is given. */
  readonly noted?: number;
  /** How many stories were newer when it came. */
  readonly newer: number;
  readonly id: string;
  readonly address: string;
  /** Slugs. */
  readonly section: string;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  /** `2019-05-31`. */
  readonly day: string;
  /** See `pictureKeysOf`. */
  readonly pictures: readonly string[];
}

export interface RowsByKey {
  readonly keys: () => Iterable<string>;
  readonly get: (key: string) => ArrayLike<number>;
}

/** @param stamps of all files of the content, in the order of a walk */
export function columnsOfRows(
  stories: readonly Story[],
  stamps: ReadonlyMap<string, Stamp>,
): Columns {
  const rows = new Map(stories.map(({ file }, row) => [file, row]));
  const files = [...stamps].filter(([file]) => rows.has(file));
  return {
    files: columnOfTexts(files.map(([file]) => file)),
    stamps: columnOfNumbers(stampsInRow(files.map(([, stamp]) => stamp))),
    rows: columnOfNumbers(files.map(([file]) => rows.get(file) ?? -1)),
    // Most ids are addresses.
    ids: columnOfTexts(stories.map(({ id, address }) => (id === address ? "" : id))),
    addresses: columnOfTexts(stories.map(({ address }) => address)),
    ...columnsBy("section", stories, ({ section }) => [section.slug]),
    ...columnsBy("topic", stories, ({ topics }) => topics.map(({ slug }) => slug)),
    ...columnsBy("author", stories, ({ authors }) => authors.map(({ slug }) => slug)),
    ...columnsBy("day", stories, ({ published }) => [dayOf(published)]),
    ...columnsBy("picture", stories, pictureKeysOf),
  };
}

/** What stands for its pictures: whatever is in two files with one key is one picture. */
export function pictureKeysOf(story: Story): readonly string[] {
  return [...new Set(picturesOfStory(story).map(({ hash }) => pictureKey(hash)))];
}

/** @param hash SHA-256, hexadecimal */
export function pictureKey(hash: string): string {
  return hash.slice(0, 16);
}

/** The rows of each key, one key after another. */
function columnsBy(
  name: string,
  stories: readonly Story[],
  keysOf: (story: Story) => readonly string[],
): Columns {
  const groups = grouped([...stories.keys()], (row) => keysOf(stories[row] as Story));
  const rows = [...groups.values()];
  return {
    [`${name} keys`]: columnOfTexts([...groups.keys()]),
    [`${name} lengths`]: columnOfNumbers(rows.map(({ length }) => length)),
    [`${name} rows`]: columnOfNumbers(rows.flat()),
  };
}

/** @param count of the rows in the columns */
export function rowsIn(
  columns: Readonly<Record<string, Buffer>>,
  count: number,
  added: readonly AddedRow[],
): StandingRows {
  const texts = (name: string) => once(() => textsIn(columns[name]));
  const numbers = (name: string) => once(() => numbersIn(columns[name]));
  const [names, stamps, rows] = [texts("files"), numbers("stamps"), numbers("rows")];
  const [ownIds, addresses] = [texts("ids"), texts("addresses")];
  const ids = once(() => ownIds().map((id, row) => id || (addresses()[row] ?? "")));
  const [bySection, byTopic] = [rowsBy("section", columns), rowsBy("topic", columns)];
  const [byAuthor, byDay] = [rowsBy("author", columns), rowsBy("day", columns)];
  const byPicture = rowsBy("picture", columns);
  const withAdded = (added: readonly AddedRow[]): StandingRows => {
    const order = once(() => orderOf(count, added));
    const later = { added, count, rank: once(() => ranksIn(order())) };
    return {
      count: count + added.length,
      order,
      files: () => ({ names: names(), stamps: stamps() }),
      added,
      with: (more) => withAdded([...added, ...more]),
      rowOf: (file) => {
        const position = added.findIndex((row) => row.file === file);
        return position === -1 ? (rows()[names().indexOf(file)] ?? -1) : count + position;
      },
      ids: once(() => [...ids(), ...added.map(({ id }) => id)]),
      addresses: once(() => [...addresses(), ...added.map(({ address }) => address)]),
      bySection: withLater(bySection, later, ({ section }) => [section]),
      byTopic: withLater(byTopic, later, ({ topics }) => topics),
      byAuthor: withLater(byAuthor, later, ({ authors }) => authors),
      byDay: withLater(byDay, later, ({ day }) => [day]),
      byPicture: withLater(byPicture, later, ({ pictures }) => pictures),
    };
  };
  return withAdded(added);
}

/** Each came when so many were newer, one after another. */
function orderOf(count: number, added: readonly AddedRow[]): readonly number[] {
  const order = Array.from({ length: count }, (_, row) => row);
  for (const [position, { newer }] of added.entries()) order.splice(newer, 0, count + position);
  return order;
}
/** By row: how many stories are newer. */
function ranksIn(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length);
  for (const [rank, row] of order.entries()) ranks[row] = rank;
  return ranks;
}

interface LaterRows {
  readonly added: readonly AddedRow[];
  /** Of the rows before them. */
  readonly count: number;
  readonly rank: () => Int32Array;
}

/** The lists with what has come since, each at its place. */
function withLater(
  { keys, get }: RowsByKey,
  { added, count, rank }: LaterRows,
  keysOf: (row: AddedRow) => readonly string[],
): RowsByKey {
  if (added.length === 0) return { keys, get };
  const positions = grouped([...added.keys()], (position) => keysOf(added[position] as AddedRow));
  const newer = (a: number, b: number) => (rank()[a] ?? 0) - (rank()[b] ?? 0);
  return {
    // Days: of all that has keys, they alone are asked for them.
    keys: () => [...new Set([...keys(), ...positions.keys()])].sort().reverse(),
    get: (key) => {
      const own = positions.get(key)?.map((position) => count + position);
      return own ? [...own, ...Array.from(get(key))].sort(newer) : get(key);
    },
  };
}

function rowsBy(name: string, columns: Readonly<Record<string, Buffer>>): RowsByKey {
  const groups = once(() => {
    const lengths = numbersIn(columns[`${name} lengths`]);
    const rows = numbersIn(columns[`${name} rows`]);
    let start = 0;
    return new Map(
      textsIn(columns[`${name} keys`]).map((key, position) => {
        const end = start + (lengths[position] ?? 0);
        const own = rows.subarray(start, end);
        start = end;
        return [key, own];
      }),
    );
  });
  return { keys: () => groups().keys(), get: (key) => groups().get(key) ?? [] };
}
