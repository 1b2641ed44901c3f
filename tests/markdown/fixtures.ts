// Reads our fixture files: a heading, then Markdown and HTML between lines with a single dot. In the
// HTML a link slot is written {L0}, a picture as one line in braces.

import { readFileSync } from "node:fs";
import type { StoryText } from "../../src/markdown/story-text.ts";

const EDGE = "\u0001";
const SLOT = new RegExp(`${EDGE}(L\\d+)${EDGE}`, "g");

/** One pair of a fixture file. */
export interface Fixture {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

/** All pairs of `fixtures/<file>`. */
export function fixturesIn(file: string): Fixture[] {
  const source = readFileSync(new URL(`fixtures/${file}`, import.meta.url), "utf8");
  const pairs = source.matchAll(/^(\S.*)\n\.\n([^]*?\n)\.\n([^]*?\n?)\.\n/gm);
  return [...pairs].map(([, name = "", markdown = "", html = ""]) => ({ name, markdown, html }));
}

/** A text as fixtures show it. */
export function shown(text: StoryText): string {
  return text.parts
    .map((part) => {
      if (part.kind === "html") return part.html.replaceAll(SLOT, "{$1}");
      const { src, alt, caption, credit } = part.picture;
      return `{${[src, alt, caption ?? "no caption", credit].join(" | ")}}\n`;
    })
    .join("");
}
