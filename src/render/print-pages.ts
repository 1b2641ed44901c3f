// Prints planned pages: planned data in, finished HTML out, through Eleventy and the layouts. A
// handful of pages, such as one edited story touches, is printed by the same layout functions without
// Eleventy, which takes longer to begin than they take to print; a test holds that the bytes agree.

import { relative } from "node:path";
import type { PlannedPage } from "../pages/page.ts";
import { findFaultyLayout } from "./faulty-layout.ts";
import { type Layout, loadLayouts, printerOf } from "./layouts.ts";
import { setUpEleventy } from "./set-up-eleventy.ts";
import { cutApart, inSheets } from "./sheets.ts";

/** Up to this many pages are not worth Eleventy's own start. */
const HANDFUL = 100;

/**
 * Prints `pages`; a batch is a fresh run of Eleventy.
 *
 * @param layoutsFolder absolute
 * @param edition stands for the layouts as they are now: while it is the same, they are not read again
 * @returns the finished HTML of each page, in their order
 * @throws FaultyLayout
 */
export async function printPages(
  pages: readonly PlannedPage[],
  layoutsFolder: string,
  edition: string,
): Promise<readonly string[]> {
  if (pages.length === 0) return [];
  const layouts = await layoutsAt(layoutsFolder, edition);
  return pages.length > HANDFUL
    ? printThroughEleventy(pages, layoutsFolder, layouts)
    : pages.map(printerOf(layouts));
}

interface KeptLayouts {
  readonly key: string;
  readonly layouts: Promise<ReadonlyMap<string, Layout>>;
}

let kept: KeptLayouts | undefined;

function layoutsAt(folder: string, edition: string): KeptLayouts["layouts"] {
  const key = `${folder} ${edition}`;
  if (kept?.key !== key) kept = { key, layouts: loadLayouts(folder) };
  return kept.layouts;
}

async function printThroughEleventy(
  pages: readonly PlannedPage[],
  layoutsFolder: string,
  layouts: ReadonlyMap<string, Layout>,
): Promise<readonly string[]> {
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(relative(process.cwd(), layoutsFolder) || ".", NOWHERE, {
    source: "script",
    quietMode: true,
    configPath: false,
    config: (config) => setUpEleventy(config, pages, inSheets(layouts)),
  });
  eleventy.disableLogger();
  const templates = await eleventy.toJSON().catch((error: unknown) => {
    throw findFaultyLayout(error) ?? error;
  });
  const printed = new Map(templates.flatMap(({ content }) => cutApart(content)));
  return pages.map(({ output, kind }) => {
    const html = printed.get(output);
    if (html === undefined) throw new Error(`No layout printed ${output} (${kind}).`);
    return html;
  });
}

/** Nothing is written here: pages are handed over in memory. */
const NOWHERE = "_printed";
