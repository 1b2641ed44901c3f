// A static server on loopback, so that a browser reads a built paper as from a web server: right
// types, folders with their page, and the paper's own page for what is not there. For tests only.

import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

export interface Server extends AsyncDisposable {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
}

/** Serves a folder on a free port until it is disposed of, every answer with `headers`. */
export async function serve(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries(headers)));
    // A URL has no `..` left in its path once it is parsed, so nothing outside the folder is reached.
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    void answer(join(folder, decodeURIComponent(pathname)), response, folder);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(path: string, response: ServerResponse, folder: string): Promise<void> {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const notFound = join(folder, "404.html");
  for (const [candidate, status] of [[file, 200] as const, [notFound, 404] as const]) {
    const bytes = await readFile(candidate).catch(() => undefined);
    if (!bytes) continue;
    response.writeHead(status, { "content-type": typeOf(candidate) }).end(bytes);
    return;
  }
  response.writeHead(404).end();
}

function typeOf(file: string): string {
  return TYPES.get(extname(file)) ?? "application/octet-stream";
}

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".woff2", "font/woff2"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".jpg", "image/jpeg"],
  [".webp", "image/webp"],
  [".avif", "image/avif"],
]);
