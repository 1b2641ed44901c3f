// The search, as a reader uses it: a real index, read by a real browser under the policy that the
// press ships for its folder.

import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { POLICY } from "../../src/publish/server/server-rules.ts";
import { useBrowser } from "../support/browser.ts";
import { isInstalled, KITS, startKit } from "../support/kit-servers.ts";
import { SEARCHABLE, story } from "../support/searchable-paper.ts";
import { serve } from "../support/serve.ts";
import { site } from "../support/site.ts";
import { isAnswered } from "./in-page.js";
import { visit } from "./visit.ts";

const browser = useBrowser();
const HEADERS = { "content-security-policy": POLICY.search };
const MINUTE = 60_000;

/** Writes a question into the form, sends it, and waits for the answer. */
async function found(page: Page, question: string): Promise<string[]> {
  await page.getByRole("searchbox").fill(question);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.waitForURL(/\?q=/);
  await page.waitForFunction(isAnswered);
  return page.locator(".search-results h2").allInnerTexts();
}

test(
  "a word in another form finds its story, in English, Russian and Japanese",
  async () => {
    await using paper = await site(SEARCHABLE, { ownState: true });
    await using server = await serve(paper.output, HEADERS);
    await using reader = await visit(browser(), server.origin);
    await reader.open("/search/");
    expect(await found(reader.page, "borders moving")).toEqual(["On movement"]);
    expect(await reader.page.locator(".search-state").innerText()).toBe("Stories found: 1");
    expect(await found(reader.page, "передвигаюсь")).toEqual(["О передвижении"]);
    expect(await found(reader.page, "居住する権利")).toEqual(["移転の自由について"]);
    expect(await found(reader.page, "persecution")).toEqual(["On asylum"]);
    expect(await found(reader.page, "leisure holiday")).toEqual(["On rest & leisure <at last>"]);
    expect(await reader.page.locator(".search-results mark").first().innerText()).toBe("leisure,");
    expect(await found(reader.page, "at last")).toEqual(["On rest & leisure <at last>"]);
    expect(await found(reader.page, "について")).toEqual(["移転の自由について"]);
    expect(await found(reader.page, "zeppelin")).toEqual([]);
    expect(await reader.complaints()).toEqual([]);
    await reader.page.goBack();
    await reader.page.locator(".search-results a").click();
    expect(new URL(reader.page.url()).pathname).toBe("/2026/05/28/iten/");
  },
  MINUTE,
);

test(
  "what is shown of a story is as it stands there, with dots where it was cut",
  async () => {
    const filler = "everyone has duties to the community ".repeat(20);
    const stories = [
      story("2026/code", "On code", "2026-05-27", "Write `&lt;b&gt;` for `<b>`, zebra."),
      story("2026/long", "On length", "2026-05-26", `${filler}\`<i>\` okapi \`&lt;i>\` ${filler}`),
    ];
    await using paper = await site(`${SEARCHABLE}${stories.join("\n")}\n`, { ownState: true });
    await using server = await serve(paper.output, HEADERS);
    await using reader = await visit(browser(), server.origin);
    const excerpt = reader.page.locator(".search-results h2 + p");
    await reader.open("/search/");
    await found(reader.page, "zebra");
    expect(await excerpt.innerText()).toBe("Write &lt;b&gt; for <b>, zebra.");
    await found(reader.page, "okapi");
    expect(await excerpt.innerText()).toMatch(/^…[a-z].* <i> okapi &lt;i> .*[a-z]…$/);
    await found(reader.page, "居住する権利");
    expect(await excerpt.innerText()).toBe(
      "すべて人は、各国の境界内において自由に移転及び居住する権利を有する。",
    );
    expect(await reader.complaints()).toEqual([]);
  },
  MINUTE,
);

test(
  "the newest years are searched first, older ones when the reader asks, ten results at a time",
  async () => {
    const years = Array.from({ length: 18 }, (_, index) => 2026 - index);
    const stories = years.map((year) =>
      story(`${year}/right`, `The right of ${year}`, `${year}-01-02`, "Everyone has the right."),
    );
    const settings = SEARCHABLE.slice(0, SEARCHABLE.indexOf("-- content/articles"));
    await using paper = await site(`${settings}${stories.join("\n")}\n`, { ownState: true });
    await using server = await serve(paper.output, HEADERS);
    await using reader = await visit(browser(), server.origin);
    await reader.open("/search/");
    expect(await found(reader.page, "rights")).toHaveLength(10);
    const headlines = reader.page.locator(".search-results h2");
    await reader.page.getByRole("button", { name: "More results" }).click();
    await expect.poll(() => headlines.count()).toBe(16);
    await expect.poll(() => reader.page.getByRole("button").count()).toBe(2);
    await reader.page.getByRole("button", { name: "Older stories" }).click();
    await expect.poll(() => reader.page.locator(".search-state").innerText()).toContain("18");
    await reader.page.getByRole("button", { name: "More results" }).click();
    await expect.poll(() => headlines.count()).toBe(18);
    expect(await headlines.allInnerTexts()).toContain("The right of 2009");
    expect(await reader.complaints()).toEqual([]);
  },
  MINUTE,
);

test(
  "an index that is not there is said to have failed, and not to have found nothing",
  async () => {
    await using paper = await site(SEARCHABLE, { drafts: true, ownState: true });
    await using server = await serve(paper.output, HEADERS);
    await using reader = await visit(browser(), server.origin);
    await reader.open("/search/?q=right");
    await expect
      .poll(() => reader.page.locator(".search-state").innerText())
      .toMatch(/^The search did not answer/);
  },
  MINUTE,
);

const nginx = KITS.find(({ name }) => name === "nginx")!;

test.skipIf(!isInstalled(nginx))(
  "the search works from compressed files, on nginx under our rules and below a path",
  async () => {
    const base = "/news/";
    const baseUrl = `https://news.example.org${base}`;
    await using paper = await site(SEARCHABLE, { baseUrl, ownState: true, compress: true });
    const rules = join(paper.content.stateFolder, "server");
    await using server = await startKit(nginx, { output: paper.output, rules, base });
    await using reader = await visit(browser(), server.origin);
    const compressed: string[] = [];
    reader.page.on("response", (response) => {
      if (response.headers()["content-encoding"]) compressed.push(new URL(response.url()).pathname);
    });
    await reader.open(`${base}search/`);
    expect(await found(reader.page, "borders moving")).toEqual(["On movement"]);
    expect(await found(reader.page, "居住する権利")).toEqual(["移転の自由について"]);
    expect(compressed).toContain(`${base}search/en/start/pagefind.js`);
    expect(await reader.complaints()).toEqual([]);
  },
  MINUTE,
);
