// Reads printed pages as a stranger would, cheaply enough for every build: is each a whole page, and
// does everything it links to exist? `broadsheet check` looks closer, with real parsers.

import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { findLinks } from "./find-links.ts";

/** A page as it will be served. */
export interface PrintedPage {
  /** Its file in the output: `2019/05/31/storm/index.html`. */
  readonly output: string;
  /** What it was made from: `articles/storm.md`, `the front page`. */
  readonly origin: string;
  readonly html: string;
}

/**
 * Faults that a reader would meet. A dead link is told once, however many pages have it.
 * @param outputs every file of the new paper
 * @param basePath the site's sub-path, with a slash at both ends: `/`, `/news/`
 */
export function verifyPages(
  pages: readonly PrintedPage[],
  outputs: ReadonlySet<string>,
  basePath: string,
): Problem[] {
  return [...pages.flatMap((page) => missingParts(page)), ...deadLinks(pages, outputs, basePath)];
}

/** What every page must have, and how to tell. */
const PARTS: readonly (readonly [fault: string, isWhole: (html: string) => boolean])[] = [
  ["does not begin with a doctype", (html) => /^<!doctype html>/i.test(html)],
  ["says no language", (html) => /<html[^>]*\slang="[^"]+"/.test(html.slice(0, 500))],
  // Servers name no character set for HTML; a browser looks for it in the first 1,024 bytes.
  [
    "does not begin with its character set",
    (html) => /<meta charset="utf-8"/i.test(html.slice(0, 900)),
  ],
  ["has no title", (html) => /<title>[^<]*[^<\s]/.test(html)],
  ["does not have exactly one main headline (h1)", (html) => count(html, /<h1[\s>]/g) === 1],
  ["is cut short", (html) => html.trimEnd().endsWith("</html>")],
  // The mark of a link slot that nobody filled: see `markdown/link-slots.ts`.
  ["holds a link without an address", (html) => !html.includes("\u0001")],
];

function missingParts({ output, origin, html }: PrintedPage): Problem[] {
  return PARTS.filter(([, isWhole]) => !isWhole(html)).map(([fault]) => ({
    file: origin,
    message: `The page printed from this, ${quote(output)}, ${fault}.`,
    cure: "This is a fault of the layout, not of the text: look in layouts/ for this kind of page.",
  }));
}

/** A link that leads nowhere, and who has it. */
interface DeadLink {
  readonly address: string;
  readonly first: PrintedPage;
  pages: number;
}

function deadLinks(
  pages: readonly PrintedPage[],
  outputs: ReadonlySet<string>,
  basePath: string,
): Problem[] {
  const dead = new Map<string, DeadLink>();
  for (const page of pages) {
    for (const { address, output } of findLinks(page.html, page.output, basePath)) {
      if (output !== undefined && outputs.has(output)) continue;
      const key = output ?? address;
      const known = dead.get(key);
      if (known) known.pages += 1;
      else dead.set(key, { address, first: page, pages: 1 });
    }
  }
  return [...dead].map(([output, link]) => deadLink(link, outputs.has(`${output}/index.html`)));
}

function deadLink({ address, first, pages }: DeadLink, lacksSlash: boolean): Problem {
  const others = pages === 1 ? "" : `, and ${pages - 1} more like it,`;
  return {
    file: first.origin,
    message: `The page printed from this${others} links to ${quote(address)}, which is not in the paper.`,
    cure: lacksSlash
      ? `Write the address with a slash at its end: ${quote(`${address}/`)}.`
      : "Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.",
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
