// A whole site from a txtar string, built for real: the real rooms, the real layouts, a real folder.

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CheerioAPI, load } from "cheerio";
import { build } from "../../src/build.ts";
import type { BuildOrder, BuildSummary } from "../../src/build-order.ts";
import { formatProblem } from "../../src/problems/format-problem.ts";
import { type Bytes, contentFolder, type ContentFolder } from "./content-folder.ts";

/** The moment of every test that gives no other: stories dated before it are live. */
export const NOW = "2026-06-01T12:00:00Z";

/** Drawn icons and cards are the same for all tests of a worker, so they are drawn once. */
const SHARED_STATE = join(tmpdir(), `broadsheet-test-state-${process.pid}`);
process.once("exit", () => rmSync(SHARED_STATE, { recursive: true, force: true }));

export interface SiteOptions {
  readonly now?: string;
  readonly bytes?: Bytes;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly clean?: boolean;
  readonly compress?: boolean;
  /** How many threads read and print where there is much to do. */
  readonly hands?: number;
  /** A state folder of the site's own, for tests about what is kept between builds. */
  readonly ownState?: true;
  /** Does to the content folder what a txtar string cannot: links, files taken away. */
  readonly before?: (contentFolder: string) => void;
}

/** A site as it lies on disk after a build, and hands to look at it with. */
export interface BuiltSite extends AsyncDisposable {
  readonly content: ContentFolder;
  readonly output: string;
  readonly summary: BuildSummary;
  /** Every file, relative to the output, sorted. */
  files(): string[];
  has(address: string): boolean;
  /** The bytes of a page (`/2026/05/31/storm/`) or file (`/404.html`) as text. */
  text(address: string): string;
  /** The page, to be asked with selectors. */
  page(address: string): CheerioAPI;
  /** The text of each element a selector finds, white space folded. */
  texts(address: string, selector: string): string[];
  /** Every object of the page's JSON-LD graph of a type. */
  jsonLd(address: string, type: string): Record<string, unknown>[];
  /** The contents of every `<meta property>` or `<meta name>` of that key. */
  meta(address: string, key: string): string[];
  /** Changes the content and builds again into the same place. */
  rebuild(archive?: string, options?: SiteOptions): Promise<BuildSummary>;
}

/** Builds the site; throws with the whole report when it is refused. */
export async function site(archive: string, options: SiteOptions = {}): Promise<BuiltSite> {
  const content = await contentFolder(archive, options.bytes);
  const output = join(dirname(content.contentFolder), "_site");
  const summary = await publish(content, output, options);
  return {
    content,
    output,
    summary,
    ...lookingAt(output),
    rebuild: async (changes = "", more = {}) => {
      await content.write(changes, more.bytes);
      return publish(content, output, { ...options, ...more });
    },
    [Symbol.asyncDispose]: () => content[Symbol.asyncDispose](),
  };
}

/** The whole report on content that is refused, as a writer sees it; "" when it is not. */
export async function problems(archive: string, options: SiteOptions = {}): Promise<string> {
  await using content = await contentFolder(archive, options.bytes);
  options.before?.(content.contentFolder);
  const output = join(dirname(content.contentFolder), "_site");
  const result = await build(order(content, output, options));
  if (result.kind === "published") return "";
  if (existsSync(output)) throw new Error("a refused build has touched the output");
  return result.problems.map((problem) => formatProblem(problem, "content")).join("\n\n");
}

async function publish(
  content: ContentFolder,
  output: string,
  options: SiteOptions,
): Promise<BuildSummary> {
  const result = await build(order(content, output, options));
  if (result.kind === "published") return result.summary;
  throw new Error(result.problems.map((problem) => formatProblem(problem, "content")).join("\n\n"));
}

/** What a desk would order for this content, for tests that need only a part of the build. */
export function orderFor(content: ContentFolder, options: SiteOptions = {}): BuildOrder {
  return order(content, join(dirname(content.contentFolder), "_site"), options);
}

function order(content: ContentFolder, output: string, options: SiteOptions): BuildOrder {
  return {
    contentFolder: content.contentFolder,
    outputFolder: output,
    projectFolder: join(import.meta.dirname, "../.."),
    home: "/nonexistent-home",
    layoutsFolder: join(import.meta.dirname, "../../layouts"),
    stateFolder: options.ownState ? content.stateFolder : SHARED_STATE,
    now: Date.parse(options.now ?? NOW),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    drafts: options.drafts ?? false,
    clean: options.clean ?? false,
    compress: options.compress ?? false,
    ...(options.hands !== undefined && { hands: options.hands }),
  };
}

function lookingAt(output: string) {
  const fileAt = (address: string) =>
    join(output, address.endsWith("/") ? `${address}index.html` : address);
  const text = (address: string) => readFileSync(fileAt(address), "utf8");
  const page = (address: string) => load(text(address));
  return {
    files: () =>
      readdirSync(output, { recursive: true, withFileTypes: true, encoding: "utf8" })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1))
        .sort(),
    has: (address: string) => existsSync(fileAt(address)),
    text,
    page,
    texts: (address: string, selector: string) => {
      const $ = page(address);
      return $(selector)
        .toArray()
        .map((element) => $(element).text().replaceAll(/\s+/g, " ").trim());
    },
    jsonLd: (address: string, type: string) => {
      const script = page(address)('script[type="application/ld+json"]').text();
      const { "@graph": graph }: { "@graph": Record<string, unknown>[] } = JSON.parse(script);
      return graph.filter((object) => [object["@type"]].flat().includes(type));
    },
    meta: (address: string, key: string) => {
      const $ = page(address);
      return $(`meta[property="${key}"], meta[name="${key}"]`)
        .toArray()
        .map((element) => $(element).attr("content") ?? "");
    },
  };
}
