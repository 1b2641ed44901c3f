// The layouts as functions, for the live preview: one page printed at the moment somebody asks for
// it. Eleventy calls the same functions, so the bytes are the same; a test holds that.

import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { tsImport } from "tsx/esm/api";
import type { PlannedPage } from "../pages/page.ts";
import { FaultyLayout } from "./faulty-layout.ts";

/** Prints one planned page. */
export type PrintPage = (page: PlannedPage) => string;

/** What a layout file exports. */
export interface Layout {
  readonly data: { readonly pagination: { readonly data: string } };
  readonly default: (data: { readonly sheet: PlannedPage }) => string;
}

/** Loads every layout in `layoutsFolder` (absolute) afresh, edited parts included; by file name. */
export async function loadLayouts(layoutsFolder: string): Promise<ReadonlyMap<string, Layout>> {
  const names = (await readdir(layoutsFolder)).filter((name) => name.endsWith(".11ty.tsx"));
  const loaded = names.map(
    async (name) => [name, await loadLayout(join(layoutsFolder, name))] as const,
  );
  return new Map(await Promise.all(loaded));
}

/** Prints pages one by one, each through the layout of its kind. */
export function printerOf(layouts: ReadonlyMap<string, Layout>): PrintPage {
  const byList = new Map([...layouts.values()].map((one) => [one.data.pagination.data, one]));
  return (page) => {
    const layout = byList.get(`planned.${page.kind}`);
    if (!layout) throw new Error(`No layout prints pages of kind “${page.kind}”.`);
    return layout.default({ sheet: page });
  };
}

/**
 * Through tsx's own loader, which gives each import a fresh copy of the module and its parts.
 * @throws FaultyLayout, here or when a page is printed
 */
export async function loadLayout(path: string): Promise<Layout> {
  const layout = await importLayout(path);
  const print: Layout["default"] = (data) => {
    try {
      return layout.default(data);
    } catch (cause) {
      throw new FaultyLayout(path, `while it printed ${data.sheet.origin}`, cause);
    }
  };
  return { ...layout, default: print };
}

/** How TSX becomes JavaScript is said beside the layouts, wherever the command is given. */
async function importLayout(path: string): Promise<Layout> {
  try {
    const layout: Layout = await tsImport(pathToFileURL(path).href, {
      parentURL: import.meta.url,
      tsconfig: join(dirname(path), "../tsconfig.json"),
    });
    return layout;
  } catch (cause) {
    throw new FaultyLayout(path, "while it was read", cause);
  }
}
