// What a reader on a bad line waits for: the page itself, its style sheets and the type it asks for
// before all else; and each of its pictures by itself.

import { gzipSync } from "node:zlib";
import { quote } from "../../../problems/quote.ts";
import { kilobytes, LIMITS } from "../desk-limits.ts";
import { attribute, type Element } from "../html-tree.ts";
import type { PublishedPage } from "../published-page.ts";
import type { PublishedPaper } from "../published-paper.ts";
import type { OpenRule } from "../rule.ts";
import { targetOf, urlOf } from "../site-address.ts";

export function weight(paper: PublishedPaper): OpenRule {
  const weights = new Map<string, number>();
  const told = new Set<string>();
  const weigh = (file: string) => remembered(weights, file, () => weightOf(file, paper));
  return {
    *look(page) {
      const others = filesOn(page, paper, waitsFor).map(weigh);
      const rest = others.reduce((sum, one) => sum + one, 0);
      // Markup shrinks by more than half: what is light enough by that measure is not worth compressing.
      const isLight = rest + Buffer.byteLength(page.html) / 2 <= LIMITS.page;
      const total = isLight ? 0 : rest + onTheWire(page.html);
      if (total > LIMITS.page)
        yield {
          weight: "advice",
          output: page.output,
          message: `A reader waits for ${kilobytes(total)} before the page can be read (page, styles and type); the limit is ${kilobytes(LIMITS.page)}.`,
          cure: "Divide the text, or take from the page’s styles and type.",
        };
      for (const file of filesOn(page, paper, ({ tagName }) => tagName === "img")) {
        if (told.has(file) || paper.sizeOf(file) <= LIMITS.picture) continue;
        told.add(file);
        yield {
          weight: "advice",
          output: page.output,
          message: `The picture ${quote(file)} on the page has ${kilobytes(paper.sizeOf(file))}; the limit is ${kilobytes(LIMITS.picture)}.`,
        };
      }
    },
  };
}

function waitsFor(element: Element): boolean {
  return /^(?:stylesheet|preload)$/.test(attribute(element, "rel") ?? "");
}

/** The files of the paper that these elements name. */
function filesOn(
  page: PublishedPage,
  { site, outputs }: PublishedPaper,
  isMeant: (element: Element) => boolean,
): readonly string[] {
  const here = urlOf(page.output, site);
  return page.elements.filter(isMeant).flatMap((element) => {
    const address = attribute(element, "href") ?? attribute(element, "src") ?? "";
    const file = targetOf(address, here, site)?.output;
    return file !== undefined && outputs.has(file) ? [file] : [];
  });
}

/** Type is compressed already; text is on the way. */
function weightOf(file: string, paper: PublishedPaper): number {
  return file.endsWith(".css") ? onTheWire(paper.read(file)) : paper.sizeOf(file);
}

/** Level 5 is what servers use that compress as they go. */
function onTheWire(text: string): number {
  return gzipSync(text, { level: 5 }).length;
}

function remembered(known: Map<string, number>, key: string, make: () => number): number {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
