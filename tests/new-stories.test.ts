// Which new stories are plain enough for the short way, and what is noted of them. What the paper is like
// then is held in `new-story.test.ts`, where others than these go the long way.

import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../src/build.ts";
import type { BuildOrder } from "../src/build-order.ts";
import { withNewStories, withPictures } from "../src/new-stories.ts";
import type { FiledStory } from "../src/news/file-story.ts";
import type { Story } from "../src/news/newspaper.ts";
import { closeOutput, openOutput } from "../src/publish/output-folder.ts";
import type { Stamp } from "../src/source/content-index.ts";
import { pressEdition } from "../src/source/press-edition.ts";
import type { StorySpec } from "../src/source/story-schema.ts";
import { openStanding, type Standing } from "../src/standing-edition.ts";
import { paperAround } from "../src/standing-paper.ts";
import { contentFolder, type ContentFolder } from "./support/content-folder.ts";
import { orderFor } from "./support/site.ts";
import { stories, story } from "./support/stories.ts";

let content: ContentFolder;
let standing: Standing;

/** Stories of 1 to 20 January 2020; the topic begins with the second. */
beforeAll(async () => {
  content =
    await contentFolder(`${story(1)}${stories(20, "world", "topics: [Weather, Sea]\n").replace(/^.*?(?=-- content\/articles\/story-2\.md)/s, "")}
-- authors/ana-ruiz.md --
---
name: Ana Ruiz
---
She writes.
-- articles/signed.md --
---
headline: Signed
date: 2020-01-01 08:00
section: world
id: first-of-all
authors: [ana-ruiz]
---
The text.
-- articles/draft.md --
---
headline: Draft
date: 2020-01-03 09:00
section: world
id: kept-back
status: draft
---
Not yet.
`);
  const own = orderFor(content, { ownState: true });
  const order = { ...own, contentFolder: content.contentFolder };
  await build(order);
  standing = opened(order);
}, 120_000);
afterAll(() => content[Symbol.asyncDispose]());

function opened(order: BuildOrder): Standing {
  const output = openOutput(order.outputFolder, order, "paper");
  closeOutput(output);
  const found = openStanding(order, pressEdition(order.layoutsFolder), output.manifestHash);
  if (!found) throw new Error("nothing was kept of the paper");
  return found;
}

type Spec = Partial<StorySpec>;

const STAMP: Stamp = [1, 2, 3, 4];

/** A plain story, but for what is said. */
function filed(
  name: string,
  day: string,
  { spec = {}, ...rest }: Partial<Omit<FiledStory, "source">> & { readonly spec?: Spec } = {},
): FiledStory {
  const address = `/${day.replaceAll("-", "/")}/${name}/`;
  return {
    source: {
      file: `articles/${name}.md`,
      spec: { headline: "New", date: day, section: "world", ...spec } as StorySpec,
      hash: "",
      text: "",
      textLine: 1,
      isUnchanged: false,
    },
    state: "live",
    id: address,
    address,
    aliases: [],
    published: { instant: Date.parse(`${day}T09:00Z`), iso: `${day}T09:00:00+00:00` },
    corrections: [],
    ...rest,
  };
}

function taken(...come: readonly FiledStory[]): Standing | undefined {
  const around = paperAround(standing, content.contentFolder);
  const stamps = new Map(come.map(({ source }) => [source.file, STAMP]));
  const now = { instant: Date.parse("2026-06-01T12:00Z"), iso: "2026-06-01T12:00:00+00:00" };
  return withNewStories(standing, come, around, { stamps, now });
}

const newerOf = (grown: Standing | undefined) =>
  grown?.rows.added.map(({ file, newer }) => [file.slice("articles/".length, -3), newer]);

test("what is noted of a new story, and what pictures it has", () => {
  const spec = { topics: ["Weather", "Sea"], authors: ["ana-ruiz"] };
  const grown = taken(filed("storm", "2020-02-01", { spec, id: "the-storm" }));
  const row = {
    file: "articles/storm.md",
    id: "the-storm",
    address: "/2020/02/01/storm/",
    section: "world",
    topics: ["weather", "sea"],
    authors: ["ana-ruiz"],
    day: "2020-02-01",
    stamp: STAMP,
    newer: 0,
    pictures: [],
  };
  expect(grown?.rows.added).toEqual([row]);
  expect([grown?.rows.count, standing.rows.count]).toEqual([22, 21]);
  expect(grown?.rows.order().slice(0, 2)).toEqual([21, 0]);
  const hash = "0123456789abcdef0123456789abcdef";
  const shown = { social: { image: { hash } }, text: { pictures: [] } } as unknown as Story;
  const withOne = grown && withPictures(standing, grown, new Map([[21, shown]]));
  expect(withOne?.rows.added).toEqual([{ ...row, pictures: ["0123456789abcdef"] }]);
  const withNone = withOne && withPictures(standing, withOne, new Map());
  expect(withNone?.rows.added).toEqual([row]);
});

test("with no new story the record is as it was", () => {
  expect(taken()).toBe(standing);
});

test("stories that come at once stand by their dates, then by their addresses", () => {
  const grown = taken(
    filed("c", "2020-02-01"),
    filed("older", "2020-01-19"),
    filed("b", "2020-02-01"),
    filed("a", "2020-02-02"),
  );
  expect(newerOf(grown)).toEqual([
    ["older", 1],
    ["c", 0],
    ["b", 0],
    ["a", 0],
  ]);
  expect(grown?.rows.order().slice(0, 6)).toEqual([24, 23, 22, 0, 21, 1]);
});

test("nine stories may be newer, and any number of those that come with it", () => {
  const tenth = filed("tenth", "2020-01-12", { published: momentOf("2020-01-11T10:00Z") });
  expect(newerOf(taken(tenth))).toEqual([["tenth", 9]]);
  const many = Array.from({ length: 12 }, (_, index) => filed(`new-${index}`, "2020-02-01"));
  expect(newerOf(taken(tenth, ...many))?.[0]).toEqual(["tenth", 9]);
  const late = filed("late", "2020-01-11", { published: momentOf("2020-01-11T08:00Z") });
  expect([taken(late), taken(late, ...many)]).toEqual([undefined, undefined]);
});

test("a story of the same moment as the last that may be newer stands by its address", () => {
  const same = (name: string) =>
    filed(name, "2020-01-11", { published: momentOf("2020-01-11T09:00Z") });
  expect(newerOf(taken(same("a")))).toEqual([["a", 9]]);
  expect(taken(same("z"))).toBeUndefined();
});

function momentOf(iso: string): FiledStory["published"] {
  return { instant: Date.parse(iso), iso };
}

const CORRECTION = {
  key: "k",
  date: momentOf("2020-02-02T09:00Z"),
  kind: "correction",
  text: "So.",
} as const;

test("a draft that comes has its place among the hidden ones, and no row", () => {
  const grown = taken(filed("storm", "2020-02-01", { state: "draft" }));
  expect(newerOf(grown)).toEqual([]);
  expect(grown?.hidden.size).toBe(standing.hidden.size + 1);
});

test.each<[string, Parameters<typeof filed>[2] & object]>([
  ["one that was killed", { state: "killed" }],
  ["one with an old address", { aliases: ["/old/"] }],
  ["one with a correction", { corrections: [CORRECTION] }],
  ["one with an end", { expires: momentOf("2021-01-01T09:00Z") }],
  ["one whose picture has an end", { pictureExpires: momentOf("2021-01-01T09:00Z") }],
  ["one of a series", { spec: { series: "The harbour" } }],
  ["a translation", { spec: { translation_of: "/2020/01/01/story-1/" } }],
  ["one in a section that readers do not know", { spec: { section: "sport" } }],
  ["one by somebody whom readers do not know", { spec: { authors: ["ana-ruiz", "nobody"] } }],
  ["one among the pages of the press", { address: "/archive/2020/" }],
  ["one of a new topic", { spec: { topics: ["Weather", "Harbours"] } }],
  ["one that spells its topic in another way", { spec: { topics: ["weather"] } }],
  ["one with the id of another", { id: "first-of-all" }],
  ["one with the id of a draft", { id: "kept-back" }],
  ["one with the address of another", { address: "/2020/01/05/story-5/" }],
  ["one with nearly the address of another", { address: "/2020/01/05/Story-5/" }],
  ["one with the address of a list", { address: "/World/" }],
])("%s goes the long way", (_, unlike) => {
  expect(newerOf(taken(filed("storm", "2020-02-01", unlike)))).toBeUndefined();
  expect(
    newerOf(taken(filed("plain", "2020-02-01"), filed("storm", "2020-02-01", unlike))),
  ).toBeUndefined();
});
