// Eleventy as the press uses it: it prints typed layouts from planned pages, and nothing else. No
// article is ever one of its templates, and every way in which it would run what it reads as code
// is shut, though nothing it reads comes from a story.

import { resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { PageKind, PlannedPage } from "../pages/page.ts";
import { loadLayout } from "./layouts.ts";

/** Planned pages by kind; each layout prints the list of its kind. */
export class PlannedPages {
  readonly front: PlannedPage[] = [];
  readonly section: PlannedPage[] = [];
  readonly topic: PlannedPage[] = [];
  readonly author: PlannedPage[] = [];
  readonly story: PlannedPage[] = [];
  readonly plain: PlannedPage[] = [];
  readonly notice: PlannedPage[] = [];
  readonly "not-found": PlannedPage[] = [];

  /** A class of its own, since Eleventy copies plain objects deeply into the data of each page. */
  constructor(pages: readonly PlannedPage[]) {
    const lists: Record<PageKind, PlannedPage[]> = this;
    for (const page of pages) lists[page.kind].push(page);
  }
}

/** Prepares `config` to print `pages` through the layouts. */
export function setUpEleventy(config: EleventyConfig, pages: readonly PlannedPage[]): void {
  config.setTemplateFormats(["11ty.tsx"]);
  config.setDataFileSuffixes([]);
  config.setDataFileBaseName(null);
  config.setUseGitIgnore(false);
  config.setFrontMatterParsingOptions({
    engines: {
      javascript: refuse,
      jsLegacy: { parse: refuse },
      json: refuse,
    },
  });
  config.addGlobalData("planned", new PlannedPages(pages));
  addLayoutLanguage(config);
}

function refuse(): never {
  throw new Error("A layout has no front matter: it exports its data.");
}

/** TSX through tsx's own loader, each layout once a run; a new run sees edited layouts and parts. */
function addLayoutLanguage(config: EleventyConfig): void {
  const loaded = new Map<string, ReturnType<typeof loadLayout>>();
  const load = (path: string) => {
    const layout = loaded.get(path) ?? loadLayout(resolve(path));
    loaded.set(path, layout);
    return layout;
  };
  config.addExtension("11ty.tsx", {
    read: false,
    outputFileExtension: "html",
    getData: ["data"],
    getInstanceFromInputPath: load,
    compileOptions: { cache: false },
    compile: async (_, path) => (await load(path)).default,
  });
}
