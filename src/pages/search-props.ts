// What the layout of the search page prints.

import type { Link, Sheet } from "./page-parts.ts";

/** The page on which readers search the paper. */
export interface SearchProps extends Sheet {
  readonly kind: "search";
  readonly title: string;
  /** Where the form leads: to this very page. */
  readonly url: string;
  /**
   * The parts of the index, each a folder below `url`: `en/2026-05`; of each language the newest
   * first, parted by spaces.
   */
  readonly parts: string;
  /** Where every story is to be found without a search: the archive, then the sections. */
  readonly otherWays: readonly Link[];
}
