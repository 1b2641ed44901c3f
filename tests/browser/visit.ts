// A reader with a device: opens pages of the paper in a browser and notes whatever a page says to
// the console, asks of another server, or does not get.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { settled, watch, whatWasRefused } from "./in-page.js";

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Goes to an address of the paper and waits for what is on the screen, type included. */
  readonly open: (address: string) => Promise<void>;
  /** What has been noted since the last time somebody asked; nothing, if all is well. */
  readonly complaints: () => Promise<string[]>;
}

/** @param origin of the server, without a slash at its end */
export async function visit(
  browser: Browser,
  origin: string,
  device: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...device });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const notes: string[] = [];
  page.on("console", (message) => notes.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => notes.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => notes.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) notes.push(`off the site: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) notes.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    open: async (address) => {
      await page.goto(`${origin}${address}`);
      await page.evaluate(settled);
    },
    complaints: async () => [...notes.splice(0), ...(await page.evaluate(whatWasRefused))],
    [Symbol.asyncDispose]: () => context.close(),
  };
}
