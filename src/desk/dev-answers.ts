// What the live preview answers to each request.

import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { PlannedPage } from "../pages/page.ts";
import { formatProblem } from "../problems/format-problem.ts";
import { readRegularFile } from "../source/read-regular-file.ts";
import type { DevPaper } from "./dev-paper.ts";
import type { FindPicture } from "./dev-pictures.ts";
import { withReload } from "./live-reload.ts";
import { PROBLEM_STYLE, PROBLEM_STYLE_ADDRESS, problemPage, withProblems } from "./problem-page.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Where files come from that are not in memory. */
export interface FileSources {
  readonly contentFolder: string;
  readonly findPicture: FindPicture;
}

/** @param url as the browser sent it: `/news/about/?print` */
export async function answerTo(
  url: string,
  paper: DevPaper,
  sources: FileSources,
): Promise<Answer> {
  try {
    return await answer(decodedPath(url), paper, sources);
  } catch (error) {
    return html(500, problemPage([wordsOf(error)]), paper);
  }
}

async function answer(
  path: string | undefined,
  paper: DevPaper,
  sources: FileSources,
): Promise<Answer> {
  if (path === PROBLEM_STYLE_ADDRESS) return file(path, Buffer.from(PROBLEM_STYLE));
  if (!paper.composed) return html(500, problemPage(reportsOf(paper)), paper);
  if (path === "/" && paper.basePath !== "/") return redirect(paper.basePath);
  if (!path?.startsWith(paper.basePath)) return notFound(paper);
  const address = `/${path.slice(paper.basePath.length)}`.replace(/\/index\.html$/, "/");
  const page = paper.pageAt(address);
  if (page) return html(200, printed(page, paper), paper);
  if (paper.pageAt(`${address}/`)) return redirect(`${path}/`);
  return (await fileAt(address.slice(1), paper, sources)) ?? brokenStory(address, paper);
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/").normalize("NFC");
  } catch {
    return undefined;
  }
}

function printed(page: PlannedPage, paper: DevPaper): string {
  return withProblems(paper.print(page), reportsOf(paper));
}

/** The address of a story or page that has problems shows them; any other is not found. */
function brokenStory(address: string, paper: DevPaper): Answer {
  const slug = address.split("/").findLast((name) => name !== "");
  const own = paper.problems.filter((problem) => problem.file.endsWith(`/${slug}.md`));
  if (own.length === 0) return notFound(paper);
  return html(500, problemPage(own.map((problem) => formatProblem(problem, "content"))), paper);
}

async function fileAt(
  path: string,
  paper: DevPaper,
  { contentFolder, findPicture }: FileSources,
): Promise<Answer | undefined> {
  const asset = paper.assets.get(path);
  if (asset) return file(path, asset);
  const planned = paper.fileAt(path);
  if (planned) return file(path, Buffer.from(planned.print().join("")));
  const picture = paper.pictureAt(path);
  if (picture) return file(path, await readFile(await findPicture(picture)));
  if (!paper.copied.has(path)) return undefined;
  const copied = readRegularFile(contentFolder, `files/${path}`, Infinity);
  return copied.kind === "bytes" ? file(path, copied.bytes) : undefined;
}

function notFound(paper: DevPaper): Answer {
  const page = paper.pageAt("/404.html");
  return html(404, page ? printed(page, paper) : problemPage(reportsOf(paper)), paper);
}

function reportsOf({ problems, fault }: DevPaper): readonly string[] {
  return fault ? [wordsOf(fault)] : problems.map((problem) => formatProblem(problem, "content"));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function html(status: number, text: string, { edition }: DevPaper): Answer {
  const headers = { "content-type": "text/html; charset=utf-8" };
  return { status, headers, body: withReload(text, edition) };
}

function redirect(path: string): Answer {
  return { status: 307, headers: { location: encodeURI(path) }, body: "" };
}

const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

function file(path: string, body: Uint8Array): Answer {
  const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": type }, body };
}
