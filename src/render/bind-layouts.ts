// The layouts as one file of plain JavaScript, kept for as long as they are what they are. tsx takes
// half a second to get ready and to translate some forty files, in the press and again in each of its
// hands; this file is read in a moment. It is a convenience: where it cannot be made or kept, and when
// a layout fails, tsx does the work, which knows the line of the layout itself.

import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Layout, layoutNames } from "./layouts.ts";

/** The layouts of one edition of the press. Plain data, so that another thread can be told. */
export interface PressLayouts {
  /** Absolute. */
  readonly folder: string;
  /** Tells these layouts and this press from all others. */
  readonly edition: string;
  /** The file of them all (absolute), where there is one. */
  readonly bound?: string;
}

/** Bound files that stay: another build may still be running on an older one. */
const KEPT = 4;

/**
 * Binds the layouts in `folder`, unless they are bound already.
 *
 * @param folder absolute; packages are found from there, so they must be installed beside it
 * @param edition as in {@link PressLayouts}
 */
export function bindLayouts(folder: string, edition: string): PressLayouts {
  const packages = join(folder, "../node_modules");
  const shelf = join(packages, ".cache/broadsheet-layouts");
  const bound = join(shelf, `${edition}.mjs`);
  if (existsSync(bound)) return { folder, edition, bound };
  try {
    const text = existsSync(packages) ? translateInStrings(folder) : "";
    // A layout that asks where it lies must lie there.
    if (text === "" || /\bimport\.meta\b|\b__(?:dirname|filename)\b/.test(text))
      return { folder, edition };
    mkdirSync(shelf, { recursive: true });
    const unfinished = join(shelf, `${randomUUID()}.unfinished`);
    writeFileSync(unfinished, text);
    renameSync(unfinished, bound);
    removeOld(shelf);
    return { folder, edition, bound };
  } catch {
    return { folder, edition };
  }
}

/** By file name. */
export async function readBound(bound: string): Promise<ReadonlyMap<string, Layout>> {
  const { layouts } = (await import(pathToFileURL(bound).href)) as {
    readonly layouts: ReadonlyMap<string, Layout>;
  };
  return layouts;
}

/** What is used of the translator that tsx brings. */
interface Translator {
  readonly buildSync: (options: object) => {
    readonly outputFiles: readonly { readonly text: string }[];
  };
}

/** With strings in Preact's place, unless a layout asks for more of Preact than that. */
function translateInStrings(folder: string): string {
  const text = translate(folder, { "preact/jsx-runtime": STRINGS, [RENDERER]: STRINGS });
  return /\bfrom\s*"preact\b/.test(text) ? translate(folder) : text;
}

const RENDERER = "preact-render-to-string";

const STRINGS = join(import.meta.dirname, "set-in-strings.ts");

/** @param alias what is taken in the place of which package */
function translate(folder: string, alias: Readonly<Record<string, string>> = {}): string {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const { buildSync } = createRequire(tsx)("esbuild") as Translator;
  const names = layoutNames(folder);
  const { outputFiles } = buildSync({
    stdin: { contents: [...names.map(importOf), listOf(names)].join("\n"), resolveDir: folder },
    tsconfig: join(folder, "../tsconfig.json"),
    bundle: true,
    packages: "external",
    alias,
    format: "esm",
    platform: "node",
    target: "node20.19",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

const importOf = (name: string, index: number) =>
  `import * as layout${index} from ${JSON.stringify(`./${name}`)};`;

const listOf = (names: readonly string[]) =>
  `export const layouts = new Map([${names.map((name, index) => `[${JSON.stringify(name)}, layout${index}]`).join(", ")}]);`;

function removeOld(shelf: string): void {
  const files = readdirSync(shelf).map((name) => join(shelf, name));
  const byAge = files.map((path) => ({ path, made: statSync(path).mtimeMs }));
  byAge.sort((a, b) => b.made - a.made);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { force: true });
}
