// A port of this machine for this machine only: drafts are nobody else's to read.

import type { Server } from "node:http";

/** How many ports are tried. */
const PORTS = 100;

/** Listens on the first free port from `first` on, and gives it. */
export async function listenOnLoopback(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS && port < 65_536; port++) {
    if (await isOurs(server, port)) return port;
  }
  throw new Error(`No port from ${first} on is free; name another with --port.`);
}

function isOurs(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError).once("listening", onListening).listen(port, "127.0.0.1");
  });
}
