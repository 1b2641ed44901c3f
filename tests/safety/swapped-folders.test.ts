// Who may write to the content folder may put a link in the place of a folder while the press is at
// work, after it has seen that there is none. Nothing is read by way of it; and a writer who saves a
// story at that moment neither holds up the paper nor is lost.

import type * as Disk from "node:fs";
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { build } from "../../src/build.ts";
import type * as ListFiles from "../../src/source/list-files.ts";
import { listFiles } from "../../src/source/list-files.ts";
import { stampOf } from "../../src/source/content-index.ts";
import { contentFolder } from "../support/content-folder.ts";
import { orderFor, problems, site } from "../support/site.ts";

/** What somebody does after the folder was listed, and after the story was read to its end. */
const meanwhile = vi.hoisted(() => ({ listed: () => {}, storyRead: () => {} }));

vi.mock("../../src/source/list-files.ts", async (original) => {
  const press = await original<typeof ListFiles>();
  const listThenSwap: typeof press.listFiles = (...asked) => {
    const listed = press.listFiles(...asked);
    meanwhile.listed();
    return listed;
  };
  return { ...press, listFiles: listThenSwap };
});

vi.mock("node:fs", async (original) => {
  const disk = await original<typeof Disk>();
  const readFileSync: typeof disk.readFileSync = (
    ...asked: Parameters<typeof disk.readFileSync>
  ) => {
    const bytes = disk.readFileSync(...asked);
    if (bytes.includes("The wind rose")) meanwhile.storyRead();
    return bytes as never;
  };
  return { ...disk, readFileSync };
});

beforeEach(() => {
  meanwhile.listed = () => {};
  meanwhile.storyRead = () => {};
});

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

const STORY = `---
headline: Storm
date: 2026-03-08 21:30
section: world
authors: [desk]
---
The wind rose at noon.
`;
const PAPER = `-- articles/deep/storm.md --
${STORY}
-- authors/desk.md --
---
name: The Desk
---
-- pages/about.md --
---
title: About
---
Ours.
`;

/** Puts a link in the place of a folder; where it leads, files of the same names say something else. */
function swap(content: string, folder: string, files: Readonly<Record<string, string | Buffer>>) {
  const outside = join(dirname(content), `outside-${basename(folder)}`);
  mkdirSync(outside);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outside, name), text);
  renameSync(join(content, folder), join(dirname(content), `was-${basename(folder)}`));
  symlinkSync(outside, join(content, folder));
}

const OTHERS = STORY.replace("noon", "dusk");

test("nothing is read through a folder that becomes a link after it was listed", async () => {
  const draw = (background: string) =>
    sharp({ create: { width: 9, height: 9, channels: 3, background } })
      .png()
      .toBuffer();
  const [ours, others] = await Promise.all([draw("#048"), draw("#840")]);
  const report = await problems(PAPER, {
    bytes: new Map([["images/sea.png", ours]]),
    before: (content) => {
      meanwhile.listed = once(() => {
        swap(content, "articles/deep", { "storm.md": OTHERS });
        swap(content, "authors", { "desk.md": "---\nname: Others\n---\n" });
        swap(content, "pages", { "about.md": "no header, and so a line for the report" });
        swap(content, "images", { "sea.png": others });
      });
    },
  });
  expect(report).toMatchInlineSnapshot(`
    "content/articles/deep/storm.md error: The file changed while it was being read.
      Build again.

    content/authors/desk.md error: The file changed while it was being read.
      Build again.

    content/images/sea.png error: The file changed while it was being read.
      Build again.

    content/pages/about.md error: The file changed while it was being read.
      Build again."
  `);
});

test("nor where an edition is live and only what has changed is read", async () => {
  await using paper = await site(PAPER, { ownState: true });
  const before = paper.text("/2026/03/08/storm/");
  // Files that were saved a moment ago are read in any case.
  await wait(2100);
  await paper.rebuild();
  meanwhile.listed = once(() => {
    swap(paper.content.contentFolder, "articles/deep", { "storm.md": OTHERS });
  });
  await expect(paper.rebuild()).rejects.toThrow("articles/deep error: This is a symbolic link");
  expect(paper.text("/2026/03/08/storm/")).toBe(before);
});

test("a folder that is a link while it is listed, and none before and after, is listed again", async () => {
  await using folder = await contentFolder(`-- articles/deep/a.md --
-- articles/deep/b.md --
`);
  const { contentFolder: content } = folder;
  const at = (name: string) => join(content, "articles", name);
  // The disk's clock must go on between two changes of a folder for the second to show.
  await wait(50);
  const there = once(() => swap(content, "articles/deep", { "a.md": OTHERS, "b.md": OTHERS }));
  const back = once(() => {
    renameSync(at("deep"), at("../../link"));
    renameSync(at("../../was-deep"), at("deep"));
  });
  const { value, problems: told } = listFiles(content, (file) => {
    if (file === "articles/deep/a.md") there();
    if (file === "articles/deep/b.md") back();
    return false;
  });
  expect([told, value.stamps.get("articles/deep/a.md")]).toEqual([[], stampOf(at("deep/a.md"))]);
});

test("a folder that is never the same twice is named", async () => {
  await using folder = await contentFolder("-- articles/deep/a.md --\n");
  let saves = 0;
  const { problems: told } = listFiles(folder.contentFolder, (file) => {
    if (file !== "articles/deep/a.md") return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    writeFileSync(join(folder.contentFolder, `articles/deep/${(saves += 1)}.md`), STORY);
    return false;
  });
  expect(told).toEqual([
    {
      file: "articles/deep",
      message: "The folder changed while it was being read.",
      cure: "Build again.",
    },
  ]);
});

test.each<[string, keyof typeof meanwhile]>([
  ["after it was listed", "listed"],
  ["while it is read", "storyRead"],
])("a story saved %s is published as it was saved", async (_, moment) => {
  await using folder = await contentFolder(PAPER);
  const file = join(folder.contentFolder, "articles/deep/storm.md");
  meanwhile[moment] = once(() => {
    writeFileSync(`${file}.new`, STORY.replace("noon", "nine"));
    renameSync(`${file}.new`, file);
  });
  const order = orderFor(folder, { ownState: true });
  expect((await build(order)).kind).toBe("published");
  const page = readFileSync(join(order.outputFolder, "2026/03/08/storm/index.html"), "utf8");
  expect(page).toContain("The wind rose at nine.");
});
