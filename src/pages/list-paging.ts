// How a long list is cut into pages. Numbered pages are filled from the oldest story on and never
// change when a story is added; the list's first page takes whatever is left at the new end.

/** Stories on a numbered page; the first page carries at least as many, once there are enough. */
export const PAGE_LENGTH = 24;

/** Pages of a list that is read from its beginning: an addition changes the last one alone. */
export function runsFromStart<Item>(oldestFirst: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(oldestFirst.length / PAGE_LENGTH) }, (_, index) =>
    oldestFirst.slice(index * PAGE_LENGTH, (index + 1) * PAGE_LENGTH),
  );
}

/** A list's first page, and its numbered pages: number 1 is the oldest. */
export interface Paging<Item> {
  readonly first: readonly Item[];
  readonly numbered: readonly (readonly Item[])[];
}

/**
 * @param newestFirst the whole list; each page is newest first too
 * @param length stories on a numbered page; never change it for a list that has been published
 */
export function pagesOf<Item>(newestFirst: readonly Item[], length = PAGE_LENGTH): Paging<Item> {
  const full = Math.max(0, Math.floor(newestFirst.length / length) - 1);
  const end = newestFirst.length;
  return {
    first: newestFirst.slice(0, end - full * length),
    numbered: Array.from({ length: full }, (_, index) =>
      newestFirst.slice(end - (index + 1) * length, end - index * length),
    ),
  };
}
