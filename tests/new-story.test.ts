// A new story is published without a look at the rest, and a draft is saved without one; the paper must
// be what a build makes that looks at everything, to the byte. One paper lives through them all.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../src/build.ts";
import type { BuildOrder, BuildResult } from "../src/build-order.ts";
import { readNextChange } from "../src/publish/next-change-file.ts";
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
  const [next, expected] = [order, clean].map(({ stateFolder }) => readNextChange(stateFolder));
  expect([next?.nextChange, next?.asOf]).toEqual([expected?.nextChange, expected?.asOf]);
  expect(filesOf(order.outputFolder)).toEqual(filesOf(outputFolder));
  expect(countsOf(result)).toEqual(countsOf(other));
}

function countsOf(result: BuildResult) {
  if (result.kind !== "published") return result;
  const { read, stories, pages, pictures, copies, nextChange } = result.summary;
  return { read, stories, pages, pictures: pictures.planned, copies: copies?.all, nextChange };
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
  ["a date to come in a series", "series: The harbour\n", "2027-06-01"],
  ["a draft about a new topic", "status: draft\ntopics: [Reefs]\n"],
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

/** Stories that readers cannot see, and others that name some of them. */
const DESK = `-- authors/ana-ruiz.md --
---
name: Ana Ruiz
listed: true
---
She writes.
-- front.yaml --
editions: [{ from: 2026-05-01, lead: /2026/05/30/picked/ }]
${stories(3, "world", OLD)}${[
  story("plain", "date: 2026-05-30 09:00\nstatus: draft\ntopics: [Weather]\n"),
  story("secret", "date: 2026-05-30 09:10\nstatus: draft\ntopics: [Secrets]\n"),
  story("picked", "date: 2026-05-30 09:20\nstatus: draft\n"),
  story("wanted", "date: 2026-05-30 09:30\nstatus: draft\n"),
  story("told", "date: 2026-05-30 09:40\nrelated: [/2026/05/30/wanted/]\n"),
  story("foreign", "date: 2026-05-30 09:45\nstatus: draft\n"),
  story("ours", "date: 2026-05-30 09:46\nlanguage: ru\ntranslation_of: /2026/05/30/foreign/\n"),
  story("noted", "date: 2026-05-30 09:50\nstatus: draft\n"),
  story("noting", "date: 2026-05-30 10:00\nstatus: draft\n", "See [this](/2026/05/30/noted/)."),
  story("due", "date: 2026-06-01 13:00\nauthors: [ana-ruiz]\n"),
  story("later", "date: 2026-06-01 15:00\n"),
  story("ending", "date: 2026-06-01 20:00\nexpires: 2026-06-02\n"),
].join("")}`;

describe("what readers cannot see yet", () => {
  beforeAll(async () => {
    const paper = await contentFolder(DESK, new Map([["images/sea.png", await picture("#246")]]));
    content = paper;
    order = { ...orderFor(paper, { ownState: true }), contentFolder: paper.contentFolder };
    await fromNothing();
    return () => paper[Symbol.asyncDispose]();
  }, 120_000);

  test.each([
    [
      "a draft that is saved again",
      story("plain", "date: 2026-05-30 09:00\nstatus: draft\ntopics: [Weather]\n", "Other words."),
    ],
    [
      "a draft about a topic of its own, an editor's pick and a scheduled story that will end, saved again",
      story("secret", "date: 2026-05-30 09:10\nstatus: draft\ntopics: [Secrets]\n", "More.") +
        story("picked", "date: 2026-05-30 09:20\nstatus: draft\n", "More.") +
        story("ending", "date: 2026-06-01 20:00\nexpires: 2026-06-02\n", "More."),
    ],
    [
      "a new draft, and a new scheduled story that is the next to come out",
      story("idea", "date: 2026-05-30 11:00\nstatus: draft\ntopics: [Weather]\n") +
        story("soon", `date: 2026-06-01 12:30\n${image("sea")}`),
    ],
    ["one of them put off", story("soon", `date: 2026-06-01 14:00\n${image("sea")}`)],
    [
      "a draft that is published at its address",
      story("idea", "date: 2026-05-30 11:00\ntopics: [Weather]\n"),
    ],
    [
      "a draft that is published at another, and led to by an edit in the same moment",
      story("plain", "date: 2026-06-01 11:00\nslug: found\nauthors: [ana-ruiz]\n") +
        story("idea", "date: 2026-05-30 11:00\ntopics: [Weather]\n", "See [it](plain.md)."),
    ],
  ])("%s: the short way ends where the long one does", { timeout: 60_000 }, async (_, saved) => {
    await content.write(saved);
    await expectSamePaper(await build(order));
    expect(isQuick()).toBe(true);
  });

  test.each([
    ["a scheduled story whose moment has come", "13:30", ""],
    [
      "another that falls due while a draft is saved, and the next one is changed",
      "14:30",
      story("picked", "date: 2026-05-30 09:20\nstatus: draft\n", "Still more.") +
        story("later", "date: 2026-06-01 15:00\n", "Very late."),
    ],
  ])(
    "%s: the short way ends where the long one does",
    { timeout: 60_000 },
    async (_, time, saved) => {
      order = { ...order, now: Date.parse(`2026-06-01T${time}:00Z`) };
      await content.write(saved);
      await expectSamePaper(await build(order));
      expect(isQuick()).toBe(true);
    },
  );

  test("a draft that is saved again writes nothing", { timeout: 60_000 }, async () => {
    await content.write(
      story("secret", "date: 2026-05-30 09:10\nstatus: draft\ntopics: [Secrets]\n"),
    );
    const summary = { printed: 0, files: { written: 0, removed: 0 } };
    expect(await build(order)).toMatchObject({ kind: "published", summary });
    expect(isQuick()).toBe(true);
  });

  test("no name of them is kept where it can be read", () => {
    const files = filesOf(join(order.stateFolder, "standing"));
    const words = [...files.values()].join("").match(/secret|picked|noting|ending/gi);
    expect([files.size, words]).toEqual([3, null]);
  });

  test.each([
    [
      "a draft with a mistake",
      story("secret", "date: 2026-05-30 09:10\nstatus: draft\nheadlin: So\n"),
      "headlin",
    ],
    [
      "a draft at the address of another",
      story("wrong", "date: 2026-05-30 18:00\nstatus: draft\nslug: noting\n"),
      "would share the address",
    ],
    [
      "a draft that is published at the address of another",
      story("noting", "date: 2026-05-30 10:00\nslug: picked\n"),
      "would share the address",
    ],
    [
      "a draft that another one leads to, published elsewhere",
      story("noted", "date: 2026-05-31 09:50\n"),
      "leads nowhere",
    ],
    [
      "a published story that leads to one",
      story("told", "date: 2026-05-30 09:40\n", "See [it](secret.md)."),
      "not published",
    ],
  ])("%s is refused as ever", { timeout: 60_000 }, async (_, saved, words) => {
    const before = filesOf(order.outputFolder);
    const file = join(content.contentFolder, /articles.*md/.exec(saved)?.[0] ?? "");
    const was = existsSync(file) ? readFileSync(file) : undefined;
    await content.write(saved);
    const result = await build(order);
    const message: unknown = expect.stringContaining(words);
    expect(result).toMatchObject({ kind: "refused", problems: [{ message }] });
    expect(filesOf(order.outputFolder)).toEqual(before);
    if (was === undefined) rmSync(file);
    else writeFileSync(file, was);
  });

  test.each([
    [
      "a draft whose topic comes with it",
      story("secret", "date: 2026-05-30 09:10\ntopics: [Secrets]\n"),
    ],
    ["a draft that an editor has picked", story("picked", "date: 2026-05-30 09:20\n")],
    ["a draft that a published story names", story("wanted", "date: 2026-05-30 09:30\n")],
    ["a draft that a published story translates", story("foreign", "date: 2026-05-30 09:45\n")],
    ["a draft that others lead to", story("noted", "date: 2026-05-30 09:50\n")],
    [
      "a scheduled story that is killed",
      story(
        "later",
        "date: 2026-06-01 15:00\nstatus: killed\ncorrections: [{ date: 2026-06-01 15:00, kind: correction, text: No. }]\n",
      ),
    ],
    ["a story that has ended", "", "2026-06-02T12:00:00Z"],
  ])(
    "%s: everything is looked at",
    { timeout: 120_000 },
    async (_, saved, now = "2026-06-01T14:40:00Z") => {
      await fromNothing();
      order = { ...order, now: Date.parse(now) };
      await content.write(saved);
      await expectSamePaper(await build(order));
      expect(isQuick()).toBe(false);
    },
  );
});
