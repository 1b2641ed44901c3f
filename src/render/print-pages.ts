// Prints planned pages: planned data in, finished HTML out, by the layouts as functions. A whole
// edition is dealt out to them by Eleventy (`impose.ts`).

import type { PlannedPage } from "../pages/page.ts";
import { type PressLayouts, readBound } from "./bind-layouts.ts";
import { type Layout, loadLayouts, printerOf } from "./layouts.ts";

/**
 * Prints `pages`, in their order.
 * @throws FaultyLayout
 */
export async function printPages(
  pages: readonly PlannedPage[],
  layouts: PressLayouts,
): Promise<readonly string[]> {
  const { loaded, isBound } = await layoutsOf(layouts);
  try {
    return pages.map(printerOf(loaded));
  } catch (error) {
    if (!isBound) throw error;
    // Again, by those that know the line of what has failed.
    kept = { edition: layouts.edition, ready: loadSlowly(layouts) };
    return printPages(pages, layouts);
  }
}

/** The layouts, for as long as the edition is the same. */
export async function layoutsOf(layouts: PressLayouts): Promise<ReadyLayouts> {
  const { edition } = layouts;
  if (kept?.edition !== edition) kept = { edition, ready: loadQuickly(layouts) };
  return kept.ready;
}

interface ReadyLayouts {
  /** By file name. */
  readonly loaded: ReadonlyMap<string, Layout>;
  readonly isBound: boolean;
}

let kept: { readonly edition: string; readonly ready: Promise<ReadyLayouts> } | undefined;

async function loadQuickly(layouts: PressLayouts): Promise<ReadyLayouts> {
  const { bound } = layouts;
  if (bound === undefined) return loadSlowly(layouts);
  return readBound(bound).then(
    (loaded) => ({ loaded, isBound: true }),
    () => loadSlowly(layouts),
  );
}

async function loadSlowly({ folder }: PressLayouts): Promise<ReadyLayouts> {
  return { loaded: await loadLayouts(folder), isBound: false };
}
