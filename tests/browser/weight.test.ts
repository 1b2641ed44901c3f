// What the demo paper's first story weighs on its way to a reader, its pictures aside: the page, the
// styles, and such type as Chromium really asks for. A kilobyte is a thousand bytes.

import { brotliCompressSync, constants } from "node:zlib";
import type { Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { demoPaper, SEED_STORY, type DemoPaper } from "../support/demo-paper.ts";
import { serve, type Server } from "../support/serve.ts";
import { readToTheEnd } from "./in-page.js";
import { visit } from "./visit.ts";

const browser = useBrowser();
let paper: DemoPaper;
let server: Server;
beforeAll(async () => {
  paper = await demoPaper();
  server = await serve(paper.output);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await paper[Symbol.asyncDispose]();
});

test("the first story is light", async () => {
  await using reader = await visit(browser(), server.origin);
  const responses: Response[] = [];
  reader.page.on("response", (response) => responses.push(response));
  await reader.open(SEED_STORY);
  await reader.page.evaluate(readToTheEnd);
  const [html, css, fonts, scripts] = await Promise.all(
    ["document", "stylesheet", "font", "script"].map((kind) => weightOf(responses, kind)),
  );
  expect(html).toBeLessThanOrEqual(14_000);
  expect(css).toBeLessThanOrEqual(12_000);
  expect(fonts).toBeGreaterThan(0);
  expect(scripts).toBe(0);
  expect(html! + css! + fonts!).toBeLessThanOrEqual(75_000);
});

async function weightOf(responses: readonly Response[], kind: string): Promise<number> {
  const ofKind = responses.filter((response) => response.request().resourceType() === kind);
  const bodies = await Promise.all(ofKind.map((response) => response.body()));
  const weights = bodies.map((body) => (kind === "font" ? body.length : onTheWire(body)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** Quality 5 is what servers use that compress as they go; files compressed beforehand are smaller. */
function onTheWire(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
