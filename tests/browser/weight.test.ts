// What the demo paper's first story weighs on its way to a reader, its pictures aside: the page, the
// styles, and such type as Chromium really asks for. A kilobyte is a thousand bytes.

import { brotliCompressSync, constants } from "node:zlib";
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
  const weight = { document: 0, stylesheet: 0, font: 0, script: 0, image: 0 };
  const arriving: Promise<void>[] = [];
  reader.page.on("response", (response) => {
    const kind = response.request().resourceType() as keyof typeof weight;
    arriving.push(
      response.body().then((body) => {
        weight[kind] += kind === "font" || kind === "image" ? body.length : onTheWire(body);
      }),
    );
  });
  await reader.open(SEED_STORY);
  await reader.page.evaluate(readToTheEnd);
  await Promise.all(arriving);
  const { document, stylesheet, font, script } = weight;
  expect(document).toBeLessThanOrEqual(14_000);
  expect(stylesheet).toBeLessThanOrEqual(12_000);
  expect(script).toBe(0);
  expect(document + stylesheet + font).toBeLessThanOrEqual(75_000);
});

/** Quality 5 is what servers use that compress as they go; files compressed beforehand are smaller. */
function onTheWire(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
