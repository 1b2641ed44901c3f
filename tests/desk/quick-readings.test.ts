// A preview that reads only the story that was saved must show what one that reads everything shows:
// each kind of edit is made, and every page of the two is compared.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DevPaper, readDevPaper, reviseDevPaper } from "../../src/desk/dev-paper.ts";
import { contentFolder } from "../support/content-folder.ts";
import { orderFor } from "../support/site.ts";
import { sharedState } from "./live-preview.ts";

let state: Awaited<ReturnType<typeof sharedState>>;
beforeAll(async () => {
  state = await sharedState();
});
afterAll(() => state.remove());

const STORM = `headline: Storm warning
date: 2026-05-01 09:00
section: world
topics: [weather, sea]
authors: [ana-ruiz]
`;
const story = (header: string, text = "The wind rose at noon.") =>
  `-- articles/storm.md --\n---\n${header}---\n${text}\n`;

const REST = `-- authors/ana-ruiz.md --
---
name: Ana Ruiz
---
-- articles/flood.md --
---
headline: Flood
date: 2026-05-02 09:00
section: world
topics: [weather]
---
After the [storm](storm.md) came the flood.
-- articles/calm.md --
---
headline: Calm
date: 2026-04-01 09:00
section: politics
---
Nothing moved.
`;

const NOW = "2026-06-01T12:00:00Z";

/** What a reporter saves, and whether only that story has to be read for it. */
const EDITS: readonly (readonly [what: string, saved: string, isQuick: boolean])[] = [
  ["another text", story(STORM, "The wind fell. See the [calm](calm.md)."), true],
  ["another headline", story(STORM.replace("warning", "over")), true],
  ["a standfirst", story(`${STORM}standfirst: It is over.\n`), true],
  ["an update", story(`${STORM}updated: 2026-05-01 10:00\n`), true],
  [
    "its first correction, which may be the first of the paper",
    story(
      `${STORM}corrections: [{ date: 2026-05-02 09:00, kind: correction, text: It was east. }]\n`,
    ),
    false,
  ],
  ["no search engines", story(`${STORM}noindex: true\n`), true],
  ["related stories", story(`${STORM}related: [/2026/04/01/calm/]\n`), true],
  ["another topic", story(STORM.replace("sea", "wind")), false],
  ["another section", story(STORM.replace("world", "politics")), false],
  ["another date", story(STORM.replace("05-01", "05-03")), false],
  ["a slug", story(`${STORM}slug: gale\n`), false],
  ["an old address", story(`${STORM}aliases: [/gale/]\n`), false],
  ["a draft", story(`${STORM}status: draft\n`), false],
  ["an expiry", story(`${STORM}expires: 2026-07-01\n`), false],
  ["a mistake", story(`${STORM}headlin: Storm\n`), false],
  ["a link that leads nowhere", story(STORM, "See [this](nothing.md)."), false],
];

test.each(EDITS)("%s: the preview shows what a whole reading shows", async (_, saved, isQuick) => {
  await using content = await contentFolder(`${story(STORM)}${REST}`);
  const order = { ...orderFor(content, { now: NOW, drafts: true }), stateFolder: state.path };
  const before = await readDevPaper(order);
  const file = join(content.contentFolder, "articles/storm.md");
  rmSync(file);
  await content.write(saved);
  const quick = reviseDevPaper(before, [file], order);
  expect(quick !== undefined).toBe(isQuick);
  const whole = await readDevPaper(order, before.print);
  expect(quick && shown(quick)).toEqual(quick && shown(whole));
});

test("when a story falls due, the preview reads everything", async () => {
  await using content = await contentFolder(
    `${story(STORM)}${REST}-- articles/later.md --\n---\nheadline: Later\ndate: 2026-07-01\nsection: world\n---\nText.\n`,
  );
  const order = { ...orderFor(content, { now: NOW, drafts: true }), stateFolder: state.path };
  const before = await readDevPaper(order);
  const file = join(content.contentFolder, "articles/storm.md");
  await content.write(story(STORM, "Saved again."));
  expect(reviseDevPaper(before, [file], order)).toBeDefined();
  const after = { ...order, now: Date.parse("2026-07-02T00:00:00Z") };
  expect(reviseDevPaper(before, [file], after)).toBeUndefined();
});

const ADDRESSES = [
  ..."/ /world/ /politics/ /topics/weather/ /topics/sea/ /authors/ana-ruiz/ /404.html".split(" "),
  ..."/2026/05/01/storm/ /2026/05/02/flood/ /2026/04/01/calm/".split(" "),
];
const FILES = ["feed.xml", "topics/weather/feed.json", "sitemaps/2026-05.xml", "sitemap.xml"];

function shown(paper: DevPaper): Record<string, string | undefined> {
  const pages = ADDRESSES.map((address) => {
    const page = paper.pageAt(address);
    return [address, page && paper.print(page)];
  });
  const files = FILES.map((file) => [file, paper.fileAt(file)?.print()]);
  return Object.fromEntries([...pages, ...files]);
}
