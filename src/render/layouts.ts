// The layouts as functions, for the live preview: one page printed at the moment somebody asks for
// it. Eleventy calls the same functions, so the bytes are the same; a test holds that.

import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";
import { withLineBreaks } from "../markdown/line-breaks.ts";
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
  const load = openLayouts(layoutsFolder);
  const loaded = layoutNames(layoutsFolder).map(
    async (name) => [name, await load(join(layoutsFolder, name))] as const,
  );
  return new Map(await Promise.all(loaded));
}

/** The layouts in a folder, by file name: each prints one kind of page. */
export function layoutNames(layoutsFolder: string): readonly string[] {
  return readdirSync(layoutsFolder).filter((name) => name.endsWith(".11ty.tsx"));
}

/** Prints pages one by one, each through the layout of its kind. */
export function printerOf(layouts: ReadonlyMap<string, Layout>): PrintPage {
  const byList = new Map([...layouts.values()].map((one) => [one.data.pagination.data, one]));
  return (page) => {
    const layout = byList.get(`planned.${page.kind}`);
    if (!layout) throw new Error(`No layout prints pages of kind “${page.kind}”.`);
    return finished(inOnePiece(layout.default({ sheet: page })), page);
  };
}

/** The text edition has no style sheet that would break an endless word; its head is no text. */
function finished(html: string, { kind }: PlannedPage): string {
  if (kind !== "text-story" && kind !== "text-list") return html;
  const body = html.indexOf("<body");
  return html.slice(0, body) + withLineBreaks(html.slice(body));
}

/**
 * Opens the layouts through tsx's own loader. Everything is read afresh for each opening, and within
 * it once: layouts share their parts.
 *
 * @returns loads the layout at an absolute path
 * @throws FaultyLayout, when a layout is loaded or a page is printed
 */
export function openLayouts(layoutsFolder: string): (path: string) => Promise<Layout> {
  // How TSX becomes JavaScript is said beside the layouts, wherever the command is given.
  const tsconfig = join(layoutsFolder, "../tsconfig.json");
  const loader = register({ namespace: randomUUID(), tsconfig });
  return async (path) => {
    const layout = await importLayout(path, loader.import);
    const print: Layout["default"] = (data) => {
      try {
        return layout.default(data);
      } catch (cause) {
        throw new FaultyLayout(path, `while it printed ${data.sheet.origin}`, cause);
      }
    };
    return { ...layout, default: print };
  };
}

/**
 * A page comes as a rope of a thousand small strings, and stays one until somebody reads in it. Read
 * at once, it is a single string, and the thousand need not be kept until the whole batch is printed.
 * What was read is used, or the engine would leave the reading out.
 */
function inOnePiece(html: string): string {
  return Number.isNaN(html.charCodeAt(0)) ? "" : html;
}

type Import = (address: string, parent: string) => Promise<Layout>;

async function importLayout(path: string, load: Import): Promise<Layout> {
  try {
    return await load(pathToFileURL(path).href, import.meta.url);
  } catch (cause) {
    throw new FaultyLayout(path, "while it was read", cause);
  }
}
