// An edit of words, an update or a correction is published without a look at the rest, and the paper must be
// what a build makes that looks at everything. Each kind of edit is made to one paper, and undone again.

import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../src/build.ts";
import type { BuildOrder, BuildResult } from "../src/build-order.ts";
import { contentFolder, type ContentFolder } from "./support/content-folder.ts";
import { orderFor } from "./support/site.ts";
import { stories } from "./support/stories.ts";
import { filesOf } from "./support/files-of.ts";

const NOW = "2026-06-01T12:00:00Z";
const HEADER = `headline: Storm warning
date: 2026-05-01 09:00
section: world
topics: [weather, sea]
series: the harbour
authors: [ana-ruiz]
related: [/still/]
`;
const storm = (header: string, text = "The wind rose at noon.") =>
  `-- articles/storm.md --\n---\n${header}---\n${text}\n`;

const CORRECTED =
  "corrections: [{ date: 2026-04-02 09:00, kind: correction, text: Something moved. }]\n";

const CALM = `headline: Calm
date: 2026-04-01 09:00
section: politics
aliases: [/still/]
series: The harbour
`;
const calm = (header: string) => `-- articles/calm.md --\n---\n${header}---\nNothing moved.\n`;

const FLOOD = `headline: Flood
date: 2026-05-02 09:00
section: world
topics: [weather]
series: The Harbour
related: [/2026/05/01/storm/]
corrections: [{ date: 2026-05-03 09:00, kind: correction, text: It was higher. }]
`;
const flood = (header: string) =>
  `-- articles/flood.md --\n---\n${header}---\nAfter the [storm](storm.md) came the flood.\n`;

/** So many corrections that the flood's is the last of the older page of the ledger. */
const MUCH_CORRECTED = [...Array(22).keys(), ...Array(30).keys()].map((minute, index) => {
  const day = index < 22 ? "2026-04-16" : "2026-05-20";
  return `  - { date: ${day} 10:${String(minute + 10)}, kind: clarification, text: Number ${index}. }\n`;
});

const REST = `-- authors/ana-ruiz.md --
---
name: Ana Ruiz
listed: true
---
She writes about the [weather](/topics/weather/).
-- pages/about.md --
---
title: About
aliases: [/imprint/]
---
This paper.
-- pages/corrections.md --
---
title: Corrections
---
First the [flood](../articles/flood.md).
${flood(FLOOD)}${calm(CALM + CORRECTED)}-- articles/numbers.md --
---
headline: Numbers
date: 2026-04-15 09:00
section: politics
corrections:
${MUCH_CORRECTED.join("")}---
Many numbers.
-- articles/later.md --
---
headline: Later
date: 2026-07-01
section: world
---
Not yet.
${stories(60, "world")}`;

let content: ContentFolder;
let order: BuildOrder;
let clean: BuildOrder;

beforeAll(async () => {
  content = await contentFolder(`${storm(HEADER)}${REST}`);
  const own = orderFor(content, { now: NOW, ownState: true });
  order = { ...own, contentFolder: content.contentFolder };
  clean = {
    ...order,
    outputFolder: `${order.outputFolder}-clean`,
    stateFolder: `${order.stateFolder}-clean`,
    clean: true,
  };
  // What was written a moment ago may be written again with nothing to show it, and is read again.
  await setTimeout(2100);
  await build(order);
});
afterAll(() => content[Symbol.asyncDispose]());

/** Written by the short way alone, and taken away by the long one. */
const isQuick = () => existsSync(join(order.stateFolder, "standing/journal"));

async function expectSamePaper(result: BuildResult): Promise<void> {
  expect(result).toMatchObject({ kind: "published", problems: [] });
  await build(clean);
  expect(filesOf(order.outputFolder)).toEqual(filesOf(clean.outputFolder));
}

const EAST = "corrections: [{ date: 2026-05-02 09:00, kind: correction, text: It was east. }]\n";
const TWICE = CORRECTED.replace(
  "[",
  "[{ date: 2026-04-03 09:00, kind: correction, text: Again. }, ",
);
const EIGHTEEN = `corrections:\n${MUCH_CORRECTED.slice(22, 40).join("")}`;

const LINKS = `See the [flood](flood.md), the [calm](/still/), [her](../authors/ana-ruiz.md),
[us](/imprint/), [errors](/corrections/), [who we are](/staff/), [the sea](/topics/sea/), [the world](/world/), [May](/archive/2026/05/), [all](/), [the harbour](/series/the-harbour/).`;

test.each([
  ["another text", storm(HEADER, "The wind fell.")],
  ["links to everything", storm(HEADER, LINKS)],
  ["another headline", storm(HEADER.replace("warning", "over"))],
  ["a standfirst", storm(`${HEADER}standfirst: It is over.\n`)],
  ["a kicker and a byline", storm(`${HEADER}kicker: Weather\nbyline: Our own reporters\n`)],
  ["words for machines", storm(`${HEADER}seo: { title: Storm, description: A storm. }\n`)],
  ["two stories", `${storm(HEADER, "Two.")}${calm(CALM.replace("Calm", "Still") + CORRECTED)}`],
  ["an update", storm(`${HEADER}updated: 2026-05-31 10:00\n`)],
  ["an update in another month", calm(`${CALM}updated: 2026-05-30 10:00\n${CORRECTED}`)],
  ["a first correction", storm(HEADER + EAST)],
  ["a correction in other words", storm(HEADER + EAST.replace("east", "north"))],
  ["another headline of what is corrected", storm(HEADER.replace("warning", "over") + EAST)],
  ["an older correction, which moves another to the newer page", calm(CALM + TWICE)],
  ["another headline of what has moved", flood(FLOOD.replace("Flood", "High water"))],
  ["one correction less", calm(CALM + CORRECTED)],
  ["another headline of what has moved back", flood(FLOOD)],
])("%s: the short way ends where the long one does", async (_, saved) => {
  await content.write(saved);
  await expectSamePaper(await build(order));
  expect(isQuick()).toBe(true);
});

test.each([
  ["the last correction of a story taken away", storm(HEADER)],
  ["a new page of corrections", storm(HEADER + EIGHTEEN)],
  ["another topic", storm(HEADER.replace("sea", "wind"))],
  ["another series", storm(HEADER.replace("the harbour", "the sea"))],
  ["another section", storm(HEADER.replace("world", "politics"))],
  ["no search engines", storm(`${HEADER}noindex: true\n`)],
  ["no related story", storm(HEADER.replace(/related.*\n/, ""))],
  [
    "another page",
    "-- pages/about.md --\n---\ntitle: About us\naliases: [/imprint/]\n---\nThis paper.\n",
  ],
])("%s: everything is looked at", async (_, saved) => {
  await content.write(saved);
  await expectSamePaper(await build(order));
  expect(isQuick()).toBe(false);
});

test("with nothing changed, nothing is written", async () => {
  await content.write(storm(HEADER));
  await build(order);
  const again = await build(order);
  expect(again).toMatchObject({
    kind: "published",
    summary: { printed: 0, files: { written: 0, removed: 0 } },
  });
});

test("an edit that was published is looked into once more, for what was saved in the same moment, and then no more", async () => {
  const journal = () => statSync(join(order.stateFolder, "standing/journal")).mtimeMs;
  // Other files than stories, written by the tests before this one, send every build the long way
  // until one has found them lying still.
  await setTimeout(2100);
  await build(order);
  await content.write(storm(HEADER, "Edited."));
  await build(order);
  const published = journal();
  await setTimeout(2100);
  await build(order);
  const lookedInto = journal();
  await setTimeout(50);
  await build(order);
  expect([lookedInto > published, journal() === lookedInto]).toEqual([true, true]);
  await content.write(storm(HEADER));
  await expectSamePaper(await build(order));
});

test.each([
  ["a mistake", storm(`${HEADER}headlin: Storm\n`), "headlin"],
  [
    "a link to a story that is not published",
    storm(HEADER, "See [later](later.md)."),
    "not published",
  ],
  ["a link that leads nowhere", storm(HEADER, "See [this](nothing.md)."), "leads nowhere"],
])("%s is refused as ever", async (_, saved, words) => {
  const before = filesOf(order.outputFolder);
  await content.write(saved);
  const result = await build(order);
  expect(result).toMatchObject({
    kind: "refused",
    problems: [{ message: expect.stringContaining(words) }],
  });
  expect(filesOf(order.outputFolder)).toEqual(before);
  await content.write(storm(HEADER));
});

test("a page that somebody altered comes back with the next edit", async () => {
  appendFileSync(join(order.outputFolder, "2026/04/01/calm/index.html"), "altered");
  await content.write(storm(HEADER, "The wind fell again."));
  await expectSamePaper(await build(order));
  expect(filesOf(order.outputFolder).get("/2026/04/01/calm/index.html")).not.toContain("altered");
});

test("a damaged record is no harm", async () => {
  await content.write(storm(HEADER, "First."));
  await build(order);
  const lines = join(order.stateFolder, "standing/stories");
  truncateSync(lines, Math.floor(readFileSync(lines).length / 2));
  await content.write(storm(HEADER, "Second."));
  await expectSamePaper(await build(order));
  expect(isQuick()).toBe(false);
});

test("a story that has fallen due appears with an edit of another", async () => {
  const july = { now: Date.parse("2026-07-02T00:00:00Z") };
  [order, clean] = [
    { ...order, ...july },
    { ...clean, ...july },
  ];
  await content.write(storm(HEADER, "A last word."));
  await expectSamePaper(await build(order));
  expect(existsSync(join(order.outputFolder, "2026/07/01/later/index.html"))).toBe(true);
});
