// A new story is published without a look at the rest, and the paper must be what a build makes that
// looks at everything, to the byte. One paper lives through them all.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../src/build.ts";
import type { BuildOrder, BuildResult } from "../src/build-order.ts";
import { contentFolder, SITE, type ContentFolder } from "./support/content-folder.ts";
import { filesOf } from "./support/files-of.ts";
import { orderFor } from "./support/site.ts";
import { stories, story as oldStory } from "./support/stories.ts";

const OLD = `topics: [Weather]
authors: [ana-ruiz]
image: { src: /images/sea.png, alt: Sea, credit: Ours }
`;

/** With so many stories that two more fill a page of its section. */
const PAPER = `-- site.yaml --
${SITE}outputs: [twins, text]
-- authors/ana-ruiz.md --
---
name: Ana Ruiz
---
She writes.
-- authors/nobody.md --
---
name: Nobody
---
Has not written yet.
-- articles/draft.md --
---
headline: Draft
date: 2026-05-30 09:00
section: world
status: draft
slug: kept-back
topics: [Secrets]
---
Not yet.
${stories(46, "world", OLD)}`;

const story = (name: string, header: string, text = "It has come.") =>
  `-- articles/${name}.md --\n---\nheadline: Of ${name}\nsection: world\n${header}---\n${text}\n`;

const image = (name: string) => `image: { src: /images/${name}.png, alt: A sky, credit: Ours }\n`;

let whole: ContentFolder;
let content: ContentFolder;
let order: BuildOrder;

/** Large enough for a list to show it larger where it leads. */
async function picture(colour: string, width = 1000, height = 700): Promise<Buffer> {
  const create = { width, height, channels: 3, background: colour } as const;
  return sharp({ create }).png().toBuffer();
}

beforeAll(async () => {
  // Of this shape, a page of its own and a list that it leads show files of one picture.
  const bytes = new Map([["images/sea.png", await picture("#246", 1200, 800)]]);
  whole = await contentFolder(PAPER, bytes);
  content = whole;
  const own = orderFor(content, { ownState: true });
  order = { ...own, contentFolder: content.contentFolder };
  await fromNothing();
}, 120_000);
afterAll(() => whole[Symbol.asyncDispose]());

/** A build of the whole paper, and a record of it that the next one may go on from. */
async function fromNothing(): Promise<void> {
  // What was written a moment ago may be written again with nothing to show it.
  await setTimeout(2100);
  await build({ ...order, clean: true });
}

/** The record of what the short way has done; the long one takes it away. */
const isQuick = () => existsSync(join(order.stateFolder, "standing/journal"));

async function expectSamePaper(result: BuildResult): Promise<void> {
  expect(result).toMatchObject({ kind: "published", problems: [] });
  const outputFolder = `${order.outputFolder}-clean`;
  const clean = { ...order, outputFolder, stateFolder: `${order.stateFolder}-clean`, clean: true };
  const other = await build(clean);
  expect(filesOf(order.outputFolder)).toEqual(filesOf(outputFolder));
  expect(countsOf(result)).toEqual(countsOf(other));
}

function countsOf(result: BuildResult) {
  if (result.kind !== "published") return result;
  const { read, stories, pages, pictures, copies } = result.summary;
  return { read, stories, pages, pictures: pictures.planned, copies: copies?.all };
}

const DOZEN = Array.from({ length: 12 }, (_, index) =>
  story(
    `dozen-${index}`,
    `date: 2026-05-29 10:${index + 10}\ntopics: [Weather]\nauthors: [ana-ruiz]\n`,
  ),
).join("");

test.each<[string, string, string?]>([
  ["the first of its day", story("day", "date: 2026-05-28 09:00\n")],
  ["an edit of it", story("day", "date: 2026-05-28 09:00\nstandfirst: At last.\n", "Really.")],
  [
    "an update of it",
    story("day", "date: 2026-05-28 09:00\nupdated: 2026-05-28 20:00\nstandfirst: At last.\n"),
  ],
  ["an edit of an old one", oldStory(1, "world", OLD).replace("The text", "Another text")],
  [
    "two at once, the second of the same moment, one in another section",
    story("two-b", "date: 2026-05-28 12:00\n") +
      story("two-a", "date: 2026-05-28 12:00\n").replace("world", "politics"),
  ],
  [
    "one of the oldest topic and author",
    story("tagged", "date: 2026-05-28 13:00\ntopics: [Weather]\nauthors: [ana-ruiz]\n"),
  ],
  ["twelve at once, which fill pages of lists", DOZEN],
  [
    "an edit of one that stands on a new page now",
    oldStory(1, "world", OLD).replace("headline: Story", "headline: The oldest story"),
  ],
  [
    "one that is older than a few others",
    story("late", "date: 2026-05-29 10:14\ntopics: [Weather]\n"),
  ],
  [
    "one that search engines and feeds pass over",
    story("quiet", "date: 2026-05-30 10:00\nnoindex: true\nsyndicate: false\n"),
  ],
  [
    "one that leads to others, and is led to by an edit in the same moment",
    story(
      "linked",
      "date: 2026-05-30 11:00\nid: linked-story\nrelated: [/2026/05/28/day/]\n",
      "See [the day](day.md).",
    ) + story("late", "date: 2026-05-29 10:14\ntopics: [Weather]\n", "See [the other](linked.md)."),
  ],
  [
    "two with a picture that others have, each of which leads its section",
    story("shown", `date: 2026-05-30 12:00\n${image("sea")}`) +
      story("shown-too", `date: 2026-05-30 12:01\n${image("sea")}`).replace("world", "politics"),
  ],
  [
    "one without, which leads one of them instead",
    story("bare", "date: 2026-05-30 13:00\ntopics: [Weather]\n"),
  ],
  [
    "an edit of what led before",
    story("shown", `date: 2026-05-30 12:00\n${image("sea")}`, "It led."),
  ],
  ["one with a picture of its own", story("sky", `date: 2026-05-30 14:00\n${image("sky")}`), "sky"],
  ["one that takes its place", story("after-sky", "date: 2026-05-30 15:00\n")],
  ["a picture alone", "", "dusk"],
  [
    "the story to it, with the picture in its text",
    story(
      "dusk",
      "date: 2026-05-30 16:00\n",
      'Look.\n\n![Dusk](/images/dusk.png "Dusk" credit="Ours")',
    ),
  ],
])(
  "%s: the short way ends where the long one does",
  { timeout: 60_000 },
  async (_, saved, name) => {
    const colours: Record<string, string> = { sky: "#8cf", dusk: "#421" };
    const bytes =
      name === undefined
        ? []
        : [[`images/${name}.png`, await picture(colours[name] ?? "")] as const];
    await content.write(saved, new Map(bytes));
    await expectSamePaper(await build(order));
    expect(isQuick()).toBe(true);
  },
);

const wrong = (header: string) => story("wrong", `date: 2026-05-30 18:00\n${header}`);

test.each([
  ["a story at the address of a draft", wrong("slug: kept-back\n"), "would share the address"],
  ["a story at nearly that address", wrong("slug: Kept-Back\n"), "are one to many disks"],
  ["a story with the id of an old one", wrong("id: /2020/01/02/story-2/\n"), "share the id"],
  ["a story with the id of a draft", wrong("id: /2026/05/30/kept-back/\n"), "share the id"],
  ["a picture that is none", "-- images/wrong.png --\nnone\n", "does not begin like"],
])("%s is refused as ever", { timeout: 60_000 }, async (_, saved, words) => {
  await fromNothing();
  const before = filesOf(order.outputFolder);
  await content.write(saved);
  const result = await build(order);
  for (const file of ["articles/wrong.md", "images/wrong.png"])
    rmSync(join(content.contentFolder, file), { force: true });
  const message: unknown = expect.stringContaining(words);
  expect(result).toMatchObject({ kind: "refused", problems: [{ message }] });
  expect(filesOf(order.outputFolder)).toEqual(before);
});

test.each([
  ["month", "2026-07-01T06:00:00Z", "2026-07-01 01:00"],
  ["year", "2027-01-01T06:00:00Z", "2027-01-01 01:00"],
])("the first story of a %s, and one more", { timeout: 60_000 }, async (name, now, date) => {
  order = { ...order, now: Date.parse(now) };
  await content.write(story(`new-${name}`, `date: ${date}\n`));
  await expectSamePaper(await build(order));
  await content.write(
    story(`next-${name}`, `date: ${date.replace("01:00", "02:00")}\ntopics: [Weather]\n`),
  );
  await expectSamePaper(await build(order));
  expect(isQuick()).toBe(true);
});

test.each<[string, string, string?]>([
  ["a new topic", "topics: [Harbours]\n"],
  ["a topic that only a draft has", "topics: [Secrets]\n"],
  ["another spelling of a topic", "topics: [weather]\n"],
  ["an author who has not signed before", "authors: [nobody]\n"],
  ["a series", "series: The harbour\n"],
  ["a translation", "language: ru\ntranslation_of: /2020/01/01/story-1/\n"],
  ["an old address", "aliases: [/old/]\n"],
  ["an end", "expires: 2027-12-31\n"],
  ["a correction", "corrections: [{ date: 2027-01-01 05:00, kind: correction, text: So. }]\n"],
  ["a date of long ago, by which pages shift", "", "2020-01-10 12:00"],
  ["a date before that of the topic", "topics: [Weather]\n", "2019-12-31"],
  ["a date to come", "", "2027-06-01"],
  ["a draft", "status: draft\n"],
])("%s: everything is looked at", { timeout: 60_000 }, async (name, header, date) => {
  const file = name.replaceAll(/\W+/g, "-");
  await content.write(story(file, `date: ${date ?? "2027-01-01 03:00"}\n${header}`));
  await expectSamePaper(await build(order));
  expect(isQuick()).toBe(false);
});

test(
  "what leads the front page by choice goes on to lead, and compressed copies come with a story",
  { timeout: 240_000 },
  async () => {
    const choice = (slot: string) =>
      `-- front.yaml --\neditions:\n  - { from: 2026-05-01, lead: /2020/01/02/story-2/, slots: [${slot}] }\n`;
    await using paper = await contentFolder(
      `${choice("/2020/01/01/story-1/")}${stories(3, "world", "topics: [Weather]\n")}`,
    );
    content = paper;
    order = {
      ...orderFor(paper, { ownState: true, compress: true }),
      contentFolder: paper.contentFolder,
    };
    await fromNothing();
    await paper.write(story("one", "date: 2026-05-28 09:00\ntopics: [Weather]\n"));
    await expectSamePaper(await build(order));
    expect(isQuick()).toBe(true);
    expect(existsSync(join(order.outputFolder, "2026/05/28/one/index.html.br"))).toBe(true);
    await paper.write(choice("/2026/05/28/one/"));
    await expectSamePaper(await build(order));
    await fromNothing();
    await paper.write(story("two", "date: 2026-05-29 09:00\ntopics: [Weather]\n"));
    await paper.write(story("one", "date: 2026-05-28 09:00\ntopics: [Weather]\n", "Edited."));
    await expectSamePaper(await build(order));
    expect(isQuick()).toBe(true);
  },
);
