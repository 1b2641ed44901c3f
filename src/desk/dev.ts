// The paper on the reporter's own machine: a server on loopback that prints each page when it is
// asked for, and reloads the browser after each saved change. A mistake is shown in the browser; the
// rest of the paper goes on.

import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { sep } from "node:path";
import { performance } from "node:perf_hooks";
import type { BuildOrder } from "../build-order.ts";
import { answerTo } from "./dev-answers.ts";
import { type DevPaper, readDevPaper, reviseDevPaper } from "./dev-paper.ts";
import { picturesOnDemand } from "./dev-pictures.ts";
import { listenOnLoopback } from "./listen-on-loopback.ts";
import { LiveReload } from "./live-reload.ts";
import { watchFolders } from "./watch-folders.ts";

export interface DevOptions {
  /** The first port to try; the next free one is taken. */
  readonly port: number;
  /** Milliseconds since 1970, UTC: asked before each reading of the content. */
  readonly clock: () => number;
  /** Told of each reading, with the milliseconds it took. */
  readonly onRead: (paper: DevPaper, milliseconds: number) => void;
}

export interface DevServer {
  /** `http://127.0.0.1:8080/`, with the paper's sub-path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Reads the paper, serves it, and goes on until it is closed. */
export async function startDev(order: BuildOrder, options: DevOptions): Promise<DevServer> {
  const reload = new LiveReload();
  const desk = new ReadingDesk(order, options, reload);
  await desk.read(new Set([order.layoutsFolder]));
  const server = createServer(answering(desk, order, reload));
  const port = await listenOnLoopback(server, options.port);
  const endWatch = watchFolders([order.contentFolder, order.layoutsFolder], (changed) => {
    void desk.read(changed);
  });
  return {
    url: `http://127.0.0.1:${port}${(await desk.paper()).basePath}`,
    close: async () => {
      endWatch();
      reload.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Holds the newest paper. Readings follow each other, and a change during one leads to one more. */
class ReadingDesk {
  readonly #order: BuildOrder;
  readonly #options: DevOptions;
  readonly #reload: LiveReload;
  #paper: DevPaper | undefined;
  #reading: Promise<DevPaper> | undefined;
  /** Files and folders that have changed since the last reading began; absolute. */
  #changed = new Set<string>();

  constructor(order: BuildOrder, options: DevOptions, reload: LiveReload) {
    this.#order = order;
    this.#options = options;
    this.#reload = reload;
  }

  /** The paper as it is now: a request during a reading waits for it. */
  async paper(): Promise<DevPaper> {
    return this.#reading ?? this.#paper ?? this.read(new Set());
  }

  async read(changed: ReadonlySet<string>): Promise<DevPaper> {
    for (const path of changed) this.#changed.add(path);
    this.#reading ??= this.#readUntilQuiet();
    return this.#reading;
  }

  async #readUntilQuiet(): Promise<DevPaper> {
    do this.#paper = await this.#readOnce(this.#paper);
    while (this.#changed.size > 0);
    this.#reading = undefined;
    this.#reload.announce(this.#paper.edition);
    return this.#paper;
  }

  async #readOnce(last: DevPaper | undefined): Promise<DevPaper> {
    const started = performance.now();
    const changed = [...this.#changed];
    this.#changed = new Set();
    const order = { ...this.#order, now: this.#options.clock() };
    const paper =
      (last && reviseDevPaper(last, changed, order)) ?? (await this.#readAll(last, changed, order));
    this.#options.onRead(paper, performance.now() - started);
    return paper;
  }

  /** The layouts of the last reading will do where no file of theirs has changed. */
  #readAll(last: DevPaper | undefined, changed: readonly string[], order: BuildOrder) {
    const { layoutsFolder } = order;
    const isInLayouts = (path: string) => `${path}${sep}`.startsWith(`${layoutsFolder}${sep}`);
    const isSameLayouts = last && !last.fault && !changed.some(isInLayouts);
    return readDevPaper(order, isSameLayouts ? last.print : undefined);
  }
}

function answering(desk: ReadingDesk, order: BuildOrder, reload: LiveReload): RequestListener {
  const sources = { contentFolder: order.contentFolder, findPicture: picturesOnDemand(order) };
  return (request, response) => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) {
      response.writeHead(refusal).end();
      return;
    }
    if (reload.accept(request, response)) return;
    void desk
      .paper()
      .then((paper) => answerTo(request.url ?? "/", paper, sources))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { "cache-control": "no-store", ...headers });
        return response.end(request.method === "HEAD" ? undefined : body);
      });
  };
}

/**
 * Only for a browser on this machine. Another site's page may point a name of its own at this
 * address, to read what is not published yet; but then the request says that name.
 */
function refusalOf({ method, headers }: IncomingMessage): number | undefined {
  if (method !== "GET" && method !== "HEAD") return 405;
  const name = headers.host?.replace(/:\d+$/, "");
  return name === "127.0.0.1" || name === "localhost" ? undefined : 403;
}
