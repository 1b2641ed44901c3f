// The paper as the live preview holds it: planned, not printed. Stories with problems are set aside
// so that the rest can be read.

import { randomUUID } from "node:crypto";
import { relative, sep } from "node:path";
import type { BuildOrder } from "../build-order.ts";
import { type PagesOnDemand, planOnDemand } from "../pages/plan-pages.ts";
import { type ComposedPaper, planPaper } from "../plan-paper.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { loadLayouts, printerOf, type PrintPage } from "../render/layouts.ts";
import { reviseStories } from "../revise-stories.ts";

export interface DevPaper extends PagesOnDemand {
  /** Tells this reading of the content from every other. */
  readonly edition: string;
  /** `/` or `/news/`. */
  readonly basePath: string;
  /** Style sheet, fonts and icons by output file. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Files copied as they are, by output file. */
  readonly copied: ReadonlySet<string>;
  readonly print: PrintPage;
  readonly problems: readonly LocatedProblem[];
  /** What it was planned from; absent when there is no paper, and then there are no pages. */
  readonly composed?: ComposedPaper;
  /** What keeps the paper from being shown at all: a faulty layout, say. */
  readonly fault?: Error;
}

/** Reads content and layouts; `layouts` are those of an earlier reading, if they have not changed. */
export async function readDevPaper(order: BuildOrder, layouts?: PrintPage): Promise<DevPaper> {
  try {
    const [{ planned, problems }, print] = await Promise.all([
      planPaper(order, "set aside"),
      layouts ?? loadLayouts(order.layoutsFolder).then(printerOf),
    ]);
    if (!planned) return { ...withoutPages(), print, problems };
    return { ...showing(planned, print), problems };
  } catch (error) {
    return { ...withoutPages(), fault: error instanceof Error ? error : new Error(String(error)) };
  }
}

/**
 * The paper after some files were saved, where only they have to be read again; undefined where
 * everything has to be.
 *
 * @param changed files and folders, absolute
 */
export function reviseDevPaper(
  { composed, problems, print }: DevPaper,
  changed: readonly string[],
  order: BuildOrder,
): DevPaper | undefined {
  if (!composed || problems.length > 0 || changed.length === 0) return undefined;
  const files = changed.map((path) => relative(order.contentFolder, path).split(sep).join("/"));
  const known = new Set(composed.content.stories.map(({ file }) => file));
  if (!files.every((file) => known.has(file))) return undefined;
  const revised = reviseStories(composed, files, order);
  return revised && showing(revised, print);
}

function showing(composed: ComposedPaper, print: PrintPage): DevPaper {
  const { paper, assets, assetFiles, options } = composed;
  return {
    ...planOnDemand(paper, assets, options),
    edition: randomUUID(),
    basePath: paper.site.basePath,
    assets: new Map(assetFiles.map(({ path, bytes }) => [path, bytes])),
    copied: options.copied,
    print,
    problems: [],
    composed,
  };
}

function withoutPages(): DevPaper {
  const nothing = (): undefined => undefined;
  return {
    edition: randomUUID(),
    basePath: "/",
    pageAt: nothing,
    fileAt: nothing,
    pictureAt: nothing,
    assets: new Map(),
    copied: new Set(),
    print: () => "",
    problems: [],
  };
}
