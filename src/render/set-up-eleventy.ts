// Eleventy as the press uses it: it prints typed layouts from planned pages, and nothing else. No
// article is ever one of its templates, and every way in which it would run what it reads as code
// is shut, though nothing it reads comes from a story.

import { basename, dirname, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { PageKind } from "../pages/page.ts";
import type { SheetLayout } from "./impose.ts";
import { type Layout, openLayouts } from "./layouts.ts";

/** What there is to print, by kind of page: planned pages, or sheets of them. */
export type ByKind = ReadonlyMap<string, readonly unknown[]>;

/**
 * Each layout prints the list of its kind. A class, since Eleventy copies plain objects deeply into
 * the data of each page.
 */
class Planned implements Record<PageKind, readonly unknown[]> {
  readonly #byKind: ByKind;
  constructor(byKind: ByKind) {
    this.#byKind = byKind;
  }
  get front() {
    return this.#of("front");
  }
  get section() {
    return this.#of("section");
  }
  get topic() {
    return this.#of("topic");
  }
  get series() {
    return this.#of("series");
  }
  get author() {
    return this.#of("author");
  }
  get archive() {
    return this.#of("archive");
  }
  get corrections() {
    return this.#of("corrections");
  }
  get staff() {
    return this.#of("staff");
  }
  get story() {
    return this.#of("story");
  }
  get plain() {
    return this.#of("plain");
  }
  get notice() {
    return this.#of("notice");
  }
  get redirect() {
    return this.#of("redirect");
  }
  get search() {
    return this.#of("search");
  }
  get "not-found"() {
    return this.#of("not-found");
  }
  get "text-list"() {
    return this.#of("text-list");
  }
  get "text-story"() {
    return this.#of("text-story");
  }
  #of(kind: PageKind): readonly unknown[] {
    return this.#byKind.get(kind) ?? [];
  }
}

/**
 * Prepares `config` to print what is planned through the layouts.
 * @param layouts by file name, where sheets are printed; else each is loaded afresh, so that a new
 * run sees edited layouts and parts, and prints a page at a time
 */
export function setUpEleventy(
  config: EleventyConfig,
  planned: ByKind,
  layouts?: ReadonlyMap<string, SheetLayout>,
): void {
  config.setTemplateFormats(["11ty.tsx"]);
  config.setDataFileSuffixes([]);
  config.setDataFileBaseName(null);
  config.setUseGitIgnore(false);
  // On a busy machine Eleventy would tell the desk which of its own steps it waited for.
  config.benchmarks.config.minimumThresholdPercent = Infinity;
  config.setFrontMatterParsingOptions({
    engines: {
      javascript: refuse,
      jsLegacy: { parse: refuse },
      json: refuse,
    },
  });
  config.addGlobalData("planned", new Planned(planned));
  addLayoutLanguage(config, layouts);
}

function refuse(): never {
  throw new Error("A layout has no front matter: it exports its data.");
}

/** TSX, each layout loaded once a run. */
function addLayoutLanguage(
  config: EleventyConfig,
  layouts: ReadonlyMap<string, SheetLayout> | undefined,
): void {
  const loaded = new Map<string, Promise<Layout>>();
  let open: ReturnType<typeof openLayouts> | undefined;
  const load = async (path: string) => {
    const known = layouts?.get(basename(path));
    if (known) return known;
    open ??= openLayouts(dirname(resolve(path)));
    const layout = loaded.get(path) ?? open(resolve(path));
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
