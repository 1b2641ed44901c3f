// A whole paper read in a real browser, on a telephone, a tablet and a desk, by day and by night, with
// the eyes, the ears or the keyboard alone.

import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { serve, type Server } from "../support/serve.ts";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";
import { KINDS, PAGES, wholePaper } from "../support/whole-paper.ts";
import { barriers } from "./barriers.ts";
import {
  collisions,
  doesScroll,
  doubleText,
  faintText,
  focus,
  jumbledTimes,
  motion,
  readToTheEnd,
  smallTargets,
  stopsInOrder,
  takeFadeFrom,
  tooWide,
  hasFont,
  whatMoved,
} from "./in-page.js";
import { visit, type Visit } from "./visit.ts";

// Some read forty pages one after the other, perhaps on a machine that has other things to do.
vi.setConfig({ testTimeout: 240_000 });

type PageName = keyof typeof PAGES;
const EVERY_PAGE = Object.keys(PAGES) as PageName[];
const EDITIONS = ["light", "dark"] as const;
const WIDTHS = [320, 360, 768, 1280, 1920];

const browser = useBrowser();
let paper: BuiltSite;
let server: Server;
beforeAll(async () => {
  paper = await wholePaper();
  server = await serve(paper.output);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await paper[Symbol.asyncDispose]();
});

const reader = (device: Parameters<typeof visit>[2] = {}) =>
  visit(browser(), server.origin, device);

/** Looks at pages one after the other; what is wrong with each comes back with the page's name. */
async function faults(
  { open, page }: Visit,
  names: readonly PageName[],
  look: (page: Visit["page"], name: PageName) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    await open(PAGES[name]);
    found.push(...(await look(page, name)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

test("the text edition, which has no style sheet, is as narrow as a telephone, whatever stands in it", async () => {
  await using edition = await site(`-- content/site.yaml --
${SITE.replace("World", "Welt".repeat(20))}outputs: [text]
-- content/articles/film.md --
---
headline: The ${"Donaudampfschiff".repeat(8)} > "film"
standfirst: A ${"Standfirst".repeat(12)}
byline: By ${"Namenlos".repeat(10)}
date: 2026-05-24 09:00
section: world
method: We have seen ${"Filmrolle".repeat(10)}.
sources: [{ title: "https://www.example.org/${"source".repeat(12)}" }]
corrections:
  - { date: 2026-05-25 09:00, kind: correction, text: "Not ${"Kinofilm".repeat(10)}." }
---
Seen at <https://www.example.org/${"reel".repeat(30)}?film=1&b=${"ä".repeat(40)}>, and ${"anti".repeat(40)}; \`${"code".repeat(30)}\`.

::: embed https://www.example.org/${"film".repeat(30)}
A film that is called by its address.
:::

${"台風が東京に接近。".repeat(20)}
`);
  await using here = await serve(edition.output);
  await using phone = await visit(browser(), here.origin, {
    viewport: { width: 320, height: 700 },
  });
  for (const address of ["/text/", "/text/world/", "/text/2026/05/24/film/"]) {
    await phone.open(address);
    expect(await phone.page.evaluate(tooWide)).toEqual([]);
  }
  expect(await phone.page.title()).toBe(
    `The ${"Donaudampfschiff".repeat(8)} > "film" – The Broadsheet`,
  );
  // Whoever copies the address has it as it is.
  expect(await phone.page.innerText("figcaption")).toBe(`www.example.org/${"film".repeat(30)}`);
  expect(edition.text("/text/2026/05/24/film/index.html")).not.toMatch(/[台風。]<wbr>/);
});

describe.each(EDITIONS)("by %s", (colorScheme) => {
  test("no page complains, calls on another server, misses a picture or is wider than the screen", async () => {
    await using desk = await reader({ colorScheme });
    const found = await faults(desk, EVERY_PAGE, async (page) => {
      const broken = await page.evaluate(readToTheEnd);
      const wide: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        wide.push(...(await page.evaluate(tooWide)), ...(await page.evaluate(collisions)));
      }
      return [...broken, ...wide, ...(await desk.complaints())];
    });
    expect(found).toEqual([]);
  });

  test("axe finds no barrier on any page", async () => {
    await using desk = await reader({ colorScheme });
    expect(await faults(desk, EVERY_PAGE, barriers)).toEqual([]);
    await using phone = await reader({ colorScheme, viewport: PHONE });
    expect(await faults(phone, KINDS, barriers)).toEqual([]);
  });
});

const PHONE = { width: 360, height: 740 };

const SECTIONS = {
  en: ["World", "Politics", "Business"],
  ru: ["Мир", "Политика", "Экономика"],
  ar: ["العالم", "السياسة", "الاقتصاد"],
};

test.each([
  { language: "en", count: 3, width: 360, look: "fits" },
  { language: "ru", count: 3, width: 360, look: "fits" },
  { language: "ar", count: 3, width: 360, look: "fits" },
  { language: "ar", count: 12, width: 360, look: "scrolls" },
  { language: "ru", count: 14, width: 1280, look: "fits" },
] as const)(
  "the line of $count sections in $language $look at $width px, and its last one is as dark as the others",
  async ({ language, count, width, look }) => {
    const titles = Array.from({ length: count }, (_, at) => SECTIONS[language][at % 3]);
    const sections = titles.map((title, at) => `  - { slug: s${at}, title: ${title} }\n`).join("");
    await using own = await site(`-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: ${language}
timezone: UTC
outputs: [search]
sections:
${sections}`);
    await using here = await serve(own.output);
    await using reading = await visit(browser(), here.origin, { viewport: { width, height: 740 } });
    const { page } = reading;
    for (const isEnlarged of [false, true]) {
      await reading.open("/");
      expect(await page.evaluate(doesScroll, ".navigation ul")).toBe(look === "scrolls");
      if (isEnlarged) await page.evaluate(doubleText);
      const last = page.locator(".navigation li:last-child a");
      await last.focus();
      const seen = await last.screenshot();
      await page.evaluate(takeFadeFrom, ".navigation ul");
      expect(await largestDifference(seen, await last.screenshot())).toBeLessThan(A_SHADE);
    }
  },
);

/** Of 255: letters are smoothed in a slightly other way within a fade. */
const A_SHADE = 8;

/** Between the same points of two pictures of one size. */
async function largestDifference(...pictures: readonly [Buffer, Buffer]): Promise<number> {
  const [one, other] = await Promise.all(pictures.map((png) => sharp(png).raw().toBuffer()));
  return one!.reduce((most, value, at) => Math.max(most, Math.abs(value - other![at]!)), 0);
}

test.for([360, 768, 1280])(
  "at %i px nothing moves while a page arrives",
  async (width, { skip }) => {
    await using slow = await reader({ viewport: { width, height: 900 } });
    // A telephone or a desk has one of these; a bare server need not.
    const hasStandIn = await slow.page.evaluate(hasFont, [
      "Georgia",
      "Times New Roman",
      "Liberation Serif",
    ]);
    if (!hasStandIn) skip("none of the faces that our own is measured against is installed");
    // Type and pictures come late, as they do on a bad line.
    await slow.page.route(/\.(woff2|avif|webp|jpg)$/, async (route) => {
      await new Promise((later) => setTimeout(later, 300));
      await route.continue();
    });
    const found = await faults(
      slow,
      ["the front page", "a story with everything"],
      async (page) => {
        await page.evaluate(readToTheEnd);
        return page.evaluate(whatMoved);
      },
    );
    expect(found).toEqual([]);
  },
);

test.each(KINDS)("%s: the keyboard reaches everything, in order and in sight", async (name) => {
  await using phone = await reader({ viewport: PHONE });
  const { page } = phone;
  await phone.open(PAGES[name]);
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focus);
    if (!stop || stop.stop === stops[0]?.stop) break;
    stops.push(stop);
  }
  expect(stops.map(({ stop }) => stop)).toEqual(await page.evaluate(stopsInOrder));
  expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
  const inMain = stops.filter(({ isInMain }) => isInMain);
  expect(inMain).toEqual(inMain.toSorted((a, b) => a.top - b.top));
});

test("the skip link comes first, and leads past the sections", async () => {
  await using desk = await reader();
  await desk.open(PAGES["a story with everything"]);
  const { keyboard } = desk.page;
  await keyboard.press("Tab");
  expect((await desk.page.evaluate(focus))?.stop).toContain('class="skip"');
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  expect((await desk.page.evaluate(focus))?.isInMain).toBe(true);
});

test("what can be pressed is large enough for a finger", async () => {
  await using phone = await reader({ viewport: PHONE, hasTouch: true });
  expect(await faults(phone, EVERY_PAGE, (page) => page.evaluate(smallTargets))).toEqual([]);
});

test("letters twice as large neither collide nor leave the page", async () => {
  await using phone = await reader({ viewport: PHONE });
  await using desk = await reader();
  const enlarged = async (page: Visit["page"]) => {
    await page.evaluate(doubleText);
    return [...(await page.evaluate(tooWide)), ...(await page.evaluate(collisions))];
  };
  expect(await faults(phone, EVERY_PAGE, enlarged)).toEqual([]);
  expect(await faults(desk, EVERY_PAGE, enlarged)).toEqual([]);
});

test("a printed story has its address and date, and nothing to press", async () => {
  await using desk = await reader();
  await desk.open(PAGES["a story with everything"]);
  await desk.page.emulateMedia({ media: "print" });
  const text = await desk.page.innerText("body");
  expect(text).toContain("https://news.example.org/2026/05/30/everything/");
  expect(text).toContain("30 May 2026, 09:05 BST");
  for (const selector of ["nav", ".skip", "footer", ".related"]) {
    expect(await desk.page.locator(selector).first().isVisible()).toBe(false);
  }
});

test("nothing on any page moves by itself", async () => {
  await using desk = await reader({ reducedMotion: "reduce" });
  expect(await faults(desk, KINDS, (page) => page.evaluate(motion))).toEqual([]);
});

test("colours chosen by the reader leave every word readable", async () => {
  await using desk = await reader({ forcedColors: "active" });
  expect(await faults(desk, EVERY_PAGE, (page) => page.evaluate(faintText))).toEqual([]);
});

test("a date among words of another direction keeps its order", async () => {
  await using phone = await reader({ viewport: PHONE });
  expect(await faults(phone, EVERY_PAGE, (page) => page.evaluate(jumbledTimes))).toEqual([]);
});

test("without JavaScript every page but the search says the same", async () => {
  await using desk = await reader();
  await using plain = await reader({ javaScriptEnabled: false });
  for (const name of KINDS.filter((kind) => kind !== "the search")) {
    await desk.open(PAGES[name]);
    await plain.page.goto(`${server.origin}${PAGES[name]}`);
    expect(await plain.page.innerText("body")).toBe(await desk.page.innerText("body"));
  }
});

test("an address that leads nowhere shows the paper's own page", async () => {
  await using desk = await reader();
  const response = await desk.page.goto(`${server.origin}/2026/no/such/story/`);
  expect(response?.status()).toBe(404);
  expect(await desk.page.title()).toBe("Nothing is printed here – The Broadsheet");
});
