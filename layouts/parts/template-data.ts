// What every page template tells Eleventy: print one page for each planned page of a kind, and put
// it where the plan says. Eleventy calls the template with that page as `sheet`.

import type { PageKind, PageProps, PlannedPage } from "../../src/pages/page.ts";

/** What a template's default function is called with. */
export interface TemplateData<Props extends PageProps> {
  readonly sheet: PlannedPage<Props>;
}

/** The `data` a template exports. */
export function onePageForEach(kind: PageKind) {
  return {
    pagination: { data: `planned.${kind}`, size: 1, alias: "sheet" },
    permalink: ({ sheet }: TemplateData<PageProps>): string => sheet.output,
  };
}
