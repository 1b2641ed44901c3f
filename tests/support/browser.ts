// One real Chromium for the tests of a file. On a machine where none starts they are skipped, and say
// why.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startBrowser } from "./start-browser.ts";

/** Call it at the top of a test file; the function it gives is for the tests themselves. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  let reason = "";
  beforeAll(async () => {
    const started = await startBrowser();
    if (started.kind === "started") browser = started.browser;
    else process.stderr.write(`${(reason = `No Chromium starts here: ${started.reason}`)}\n`);
  });
  beforeEach(({ skip }) => skip(browser === undefined, reason));
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error(reason);
    return browser;
  };
}
