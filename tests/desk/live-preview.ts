// A live preview of a small paper, with its own copy of the layouts, and hands to save files and to
// ask it for pages.

import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { get as request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BuildOrder } from "../../src/build-order.ts";
import { type DevServer, startDev } from "../../src/desk/dev.ts";
import { contentFolder, type ContentFolder } from "../support/content-folder.ts";

const PROJECT = join(import.meta.dirname, "../..");

export interface LivePreview extends AsyncDisposable {
  readonly url: string;
  readonly content: ContentFolder;
  readonly layoutsFolder: string;
  /** How often the content has been read so far. */
  readings(): number;
  /** A page as a browser gets it; `address` without the sub-path. */
  get(address: string, headers?: Record<string, string>): Promise<Page>;
  /** The page as soon as its text has `words` in it; fails when it never has. */
  shows(address: string, words: string): Promise<Page>;
  /** Saves a file of the layouts with something replaced in it. */
  editLayout(file: string, from: string, to: string): Promise<void>;
}

export interface Page {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
}

/** @param state a state folder that several previews may share */
export async function livePreview(
  archive: string,
  state: string,
  more: Partial<BuildOrder> & { readonly port?: number } = {},
): Promise<LivePreview> {
  const content = await contentFolder(archive);
  const root = dirname(content.contentFolder);
  const layoutsFolder = join(root, "layouts");
  await cp(join(PROJECT, "layouts"), layoutsFolder, { recursive: true });
  for (const name of ["package.json", "tsconfig.json"])
    await cp(join(PROJECT, name), join(root, name));
  await symlink(join(PROJECT, "node_modules"), join(root, "node_modules"));
  let readings = 0;
  const order = orderFor(content, layoutsFolder, state);
  const server = await startDev(
    { ...order, ...more },
    { port: more.port ?? 18_080, clock: () => order.now, onRead: () => (readings += 1) },
  );
  const get = (address: string, headers: Record<string, string> = {}) =>
    ask(new URL(address, server.url), headers);
  return {
    url: server.url,
    content,
    layoutsFolder,
    readings: () => readings,
    get,
    shows: (address, words) => until(() => get(address), words),
    editLayout: async (file, from, to) => {
      const text = await readFile(join(layoutsFolder, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
      await writeFile(join(layoutsFolder, file), text.replace(from, to));
    },
    [Symbol.asyncDispose]: () => end(server, content),
  };
}

/** A state folder for the previews of one test file. */
export async function sharedState(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "broadsheet-dev-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

function orderFor(content: ContentFolder, layoutsFolder: string, state: string): BuildOrder {
  return {
    contentFolder: content.contentFolder,
    outputFolder: "_site",
    projectFolder: PROJECT,
    home: "/nonexistent-home",
    layoutsFolder,
    stateFolder: state,
    now: Date.parse("2026-06-01T12:00:00Z"),
    drafts: true,
    clean: false,
  };
}

async function end(server: DevServer, content: ContentFolder): Promise<void> {
  await server.close();
  await content[Symbol.asyncDispose]();
}

/** Not `fetch`, which would not let a test lie about the host. */
function ask(url: URL, headers: Record<string, string>): Promise<Page> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text, location: response.headers.location }),
      );
    }).on("error", reject);
  });
}

const PATIENCE_MILLISECONDS = 10_000;

async function until(get: () => Promise<Page>, words: string): Promise<Page> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  let page = await get();
  while (!page.text.includes(words)) {
    if (performance.now() > end) throw new Error(`never showed “${words}”, but: ${page.text}`);
    await pause(20);
    page = await get();
  }
  return page;
}
