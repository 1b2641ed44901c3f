// A reader without a map: starts at the front page of a served paper and follows every link there is.
// Nothing is dead, every story is reached, and no page stands where nobody comes by.

import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { benchPaper } from "../support/bench-paper.ts";
import { type Server, serve } from "../support/serve.ts";

const STORIES = process.env["BROADSHEET_PROOF"] ? 1000 : 200;
const LONG = 600_000;

interface Crawl {
  /** Paths that did not answer 200, each with the first page that links to it. */
  readonly dead: readonly string[];
  /** Files that were reached, without the sub-path: `about/index.html`. */
  readonly reached: ReadonlySet<string>;
}

describe.each([
  { basePath: "/", outputs: [] },
  { basePath: "/news/", outputs: ["twins", "text", "search"] },
] as const)("a paper at $basePath with [$outputs]", ({ basePath, outputs }) => {
  test(
    "has every page and file within reach of its front page, and no dead link",
    async () => {
      const { built, stories } = await benchPaper(
        STORIES,
        `https://bench.example${basePath}`,
        outputs,
      );
      await using _ = built;
      await using server = await serve(servedAt(built.output, basePath));
      const { dead, reached } = await crawl(server, basePath);
      expect(dead).toEqual([]);
      const missed = stories.filter(({ address }) => !reached.has(`${address.slice(1)}index.html`));
      expect(missed.map(({ address }) => address)).toEqual([]);
      const orphans = built.files().filter((file) => file.endsWith(".html") && !reached.has(file));
      expect(orphans).toEqual(["404.html"]);
    },
    LONG,
  );
});

/** A root under which the paper is where its address says. */
function servedAt(output: string, basePath: string): string {
  if (basePath === "/") return output;
  const root = join(dirname(output), "served");
  mkdirSync(root);
  symlinkSync(output, join(root, basePath.slice(1, -1)));
  return root;
}

/** Readers at a time. */
const AT_ONCE = 8;

async function crawl(server: Server, basePath: string): Promise<Crawl> {
  const found = new Map([[basePath, "the reader"]]);
  const dead: string[] = [];
  let waiting = [...found.keys()];
  while (waiting.length > 0) {
    const now = waiting.splice(0, AT_ONCE);
    const visits = await Promise.all(now.map((path) => visit(server, path)));
    for (const [index, { status, links }] of visits.entries()) {
      const path = now[index]!;
      if (status !== 200) dead.push(`${path} (${status}) on ${found.get(path)}`);
      for (const link of links) {
        if (found.has(link)) continue;
        found.set(link, path);
        waiting.push(link);
      }
    }
  }
  const files = [...found.keys()].map((path) => decodeURI(path).slice(basePath.length));
  const reached = new Set(files.map((file) => file.replace(/(^|\/)$/, "$1index.html")));
  return { dead, reached };
}

interface Visit {
  readonly status: number;
  readonly links: readonly string[];
}

async function visit(server: Server, path: string): Promise<Visit> {
  const response = await fetch(server.origin + path);
  const { status, headers } = response;
  const isPage = headers.get("content-type")?.startsWith("text/html");
  if (isPage) return { status, links: linksIn(await response.text(), server.origin + path) };
  await response.arrayBuffer();
  return { status, links: [] };
}

/** The paths on this host that a page names, in any way a browser follows; its own full address too. */
function linksIn(html: string, here: string): readonly string[] {
  const $ = load(html);
  const addresses = $("[href], [src], [srcset], meta[property='og:image']")
    .toArray()
    .flatMap(({ attribs: { href = "", src = "", srcset = "", content = "" } }) => [
      href,
      src,
      content,
      ...srcset.split(/,\s+/).map((candidate) => candidate.split(/\s/)[0] ?? ""),
    ])
    .filter((address) => address !== "");
  const origin = new URL(here).origin;
  const urls = addresses.map(
    (address) => new URL(address.replace(/^https:\/\/bench\.example(?=\/)/, origin), here),
  );
  return [...new Set(urls.filter((url) => url.origin === origin).map(({ pathname }) => pathname))];
}
