// Sets a few words in the paper's typeface as SVG paths, for pictures that must look the same
// wherever they are shown: icons and share cards. A script that Source Serif 4 does not have cannot
// be set; the caller then draws something without words.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Extent } from "../pages/crop.ts";
import { unpackFont } from "./unpack-font.ts";

/** A box of text or of other boxes, laid out like a flex container (https://github.com/vercel/satori). */
export interface Box {
  readonly type: "div";
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Box[];
  };
}

/** Makes a box; `boxSizing` is stated because satori's default is not that of browsers. */
export function box(
  style: Readonly<Record<string, string | number>>,
  children: string | readonly Box[] = [],
): Box {
  return {
    type: "div",
    props: { style: { display: "flex", boxSizing: "border-box", ...style }, children },
  };
}

/** Weights that are used in drawings. */
type Weight = 400 | 700;

/** The SVG of `content` on a sheet of `size` pixels; undefined when a character cannot be set. */
export async function setInType(content: Box, size: Extent): Promise<string | undefined> {
  const { default: satori } = await import("satori");
  const subsets = await subsetsFor(textOf(content));
  if (subsets.length === 0) return undefined;
  const faces = subsets.flatMap((subset) =>
    ([400, 700] as const).map((weight) => ({ subset, weight })),
  );
  const fonts = await Promise.all(faces.map(loadFace));
  let isComplete = true;
  const svg = await satori(
    box({ width: "100%", height: "100%", fontFamily: subsets.join(", ") }, [content]),
    {
      ...size,
      fonts,
      // Asked for a character that no given font has. It is drawn as nothing, and we say so.
      loadAdditionalAsset: async () => {
        isComplete = false;
        return [];
      },
    },
  );
  return isComplete ? svg : undefined;
}

const typeface = createRequire(import.meta.url);

/** Each subset goes by its own name, or only the first of them would ever be asked for a letter. */
async function loadFace({ subset, weight }: { subset: string; weight: Weight }) {
  const file = `@fontsource/source-serif-4/files/source-serif-4-${subset}-${weight}-normal.woff`;
  return { name: subset, weight, data: unpackFont(await readFile(typeface.resolve(file))) };
}

/** The subsets of the typeface that have at least one character of `text`. */
async function subsetsFor(text: string): Promise<readonly string[]> {
  const list: unknown = JSON.parse(
    await readFile(typeface.resolve("@fontsource/source-serif-4/unicode.json"), "utf8"),
  );
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return Object.entries(list ?? {})
    .filter(([, ranges]) => points.some((point) => isWithin(point, String(ranges))))
    .map(([subset]) => subset)
    .reverse();
}

/** Is the code point in a list such as `U+0000-00FF,U+0131`? */
function isWithin(point: number, ranges: string): boolean {
  return ranges.split(",").some((range) => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    return Number.parseInt(first, 16) <= point && point <= Number.parseInt(last, 16);
  });
}

function textOf({ props: { children = "" } }: Box): string {
  return typeof children === "string" ? children : children.map(textOf).join("");
}
