// The lists of the live edition's stories, without a look at more than its rows.

import type { Story } from "./news/newspaper.ts";
import { once, remember } from "./pages/remember.ts";
import type { StoryIndex } from "./pages/story-index.ts";
import type { StandingHead } from "./standing-head.ts";
import type { RowsByKey, StandingRows } from "./standing-rows.ts";

/** Lists are made when they are asked for, from what the rows say. */
export function indexRows(
  rows: StandingRows,
  { parts, translations }: Pick<StandingHead, "parts" | "translations">,
  /** By row. */
  stories: readonly Story[],
): StoryIndex {
  const storiesAt = (list: ArrayLike<number>) => Array.from(list, (row) => stories[row] as Story);
  const by = ({ get, keys }: RowsByKey) => ({ get: remember((key) => storiesAt(get(key))), keys });
  const among = (groups: StandingHead["parts"]) => {
    const rowsOf = new Map(groups);
    return {
      get: (key: string) => {
        const own = rowsOf.get(key);
        return own && storiesAt(own);
      },
    };
  };
  const rowById = once(() => new Map(rows.ids().map((id, row) => [id, row])));
  const addresses = once(() => new Set(rows.addresses()));
  return {
    bySection: by(rows.bySection),
    byTopic: by(rows.byTopic),
    byAuthor: by(rows.byAuthor),
    bySeries: among(parts),
    translations: among(translations),
    addresses: { has: (address) => addresses().has(address) },
    byDay: by(rows.byDay),
    byId: { get: (id) => stories[rowById().get(id) ?? -1] },
  };
}
