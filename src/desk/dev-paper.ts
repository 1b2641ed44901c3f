// The paper as the live preview holds it: planned, not printed. Stories with problems are set aside
// so that the rest can be read.

import { randomUUID } from "node:crypto";
import type { BuildOrder } from "../build-order.ts";
import { planPaper } from "../plan-paper.ts";
import type { Derivative } from "../pages/derivative.ts";
import type { PlannedFile, PlannedPage } from "../pages/page.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { loadLayouts, printerOf, type PrintPage } from "../render/layouts.ts";

export interface DevPaper {
  /** Tells this reading of the content from every other. */
  readonly edition: string;
  /** `/` or `/news/`. */
  readonly basePath: string;
  /** Pages by their address on the site, without the sub-path; none when there is no paper. */
  readonly pages: ReadonlyMap<string, PlannedPage>;
  /** Style sheet, fonts and icons by output file. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Feeds and sitemaps by output file; printed when somebody asks. */
  readonly files: ReadonlyMap<string, PlannedFile>;
  /** Pictures by output file; encoded when somebody asks. */
  readonly derivatives: ReadonlyMap<string, Derivative>;
  /** Files copied as they are, by output file. */
  readonly copied: ReadonlySet<string>;
  readonly print: PrintPage;
  readonly problems: readonly LocatedProblem[];
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
    return {
      edition: randomUUID(),
      basePath: planned?.paper.site.basePath ?? "/",
      pages: new Map(planned?.plan.pages.map((page) => [page.address, page])),
      assets: new Map(planned?.assetFiles.map(({ path, bytes }) => [path, bytes])),
      files: new Map(planned?.plan.files.map((file) => [file.output, file])),
      derivatives: new Map(planned?.plan.derivatives.map((one) => [one.output, one])),
      copied: new Set(planned?.content.files.map(({ path }) => path)),
      print,
      problems,
    };
  } catch (error) {
    return withoutPages(error instanceof Error ? error : new Error(String(error)));
  }
}

function withoutPages(fault: Error): DevPaper {
  return {
    edition: randomUUID(),
    basePath: "/",
    pages: new Map(),
    assets: new Map(),
    files: new Map(),
    derivatives: new Map(),
    copied: new Set(),
    print: () => "",
    problems: [],
    fault,
  };
}
