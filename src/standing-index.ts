// The lists of the live edition's stories, without a look at more than its rows.

import type { Story } from "./news/newspaper.ts";
import { grouped } from "./pages/grouped.ts";
import { once } from "./pages/remember.ts";
import type { StoryIndex } from "./pages/story-index.ts";
import type { StandingHead, StandingRow } from "./standing-edition.ts";

/** Lists are made when they are asked for, from what the rows say. */
export function indexRows(
  rows: readonly StandingRow[],
  parts: StandingHead["parts"],
  stories: readonly Story[],
): StoryIndex {
  const by = (keysOf: (row: StandingRow) => readonly string[]) => {
    const groups = once(() => grouped([...rows.keys()], (row) => keysOf(rows[row] as StandingRow)));
    const lists = new Map<string, readonly Story[] | undefined>();
    const get = (key: string) => {
      if (!lists.has(key))
        lists.set(
          key,
          groups()
            .get(key)
            ?.flatMap((row) => stories[row] ?? []),
        );
      return lists.get(key);
    };
    return { get, keys: () => groups().keys() };
  };
  const rowsBySeries = new Map(parts);
  const rowById = once(() => new Map(rows.map(([, id, address], row) => [id || address, row])));
  const addresses = once(() => new Set(rows.map(([, , address]) => address)));
  return {
    bySection: by((row) => [row[4]]),
    byTopic: by((row) => row[5]),
    byAuthor: by((row) => row[6]),
    bySeries: {
      get: (slug) => rowsBySeries.get(slug)?.flatMap((row) => stories[row] ?? []),
    },
    addresses: { has: (address) => addresses().has(address) },
    byDay: by((row) => [row[3]]),
    byId: { get: (id) => stories[rowById().get(id) ?? -1] },
  };
}
