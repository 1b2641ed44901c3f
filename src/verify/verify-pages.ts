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

/** The files of a paper. */
export type Outputs = Pick<ReadonlySet<string>, "has">;

/** What is wrong with one page. Plain data: pages may be read by another thread. */
export interface PageFaults {
  readonly origin: string;
  readonly missing: readonly Problem[];
  readonly dead: readonly DeadLink[];
}

/**
 * Faults that a reader would meet. A dead link is told once, however many pages have it.
 * @param outputs every file of the new paper
 * @param basePath the site's sub-path, with a slash at both ends: `/`, `/news/`
 */
export function verifyPages(
  pages: readonly PrintedPage[],
  outputs: Outputs,
  basePath: string,
): Problem[] {
  return problemsOf(pages.map((page) => readPage(page, outputs, basePath)));
}

/** Reads one page; `outputs` and `basePath` as for `verifyPages`. */
export function readPage(page: PrintedPage, outputs: Outputs, basePath: string): PageFaults {
  const { origin } = page;
  return { origin, missing: missingParts(page), dead: deadLinks(page, outputs, basePath) };
}

/** The faults of all pages as problems. */
export function problemsOf(faults: readonly PageFaults[]): Problem[] {
  return [...faults.flatMap(({ missing }) => missing), ...deadProblems(faults)];
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
  ["does not have exactly one main headline (h1)", hasOneHeadline],
  ["is cut short", (html) => html.slice(-20).trimEnd().endsWith("</html>")],
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

/** A link that leads nowhere. */
export interface DeadLink {
  readonly address: string;
  /** The file it needs, or the address where no file could be meant. */
  readonly target: string;
  /** There is a page at the same address with a slash at its end. */
  readonly lacksSlash: boolean;
}

function deadLinks(page: PrintedPage, outputs: Outputs, basePath: string): readonly DeadLink[] {
  const sound = soundAddresses(outputs, basePath);
  return findLinks(page.html, page.output, basePath, sound).flatMap(({ address, output }) => {
    if (output !== undefined && outputs.has(output)) {
      if (address.startsWith("/") && sound.size < MOST_SOUND) sound.add(address);
      return [];
    }
    const target = output ?? address;
    return [{ address, target, lacksSlash: outputs.has(`${target}/index.html`) }];
  });
}

/**
 * Addresses from the root that lead somewhere, in this paper: most of a page's links stand on every
 * other page too.
 */
function soundAddresses(outputs: Outputs, basePath: string): Set<string> {
  if (known?.outputs !== outputs || known.basePath !== basePath)
    known = { outputs, basePath, sound: new Set() };
  return known.sound;
}

let known:
  | {
      readonly outputs: Outputs;
      readonly basePath: string;
      readonly sound: Set<string>;
    }
  | undefined;

/** Sections, topics, authors and assets come first, being on the first pages already. */
const MOST_SOUND = 10_000;

function deadProblems(faults: readonly PageFaults[]): Problem[] {
  const first = new Map<string, { readonly origin: string; readonly link: DeadLink }>();
  const pages = new Map<string, number>();
  for (const { origin, dead } of faults) {
    for (const link of dead) {
      if (!first.has(link.target)) first.set(link.target, { origin, link });
      pages.set(link.target, (pages.get(link.target) ?? 0) + 1);
    }
  }
  return [...first].map(([target, { origin, link }]) =>
    deadLink(origin, link, pages.get(target) ?? 1),
  );
}

function deadLink(origin: string, { address, lacksSlash }: DeadLink, pages: number): Problem {
  const others = pages === 1 ? "" : `, and ${pages - 1} more like it,`;
  return {
    file: origin,
    message: `The page printed from this${others} links to ${quote(address)}, which is not in the paper.`,
    cure: lacksSlash
      ? `Write the address with a slash at its end: ${quote(`${address}/`)}.`
      : "Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.",
  };
}

function hasOneHeadline(html: string): boolean {
  const first = html.indexOf("<h1");
  return first !== -1 && !html.includes("<h1", first + 1) && /[\s>]/.test(html.charAt(first + 3));
}
