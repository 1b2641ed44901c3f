// Imposition, as printers call it: which pages go together on which sheet. Eleventy finds the layouts,
// deals to each the pages of its kind, fifty to a sheet, and has one sheet printed after another, here
// or by other hands. It never sees a printed page, so a paper of any size passes through it in little
// memory, and what it does for each thing it prints (finding its place, copying its data, watching for
// others of its name) is done once a sheet.

import { relative } from "node:path";
import { grouped } from "../pages/grouped.ts";
import type { PlannedPage } from "../pages/page.ts";
import { findFaultyLayout } from "./faulty-layout.ts";
import type { Layout } from "./layouts.ts";
import { setUpEleventy } from "./set-up-eleventy.ts";

/** A layout as Eleventy sees it: what it prints is a sheet, and what it gives is a receipt. */
export interface SheetLayout {
  readonly data: {
    readonly pagination: { readonly data: string; readonly size: 1; readonly alias: "sheet" };
    readonly permalink: (data: SheetData) => string;
  };
  readonly default: (data: SheetData) => Promise<string>;
}

interface SheetData {
  readonly sheet: Sheet;
}

/** A class, since Eleventy copies plain objects deeply, and props are made when somebody looks. */
class Sheet {
  readonly pages: readonly PlannedPage[];
  constructor(pages: readonly PlannedPage[]) {
    this.pages = pages;
  }
  /** No two sheets have it. */
  get receipt(): string {
    return this.pages[0]?.output ?? "";
  }
}

const PAGES_TO_A_SHEET = 50;

/** Loads Eleventy ahead of its use, which takes a while: whatever goes wrong is told by whoever needs it. */
export function loadEleventy(): void {
  import("@11ty/eleventy").catch(() => {});
}

/**
 * One run of Eleventy over `pages`.
 *
 * @param layoutsFolder absolute
 * @param layouts those in the folder, by file name
 * @param printSheet prints pages of one kind; the next sheet waits until it has resolved
 * @throws FaultyLayout when `printSheet` does
 */
export async function impose(
  pages: readonly PlannedPage[],
  layoutsFolder: string,
  layouts: ReadonlyMap<string, Layout>,
  printSheet: (pages: readonly PlannedPage[]) => Promise<void>,
): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  const inSheets = [...layouts].map(
    ([name, layout]) => [name, sheetLayoutOf(layout, printSheet)] as const,
  );
  const sheets = sheetsOf(pages);
  const eleventy = new Eleventy(relative(process.cwd(), layoutsFolder) || ".", NOWHERE, {
    source: "script",
    quietMode: true,
    configPath: false,
    config: (config) => {
      // Sheets in the same order on every machine.
      config.setConcurrency(1);
      setUpEleventy(config, sheets, new Map(inSheets));
    },
  });
  eleventy.disableLogger();
  const receipts = await eleventy.toJSON().catch((error: unknown) => {
    throw findFaultyLayout(error) ?? error;
  });
  const printed = new Set(receipts.map(({ content }) => content));
  for (const [kind, own] of sheets)
    for (const { receipt } of own)
      if (!printed.has(receipt)) throw new Error(`No layout printed ${receipt} (${kind}).`);
}

/** Nothing is written here. */
const NOWHERE = "_printed";

function sheetLayoutOf(
  { data }: Layout,
  printSheet: (pages: readonly PlannedPage[]) => Promise<void>,
): SheetLayout {
  return {
    data: {
      pagination: { data: data.pagination.data, size: 1, alias: "sheet" },
      permalink: ({ sheet }) => sheet.receipt,
    },
    default: async ({ sheet }) => {
      await printSheet(sheet.pages);
      return sheet.receipt;
    },
  };
}

/** By kind of page. */
function sheetsOf(pages: readonly PlannedPage[]): ReadonlyMap<string, readonly Sheet[]> {
  const byKind = grouped(pages, ({ kind }) => [kind]);
  return new Map([...byKind].map(([kind, own]) => [kind, inSheets(own)]));
}

function inSheets(pages: readonly PlannedPage[]): readonly Sheet[] {
  return Array.from(
    { length: Math.ceil(pages.length / PAGES_TO_A_SHEET) },
    (_, index) => new Sheet(pages.slice(index * PAGES_TO_A_SHEET, (index + 1) * PAGES_TO_A_SHEET)),
  );
}
