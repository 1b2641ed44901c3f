// Many pages to a sheet, as presses print. What Eleventy does for each thing it prints (finding its
// place, copying its data, watching for others of its name) takes longer than printing a page.

import type { PlannedPage } from "../pages/page.ts";
import type { Layout } from "./layouts.ts";

/** A layout that prints a sheet of pages at a time. */
export interface SheetLayout {
  readonly data: {
    readonly pagination: { readonly data: string; readonly size: number; readonly alias: "sheet" };
    readonly permalink: (data: SheetData) => string;
  };
  readonly default: (data: SheetData) => string;
}

interface SheetData {
  readonly sheet: readonly PlannedPage[];
}

const PAGES_TO_A_SHEET = 50;

/** No page and no path has this character: it is not allowed in HTML. */
const CUT = "\0";

/** The same layouts, each of which prints many pages at once. */
export function inSheets(layouts: ReadonlyMap<string, Layout>): ReadonlyMap<string, SheetLayout> {
  return new Map([...layouts].map(([name, layout]) => [name, inSheetsOf(layout)]));
}

function inSheetsOf({ data, default: print }: Layout): SheetLayout {
  return {
    data: {
      pagination: { data: data.pagination.data, size: PAGES_TO_A_SHEET, alias: "sheet" },
      permalink: ({ sheet }) => sheet[0]?.output ?? "",
    },
    default: ({ sheet }) =>
      sheet.flatMap((page) => [page.output, print({ sheet: page })]).join(CUT),
  };
}

/** The pages of a printed sheet, by output. */
export function cutApart(sheet: string): readonly (readonly [output: string, html: string])[] {
  const parts = sheet.split(CUT);
  const outputs = parts.filter((_, index) => index % 2 === 0);
  return outputs.map((output, index) => [output, parts[index * 2 + 1] ?? ""]);
}
