// The paper on the reporter's own machine: a server on loopback that prints each page when it is
// asked for, and reloads the browser after each saved change. A mistake is shown in the browser; the
// rest of the paper goes on.

import { watch } from "node:fs";
import { createServer, type Server } from "node:http";
import { performance } from "node:perf_hooks";
import type { BuildOrder } from "../build-order.ts";
import type { LocatedProblem } from "../problems/located-problem.ts";
import { answerFor } from "./dev-answers.ts";
import { readDevPaper, type DevPaper } from "./dev-paper.ts";
import { LiveReload } from "./live-reload.ts";

export interface DevOptions {
  /** The first port to try; the next free one is taken. */
  readonly port: number;
  /** Milliseconds since 1970, UTC: asked before each reading of the content. */
  readonly clock: () => number;
  readonly onProblems: (problems: readonly LocatedProblem[]) => void;
  /** Told how many milliseconds a reading took. */
  readonly onReady: (milliseconds: number) => void;
}

export interface DevServer {
  /** `http://localhost:8080/`, with the paper's sub-path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Reads the paper, serves it, and goes on until it is closed. */
export async function startDev(order: BuildOrder, options: DevOptions): Promise<DevServer> {
  const reload = new LiveReload();
  let paper = await read(order, options);
  let reading = Promise.resolve();
  const server = createServer((request, response) => {
    if (reload.accept(request, response)) return;
    void reading.then(() => answerFor(request, response, paper, order));
  });
  const port = await listen(server, options.port);
  const closeWatch = watchFolders([order.contentFolder, order.layoutsFolder], () => {
    reading = reading.then(async () => {
      paper = await read(order, options);
      reload.tell();
    });
  });
  return {
    url: `http://localhost:${port}${paper.basePath}`,
    close: async () => {
      closeWatch();
      reload.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(order: BuildOrder, options: DevOptions): Promise<DevPaper> {
  const started = performance.now();
  const paper = await readDevPaper({ ...order, now: options.clock() });
  options.onReady(performance.now() - started);
  if (paper.problems.length > 0) options.onProblems(paper.problems);
  return paper;
}

/** The first free port from `port` on, on this machine only. */
async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate++) {
    if (await tryPort(server, candidate)) return candidate;
  }
  throw new Error(`No port from ${port} to ${port + 99} is free.`);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError).once("listening", onListening).listen(port, "127.0.0.1");
  });
}

/** An editor writes a file in several steps; one change is told once they have settled. */
const SETTLING_MILLISECONDS = 40;

function watchFolders(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLING_MILLISECONDS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, settle));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
