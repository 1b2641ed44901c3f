// Attacks in every field, in the outputs that a paper asks for: twins, the text edition, and the search,
// which alone runs a script. What it finds in a real browser is text, whatever it was asked.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POLICY } from "../../src/publish/server/server-rules.ts";
import { dropForbidden } from "../../src/source/forbidden-characters.ts";
import { isAnswered } from "../browser/in-page.js";
import { visit } from "../browser/visit.ts";
import { useBrowser } from "../support/browser.ts";
import { serve } from "../support/serve.ts";
import type { BuiltSite } from "../support/site.ts";
import { asWritten, hostilePaper, moreHeadlinesOf } from "./hostile-paper.ts";
import { faultsOfPage } from "./judge-page.ts";
import { TEMPLATES, VECTORS } from "./vectors.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ATTACKS = [...VECTORS, ...TEMPLATES].filter((_, index) => index % 3 === 0);
/** As every output says it, and as a browser shows it. */
const HEADLINES = ATTACKS.map((attack) => dropForbidden(asWritten(attack)).trim());
const oneSpaced = (text: string) => text.replaceAll(/\s+/g, " ").trim();

let paper: BuiltSite;
beforeAll(async () => {
  paper = await hostilePaper(ATTACKS, "search, twins, text");
});
afterAll(() => paper[Symbol.asyncDispose]());

test("the text edition and the twins say exactly what was written, and no attack gets out", () => {
  const wrong = HEADLINES.flatMap((headline, index) =>
    moreHeadlinesOf(index, paper).flatMap((said) => (said === headline ? [] : [[headline, said]])),
  );
  expect(wrong).toEqual([]);
  const pages = paper.files().filter((file) => /^text\/.*\.html$/.test(file));
  expect(pages.length).toBeGreaterThan(ATTACKS.length);
  expect(pages.flatMap((file) => faultsOfPage(paper.text(`/${file}`)))).toEqual([]);
});

const browser = useBrowser();

test("the search shows every attack as text, found or asked for, and does nothing else", async () => {
  await using server = await serve(paper.output, { "content-security-policy": POLICY.search });
  await using reader = await visit(browser(), server.origin);
  const { page } = reader;
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await reader.open("/search/?q=text");
  const found = await allResults(page);
  expect(found.map(oneSpaced).toSorted()).toEqual(HEADLINES.map(oneSpaced).toSorted());
  const complaints = await reader.complaints();
  const answers = [];
  for (const attack of ATTACKS.filter((_, index) => index % 2 === 0)) {
    await reader.open(`/search/?q=${encodeURIComponent(attack)}`);
    answers.push(await allResults(page));
    complaints.push(...(await reader.complaints()));
  }
  expect(answers.filter((headlines) => headlines.length > 0).length).toBeGreaterThan(20);
  expect([...dialogs, ...complaints]).toEqual([]);
});

/** The headlines that a search has found, to the last. */
async function allResults(page: Page): Promise<string[]> {
  const more = page.locator('[data-more="results"]');
  await page.waitForFunction(isAnswered);
  while (await more.isVisible()) {
    await more.click();
    await page.waitForFunction(isAnswered);
  }
  return page.locator(".search-results h2").allTextContents();
}
