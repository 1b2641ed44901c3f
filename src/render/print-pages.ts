// Prints planned pages: planned data in, finished HTML out, through Eleventy and the layouts.

import { relative } from "node:path";
import type { PlannedPage } from "../pages/page.ts";
import { findFaultyLayout } from "./faulty-layout.ts";
import { setUpEleventy } from "./set-up-eleventy.ts";

/**
 * Prints `pages` with the layouts in `layoutsFolder` (absolute). Eleventy is loaded only when there
 * is something to print.
 *
 * @returns the finished HTML of each page
 * @throws FaultyLayout
 */
export async function printPages(
  pages: readonly PlannedPage[],
  layoutsFolder: string,
): Promise<ReadonlyMap<PlannedPage, string>> {
  if (pages.length === 0) return new Map();
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(relative(process.cwd(), layoutsFolder) || ".", NOWHERE, {
    source: "script",
    quietMode: true,
    configPath: false,
    config: (config) => setUpEleventy(config, pages),
  });
  eleventy.disableLogger();
  const templates = await eleventy.toJSON().catch((error: unknown) => {
    throw findFaultyLayout(error) ?? error;
  });
  const htmlByPath = new Map(templates.map(({ outputPath, content }) => [outputPath, content]));
  return new Map(
    pages.flatMap((page) => {
      const html = htmlByPath.get(`./${NOWHERE}/${page.output}`);
      return html === undefined ? [] : [[page, html] as const];
    }),
  );
}

/** Nothing is written here: pages are handed over in memory. */
const NOWHERE = "_printed";
