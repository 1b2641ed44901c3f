// The rows of the live edition: of each story what is asked of all of them, in columns, so that a
// build that asks for one thing reads one thing.

import { dayOf } from "./news/archive.ts";
import type { Story } from "./news/newspaper.ts";
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
  /** Files in the order in which a walk through the content meets them. */
  readonly files: () => KnownFiles;
  /** The row of a file; -1 where it has none. */
  readonly rowOf: (file: string) => number;
  readonly ids: () => readonly string[];
  readonly addresses: () => readonly string[];
  readonly bySection: RowsByKey;
  readonly byTopic: RowsByKey;
  readonly byAuthor: RowsByKey;
  readonly byDay: RowsByKey;
}

export interface RowsByKey {
  readonly keys: ReadonlyMap<string, unknown>["keys"];
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
  };
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

export function rowsIn(columns: Readonly<Record<string, Buffer>>, count: number): StandingRows {
  const texts = (name: string) => once(() => textsIn(columns[name]));
  const numbers = (name: string) => once(() => numbersIn(columns[name]));
  const [names, stamps, rows] = [texts("files"), numbers("stamps"), numbers("rows")];
  const [ownIds, addresses] = [texts("ids"), texts("addresses")];
  return {
    count,
    files: () => ({ names: names(), stamps: stamps() }),
    rowOf: (file) => rows()[names().indexOf(file)] ?? -1,
    ids: once(() => ownIds().map((id, row) => id || (addresses()[row] ?? ""))),
    addresses,
    bySection: rowsBy("section", columns),
    byTopic: rowsBy("topic", columns),
    byAuthor: rowsBy("author", columns),
    byDay: rowsBy("day", columns),
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
