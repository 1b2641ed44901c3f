// Tells open browser windows to load again: a stream of server-sent events, and the small script
// that listens to it. Only the live preview has it; a published page has no script at all.

import type { IncomingMessage, ServerResponse } from "node:http";

const EVENTS = "/@broadsheet/events";
const SCRIPT = "/@broadsheet/reload.js";

/**
 * Each page names the edition it shows, and loads again when there is another: after a change, and
 * after the server has been away. A window that nobody sees listens to nothing, since a browser
 * keeps no more than six connections to one server.
 */
const RELOAD_SCRIPT = `const { search } = new URL(document.currentScript.src);
let events;
function listen() {
  events?.close();
  if (document.visibilityState === "hidden") return;
  events = new EventSource(${JSON.stringify(EVENTS)} + search);
  events.onmessage = () => location.reload();
}
document.addEventListener("visibilitychange", listen);
listen();
`;

/** Adds the script to a page that is served, not published. */
export function withReload(html: string, edition: string): string {
  const script = `<script src="${SCRIPT}?edition=${edition}" defer></script>`;
  return html.replace("</head>", () => `${script}</head>`);
}

export class LiveReload {
  readonly #windows = new Set<ServerResponse>();
  #edition = "";

  /** Answers requests of the script; false when the request is for something else. */
  accept({ url = "" }: IncomingMessage, response: ServerResponse): boolean {
    const [path, search] = url.split("?");
    if (path === SCRIPT) {
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" });
      response.end(RELOAD_SCRIPT);
      return true;
    }
    if (path !== EVENTS) return false;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 500\n\n");
    if (search !== `edition=${this.#edition}`) tell(response);
    this.#windows.add(response);
    response.on("close", () => this.#windows.delete(response));
    return true;
  }

  /** From now on this edition is the newest: windows that show another load again. */
  announce(edition: string): void {
    this.#edition = edition;
    for (const window of this.#windows) tell(window);
  }

  close(): void {
    for (const window of this.#windows) window.end();
  }
}

function tell(window: ServerResponse): void {
  window.write("data: changed\n\n");
}
