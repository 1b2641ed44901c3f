// The style sheet: all files of `layouts/styles/` in one, small and for older browsers too, with
// each font under an address that changes when its bytes do.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pressEdition } from "../source/press-edition.ts";
import { FaultyLayout } from "./faulty-layout.ts";
import type { AssetFile } from "./press-assets.ts";
import { writeWhole } from "./write-whole.ts";

export interface StyleSheet {
  readonly css: AssetFile;
  readonly fonts: readonly AssetFile[];
  /** Addresses of the fonts by name: `source-serif-4-latin-400-normal`. */
  readonly fontAddresses: Readonly<Record<string, string>>;
}

/** Browsers of the last five years or so, in lightningcss's notation (major version << 16). */
const TARGETS = { chrome: 100 << 16, firefox: 100 << 16, safari: (15 << 16) | (4 << 8) };

/** The files in one, and the fonts they name: each `placeholder` stands where an address belongs. */
interface Bundle {
  readonly code: string;
  readonly urls: readonly { readonly url: string; readonly placeholder: string }[];
}

/**
 * @param folders absolute; `styles/main.css` in the layouts imports the rest
 * @throws FaultyLayout
 */
export async function makeStyleSheet(folders: {
  readonly layoutsFolder: string;
  readonly stateFolder: string;
}): Promise<StyleSheet> {
  const { code, urls } = await bundleOnce(folders);
  const names = [...new Set(urls.map(({ url }) => fontName(url)))];
  const fonts = new Map(
    await Promise.all(names.map(async (name) => [name, await fontFile(name)] as const)),
  );
  const text = urls.reduce(
    (css, { url, placeholder }) =>
      css.replaceAll(placeholder, basename(fonts.get(fontName(url))?.path ?? url)),
    code,
  );
  return {
    css: hashedAsset("paper", "css", Buffer.from(text)),
    fonts: [...fonts.values(), await fontLicence()],
    fontAddresses: Object.fromEntries([...fonts].map(([name, { path }]) => [name, `/${path}`])),
  };
}

/** Bundled styles are kept until a layout or the press changes: the bundler need not be there. */
async function bundleOnce({
  layoutsFolder,
  stateFolder,
}: Parameters<typeof makeStyleSheet>[0]): Promise<Bundle> {
  const edition = pressEdition(layoutsFolder);
  const path = join(stateFolder, "style-sheet.json");
  const kept = await readFile(path, "utf8").then(readKept, () => undefined);
  if (kept?.edition === edition) return kept.bundle;
  const bundle = await bundleStyles(join(layoutsFolder, "styles/main.css"));
  await writeWhole(path, Buffer.from(JSON.stringify({ edition, bundle })));
  return bundle;
}

/** What we wrote ourselves; a file that is not whole JSON is made anew. */
function readKept(text: string): { readonly edition: string; readonly bundle: Bundle } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bundleStyles(filename: string): Promise<Bundle> {
  const { bundle } = await import("lightningcss");
  const options = {
    minify: true,
    targets: TARGETS,
    analyzeDependencies: { preserveImports: true },
  };
  try {
    const { code, dependencies } = bundle({ filename, ...options });
    const urls = (Array.isArray(dependencies) ? dependencies : []).flatMap((found) =>
      found.type === "url" ? [{ url: found.url, placeholder: found.placeholder }] : [],
    );
    return { code: code.toString(), urls };
  } catch (cause) {
    throw new FaultyLayout(filename, "while it was read", cause);
  }
}

/** An asset whose name carries a hash of its bytes: a server may let browsers keep it for ever. */
export function hashedAsset(name: string, extension: string, bytes: Buffer): AssetFile {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return { path: `assets/${name}-${hash}.${extension}`, bytes };
}

const FONT_PACKAGE = "@fontsource/source-serif-4";

function fontFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/package.json`));
}

/** `/fonts/source-serif-4-latin-400-normal.woff2` → `source-serif-4-latin-400-normal`. */
function fontName(url: string): string {
  return basename(url, ".woff2");
}

async function fontFile(name: string): Promise<AssetFile> {
  const bytes = await readFile(join(fontFolder(), "files", `${name}.woff2`));
  return hashedAsset(name, "woff2", bytes);
}

/** The SIL Open Font License asks that its text travels with the font. */
async function fontLicence(): Promise<AssetFile> {
  return {
    path: "assets/source-serif-4-OFL.txt",
    bytes: await readFile(join(fontFolder(), "LICENSE")),
  };
}
