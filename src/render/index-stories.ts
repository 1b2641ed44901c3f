// The search index, made by Pagefind: files of which a browser reads a few, so that no server has to
// search. Pagefind is a program of its own, and is loaded only where a paper has a search.

import type { PagefindIndex } from "pagefind";
import type { SearchRecord } from "../pages/search-record.ts";

/** What one part of the index is made from. */
export interface PartToIndex {
  /** The language by whose rules its words are cut and bent: primary subtag. */
  readonly language: string;
  /** None for the program that searches the parts of a language. */
  readonly records: readonly SearchRecord[];
}

/** Files of a part by their paths in it. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** The paper is out, but its search lacks what is new. */
export class NotIndexed extends Error {}

/**
 * Makes parts one after another, each handed over before the next is asked for. The same records in
 * the same order give the same bytes.
 * @throws NotIndexed
 */
export async function indexStories<Part extends PartToIndex>(
  parts: Iterable<Part>,
  handOver: (files: IndexFiles, part: Part) => void,
): Promise<void> {
  const { createIndex, close } = await loadPagefind();
  try {
    for (const part of parts) {
      const { index, errors } = await createIndex({ excludeSelectors: ["img"] });
      if (!index) throw new Error(errors.join("; "));
      handOver(await indexPart(index, part), part);
      await index.deleteIndex();
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NotIndexed(`The search could not be indexed: ${reason}`, { cause });
  } finally {
    await close();
  }
}

async function loadPagefind() {
  try {
    return await import("pagefind");
  } catch (cause) {
    throw new NotIndexed("Pagefind, which indexes the search, could not be loaded.", { cause });
  }
}

async function indexPart(
  index: PagefindIndex,
  { language, records }: PartToIndex,
): Promise<IndexFiles> {
  const isProgram = records.length === 0;
  for (const { url, html } of isProgram ? [startOf(language)] : records) {
    const { errors } = await index.addHTMLFile({ url, content: html });
    if (errors.length > 0) throw new Error(`${url}: ${errors.join("; ")}`);
  }
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join("; "));
  const isWanted = (path: string) => !UNUSED.test(path) && (isProgram || !PROGRAM.test(path));
  return new Map(
    files.filter(({ path }) => isWanted(path)).map(({ path, content }) => [path, content]),
  );
}

/** Parts of a bundle that do what our own page does. */
const UNUSED = /^pagefind-(?:highlight|(?:component-|modular-)?ui)\.(?:js|css)$/;

/** What searches: once for all parts of a language. */
const PROGRAM = /\.js$|^wasm\./;

/**
 * Pagefind opens its program with one index and merges others into it. So that each part is merged
 * with its own language, the one it opens with holds nothing that anybody looks for: a letter of Old
 * Persian.
 */
function startOf(language: string): SearchRecord {
  return { url: "/", html: `<html lang="${language}"><body>\u{103A0}</body></html>` };
}
