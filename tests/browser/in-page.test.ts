// The instruments themselves, each held to a page that has the fault: one that finds nothing there
// would find nothing anywhere.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { barriers } from "./barriers.ts";
import * as instruments from "./in-page.js";

const browser = useBrowser();

async function pageWith(body: string, styles = ""): Promise<Page> {
  const context = await browser().newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.addInitScript(instruments.watch);
  await page.route("http://paper.test/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><meta http-equiv="Content-Security-Policy" content="img-src 'none'"><style>${styles}</style><main>${body}</main>`,
    }),
  );
  await page.goto("http://paper.test/");
  return page;
}

test("text that moves is seen to move", async () => {
  const page = await pageWith(
    `<p class="late">Late</p><p class="pushed">Text</p>`,
    "@keyframes grow { to { height: 300px } } .late { animation: grow 1ms 100ms forwards }",
  );
  await page.waitForTimeout(300);
  expect(await page.evaluate(instruments.whatMoved)).toEqual([
    expect.stringMatching(/^0\.\d+ by .*pushed/),
  ]);
  expect(await page.evaluate(instruments.motion)).toEqual([expect.stringContaining("late")]);
});

test("what the policy refuses and what is broken is noted", async () => {
  const page = await pageWith(`<img src="/nowhere.png" width="9" height="9" alt="">`);
  expect(await page.evaluate(instruments.readToTheEnd)).toEqual(["/nowhere.png"]);
  expect(await page.evaluate(instruments.whatWasRefused)).toEqual([
    "img-src refused http://paper.test/nowhere.png",
  ]);
});

test("a page that is too wide names what makes it so", async () => {
  const page = await pageWith(`<p style="width: 500px">Wide</p>`);
  expect(await page.evaluate(instruments.tooWide)).toEqual([
    "508px on 360px",
    `<p style="width: 500px">Wide</p>`,
  ]);
});

test("lines that lie on one another, leave the page or are cut off are found", async () => {
  const page = await pageWith(
    `<p>Above</p><p style="margin-top: -2em">Below</p><p style="margin-left: -20px">Out</p>
     <p class="box" style="overflow: hidden; height: 5px">Cut</p><p>Well</p>`,
  );
  expect(await page.evaluate(instruments.collisions)).toEqual([
    "“Above” lies on “Below”",
    "“Out” leaves the page",
    "box is cut off",
  ]);
});

test("a small target is found, a link within a sentence is not one", async () => {
  const page = await pageWith(`<p><a href="/">Alone</a></p><p>In a <a href="/">sentence</a></p>`);
  expect(await page.evaluate(instruments.smallTargets)).toEqual([
    expect.stringMatching(/^Alone: \d+\.\d×\d+\.\d$/),
  ]);
});

test("a focus that cannot be seen is not taken for one that can", async () => {
  const page = await pageWith(
    `<a href="/a">A</a><a href="/b">B</a>`,
    `:focus { outline: 3px solid } [href="/b"] { outline: 0 }`,
  );
  const seen = [];
  for (const _ of [1, 2]) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(instruments.focus));
  }
  expect(seen.map((focus) => focus?.isVisible)).toEqual([true, false]);
});

test.each(["none", "active"] as const)("faint text is found, forced colours %s", async (forced) => {
  const page = await pageWith(
    `<p>Well</p><p class="faint" style="forced-color-adjust: none; color: #ccc">Faint</p>`,
    "body { background: #fff }",
  );
  await page.emulateMedia({ forcedColors: forced });
  expect(await page.evaluate(instruments.faintText)).toEqual(["faint: rgb(204, 204, 204)"]);
});

test("axe finds a barrier, and text below a contrast of 7 to 1", async () => {
  const page = await pageWith(`<h1>A</h1><p style="color: #666">Greyish</p><input>`);
  const found = await barriers(page);
  expect(found).toContain("label: <input>");
  expect(found).toContain(`color-contrast-enhanced: <p style="color: #666">Greyish</p>`);
});
