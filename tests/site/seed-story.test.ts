// The one order Broadsheet began with: the headline, the date, the picture credit and the
// paragraphs of this story must come out right. It stands in the demo paper; here is what the
// source says, word for word.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/build.ts";

const ADDRESS = "/2019/05/31/japanese-and-russian-fm-discuss-possible-visa-free-travel/";
const HEADLINE = "Japanese and Russian FM discuss possible visa-free travel";
const PARAGRAPHS = [
  "Japanese Foreign Minister Taro Kono and Russian Foreign Minister Sergei Lavrov held bilateral talks on Friday in Tokyo. Japanese Foreign Minister Taro Kono mentioned that positive changes in Tokyo's relations with Moscow are gradually taking place. The two ministers spent more than half an hour talking tete-a-tete, before being joined by their delegations.",
  "Lavrov noted that an increase in the frequency of Russian-Japanese talks does not mean that all disputes between two countries will be resolved automatically but added that Moscow hopes to advance negotiations with Tokyo on trade agreements and possible visa-free travel and develop cooperation in other areas. The Japanese diplomat also expressed hope for fruitful cooperation and welcomed the enhancement of bilateral contacts at different levels. Following the meeting, the Russian Foreign Minister said that Moscow expects to continue discussing a possible transition to a visa-free regime.",
  '"Certainly, the intensification of the negotiation process does not automatically mean that we are bringing our positions closer. There are still many problems", he said after the talks.',
  'At a joint news conference after the talks Russian Foreign Minister Sergey Lavrov expressed concern about Tokyo\'s plan to build a pair of land-based Aegis Ashore missile defense systems, saying they pose a "potential threat to Russia."',
  "In turn Japanese Foreign Minister Taro Kono accused Russia of a military buildup on Kurile Islands which are currently administered by Russia.",
  "The dispute over the southern Kurils (Japan calls them Northern Territories), does not allow the two countries to agree and sign a peace treaty formally ending their World War II hostilities. Earlier, on the first day of the visit of the Russian Foreign Minister to Tokyo on May 30th, some Japanese ultra-right organizations held actions in the center of the capital demanding the return of the Northern Territories.",
  "Despite continuing controversy on the subject, the diplomatic chiefs of the two countries noted that collaboration in many other areas is paying off and reaffirmed a mutual desire to further develop bilateral cooperation on security.",
];

const PROJECT = join(import.meta.dirname, "../..");
let root: string;
let html: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "seed-"));
  await cp(join(PROJECT, "content"), join(root, "content"), { recursive: true });
  const result = await build({
    contentFolder: join(root, "content"),
    outputFolder: join(root, "_site"),
    projectFolder: PROJECT,
    home: "/nonexistent-home",
    layoutsFolder: join(PROJECT, "layouts"),
    stateFolder: join(root, ".broadsheet"),
    now: Date.parse("2026-12-01T00:00:00Z"),
    drafts: false,
    clean: false,
  });
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  html = readFileSync(join(root, "_site", ADDRESS, "index.html"), "utf8");
});
afterAll(() => rm(root, { recursive: true }));

/** The press sets typographic quotes; the source is typed with straight ones. */
const asTyped = (text: string) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').trim();

test("the headline is the source's, once, as the only h1", () => {
  const $ = load(html);
  expect($("h1").length).toBe(1);
  expect($("h1").text()).toBe(HEADLINE);
});

test("every paragraph is the source's, word for word and in order", () => {
  const $ = load(html);
  const paragraphs = $(".text-run p").toArray();
  expect(paragraphs.map((paragraph) => asTyped($(paragraph).text()))).toEqual(PARAGRAPHS);
});

test("the date is 31 May 2019, 12:46, for the eye and for every machine", () => {
  const $ = load(html);
  const time = $(".story-head time").first();
  expect(time.text()).toBe("31 May 2019, 12:46 UTC");
  expect(time.attr("datetime")).toBe("2019-05-31T12:46:00+00:00");
  expect($('meta[property="article:published_time"]').attr("content")).toBe(
    "2019-05-31T12:46:00+00:00",
  );
  const { "@graph": graph } = JSON.parse($('script[type="application/ld+json"]').text());
  expect(graph[0].headline).toBe(HEADLINE);
  expect(graph[0].datePublished).toBe("2019-05-31T12:46:00+00:00");
});

test("the picture carries its credit, and the caption says what it is", () => {
  const $ = load(html);
  const caption = $("figure figcaption").first().text();
  expect(caption).toContain("Wikimedia commons");
  expect(caption).toMatch(/illustration|drawing|drawn/i);
  expect($("figure img").first().attr("alt")).not.toBe("");
});
