// Web servers as newsrooms have them: they read each file while they send it, promise its length
// before, and know a changed one by its time in seconds and its size. For tests only.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createPlainServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface WebServer extends AsyncDisposable {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
}

/** Servers by name; one that is not installed is undefined. */
export const WEB_SERVERS: Readonly<
  Record<string, ((folder: string) => Promise<WebServer>) | undefined>
> = {
  "a server of our own": ownServer,
  nginx: isInstalled("nginx", "-v") ? nginx : undefined,
};

function isInstalled(command: string, option: string): boolean {
  try {
    execFileSync(command, [option], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function ownServer(folder: string): Promise<WebServer> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const path = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const file = await open(path).catch(() => undefined);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  try {
    await send(file, request, response);
  } finally {
    await file.close();
  }
}

/** In small pieces, so that a file rewritten under the reader's eyes is noticed. */
async function send(file: FileHandle, request: IncomingMessage, response: ServerResponse) {
  const { size, mtimeMs } = await file.stat();
  const second = Math.floor(mtimeMs / 1000);
  const etag = `"${second.toString(16)}-${size.toString(16)}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { "content-length": size, etag });
  const piece = Buffer.alloc(1024);
  let sent = 0;
  while (sent < size) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, size - sent));
    if (bytesRead === 0) break;
    response.write(Buffer.from(piece.subarray(0, bytesRead)));
    sent += bytesRead;
  }
  // A promise of more bytes than there are ends in a broken connection, as with any server.
  if (sent < size) response.destroy();
  else response.end();
}

/** Debian's nginx as it comes, in the foreground, on a port that was free a moment ago. */
async function nginx(folder: string): Promise<WebServer> {
  const own = mkdtempSync(join(tmpdir(), "broadsheet-nginx-"));
  const port = await freePort();
  const settings = join(own, "nginx.conf");
  writeFileSync(settings, nginxSettings(folder, own, port));
  const child = spawn("nginx", ["-p", own, "-c", settings], { stdio: "ignore" });
  const ended = once(child, "exit");
  const origin = `http://127.0.0.1:${port}`;
  while ((await fetch(origin).catch(() => undefined)) === undefined) {
    if (child.exitCode !== null) throw new Error("nginx did not start");
  }
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function nginxSettings(folder: string, own: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 2;
pid ${own}/pid;
error_log ${own}/error.log;
events {}
http {
  types { text/html html; text/css css; }
  access_log off;
  sendfile on;
  ${temporary.map((name) => `${name}_temp_path ${own}/${name};`).join("\n  ")}
  server { listen 127.0.0.1:${port}; root ${folder}; }
}
`;
}

async function freePort(): Promise<number> {
  const server = createPlainServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
