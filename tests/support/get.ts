// A request as it is written: `fetch` would tidy its path, ask for compressed bytes and unpack them.
// For tests only.

import { type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As they came: compressed, if the headers say so. */
  readonly bytes: Buffer;
}

/** @param path percent-encoded */
export function get(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const { statusCode = 0, headers: said } = response;
        resolve({ status: statusCode, headers: said, bytes: Buffer.concat(pieces) });
      });
    })
      .on("error", reject)
      .end();
  });
}
