// Tells open browser windows to load again: a stream of server-sent events, and the small script
// that listens to it. Only the live preview has it; a published page has no script at all.

import type { IncomingMessage, ServerResponse } from "node:http";

const EVENTS = "/@broadsheet/events";
const SCRIPT = "/@broadsheet/reload.js";

/** Loads again after a change, and after the server has been away. */
const RELOAD_SCRIPT = `const events = new EventSource(${JSON.stringify(EVENTS)});
let lost = false;
events.onmessage = () => location.reload();
events.onerror = () => { lost = true; };
events.onopen = () => { if (lost) location.reload(); };
`;

/** Adds the script to a page that is served, not published. */
export function withReload(html: string): string {
  return html.replace("</head>", `<script src="${SCRIPT}" defer></script></head>`);
}

export class LiveReload {
  readonly #windows = new Set<ServerResponse>();

  /** Answers requests of the script; false when the request is for something else. */
  accept(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.url === SCRIPT) {
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" });
      response.end(RELOAD_SCRIPT);
      return true;
    }
    if (request.url !== EVENTS) return false;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 500\n\n");
    this.#windows.add(response);
    response.on("close", () => this.#windows.delete(response));
    return true;
  }

  /** Every open window loads again. */
  tell(): void {
    for (const window of this.#windows) window.write("data: changed\n\n");
  }

  close(): void {
    for (const window of this.#windows) window.end();
  }
}
