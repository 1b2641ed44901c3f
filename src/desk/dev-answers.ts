// What the live preview answers to each request.

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import type { BuildOrder } from "../build-order.ts";
import { encodePictures } from "../render/encode-pictures.ts";
import type { DevPaper } from "./dev-paper.ts";
import { withReload } from "./live-reload.ts";
import { PROBLEM_STYLE, PROBLEM_STYLE_ADDRESS, problemPage, withProblems } from "./problem-page.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export async function answerFor(
  request: IncomingMessage,
  response: ServerResponse,
  paper: DevPaper,
  order: BuildOrder,
): Promise<void> {
  const { status, type, body } = await answer(request.url ?? "/", paper, order).catch(fault);
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function answer(url: string, paper: DevPaper, order: BuildOrder): Promise<Answer> {
  const path = decodedPath(url);
  if (path === PROBLEM_STYLE_ADDRESS)
    return { status: 200, type: typeOf(path), body: PROBLEM_STYLE };
  if (path === undefined || !path.startsWith(paper.basePath)) return notFound(paper);
  const address = `/${path.slice(paper.basePath.length)}`;
  return (
    brokenStory(address, paper) ??
    pageAt(address, paper) ??
    (await fileAt(address.slice(1), paper, order)) ??
    notFound(paper)
  );
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/").normalize("NFC");
  } catch {
    return undefined;
  }
}

function pageAt(address: string, paper: DevPaper): Answer | undefined {
  const page = paper.pages.get(address) ?? paper.pages.get(`${address}/`);
  return page && html(200, withProblems(paper.print(page), paper.problems));
}

/** The address of a story that has problems shows them in full; without a page, so does every other. */
function brokenStory(address: string, paper: DevPaper): Answer | undefined {
  const slug = address.split("/").at(-2);
  const own = paper.problems.filter(({ file }) => file.endsWith(`/${slug}.md`));
  const shown = paper.pages.size === 0 ? paper.problems : own;
  return shown.length > 0 && !paper.pages.has(address) && extname(address) === ""
    ? html(500, problemPage(shown))
    : undefined;
}

async function fileAt(
  path: string,
  paper: DevPaper,
  order: BuildOrder,
): Promise<Answer | undefined> {
  const asset = paper.assets.get(path);
  if (asset) return { status: 200, type: typeOf(path), body: asset };
  const derivative = paper.derivatives.get(path);
  const file = derivative
    ? (await encodePictures([derivative], order)).files.get(path)
    : paper.copied.has(path) && join(order.contentFolder, "files", path);
  return file ? { status: 200, type: typeOf(path), body: await readFile(file) } : undefined;
}

function notFound(paper: DevPaper): Answer {
  const page = paper.pages.get("/404.html");
  return page
    ? html(404, withProblems(paper.print(page), paper.problems))
    : html(500, problemPage(paper.problems));
}

function html(status: number, text: string): Answer {
  return { status, type: "text/html; charset=utf-8", body: withReload(text) };
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? "application/octet-stream";
}

/** A fault in a layout: shown where it happened. */
function fault(error: unknown): Answer {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, type: "text/plain; charset=utf-8", body: text };
}
