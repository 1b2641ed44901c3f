// Taken down: not a byte of the story is left in the paper or in what the press keeps, and nothing
// else in the world has changed but one line of its file.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pressCopy, type PressCopy } from "../support/press-copy.ts";

/** One mark for all: it is in every word of the story, and in nothing else. */
const MARK = "zqsecret";

const SECRET = `---
headline: Headline ${MARK}
# A comment of the desk
date: 2026-03-08 09:00
section: world
standfirst: Standfirst ${MARK}
authors: [author-${MARK}]
topics: [Topic ${MARK}, Weather]
aliases: [/old/storm/]
image: { src: picture-${MARK}.jpg, alt: Alt ${MARK}, caption: Caption ${MARK}, credit: Credit ${MARK} }
---
Text ${MARK}.

![Alt ${MARK}](/images/shared.jpg "Caption ${MARK}" credit="The agency")
`;

const ARCHIVE = `
-- content/authors/author-${MARK}.md --
---
name: Author ${MARK}
---
Biography ${MARK}.
-- content/articles/2026/storm.md --
${SECRET}-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-07 09:00
section: world
topics: [Weather]
image: { src: /images/shared.jpg, alt: The river, credit: The agency }
---
The river rose before [the storm](2026/storm.md).
-- content/pages/about.md --
---
title: About
---
Who we are.
`;

const NOW = "--now 2026-06-01T12:00:00Z";
const STORY = "content/articles/2026/storm.md";

let press: PressCopy;
beforeEach(async () => {
  press = await pressCopy(ARCHIVE);
  write(STORY, SECRET);
  write(`content/articles/2026/picture-${MARK}.jpg`, await photo("#c00"));
  mkdirSync(join(press.root, "content/images"));
  write("content/images/shared.jpg", await photo("#00c"));
});
afterEach(() => press[Symbol.asyncDispose]());

/** Large enough for a share image. */
function photo(background: string): Promise<Buffer> {
  return sharp({ create: { width: 1300, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

function write(file: string, bytes: string | Buffer): void {
  writeFileSync(join(press.root, file), bytes);
}

function read(file: string): string {
  return readFileSync(join(press.root, file), "latin1");
}

/** The finished pictures of the paper by name, each with its hash. */
function pictures(): Map<string, string> {
  const files = [...press.files("_site")].filter(([file]) => file.startsWith("pictures/"));
  return new Map(files.map(([file, bytes]) => [file, hashOf(bytes)]));
}

function hashOf(bytes: string): string {
  return createHash("sha256").update(bytes, "latin1").digest("hex");
}

/** Which of the paper's pictures show the red photograph. */
async function redPictures(): Promise<string[]> {
  const found: string[] = [];
  for (const file of pictures().keys()) {
    const { dominant } = await sharp(join(press.root, "_site", file)).stats();
    if (dominant.r > dominant.b) found.push(file);
  }
  return found;
}

/** The files of the paper and of the press's own in which the mark is, or one of these pictures. */
function traces(hashes: ReadonlySet<string>): string[] {
  return ["_site", ".broadsheet"].flatMap((folder) =>
    [...press.files(folder)].flatMap(([file, bytes]) =>
      `${file}\n${bytes}`.includes(MARK) || hashes.has(hashOf(bytes)) ? [`${folder}/${file}`] : [],
    ),
  );
}

test("a story that is taken down leaves no trace but its address, and says what to purge", async () => {
  await press.broadsheet(`build --drafts ${NOW}`);
  rmSync(join(press.root, "_preview"), { recursive: true });
  expect((await press.broadsheet(`build ${NOW}`)).code).toBe(0);
  const red = await redPictures();
  const hashes = new Set(red.map((file) => pictures().get(file) ?? ""));
  expect(hashes.size).toBeGreaterThan(5);
  expect(traces(hashes).length).toBeGreaterThan(20);

  const { code, stdout, stderr } = await press.broadsheet(`takedown /2026/03/08/storm/ ${NOW}`);
  expect(code).toBe(0);
  expect(traces(hashes)).toEqual([]);
  expect(await redPictures()).toEqual([]);
  expect(pictures().size).toBeGreaterThan(5);
  expect(read("_site/2026/03/08/storm/index.html")).toContain("No longer published");
  expect(read("_site/2026/03/07/flood/index.html")).toContain('href="/2026/03/08/storm/"');
  expect(stdout.replaceAll(/^.*\/pictures\/.*\n/gm, "")).toMatchInlineSnapshot(`
    "https://news.example.org/2026/03/08/storm/
    https://news.example.org/old/storm/
    https://news.example.org/
    https://news.example.org/.well-known/broadsheet.json
    https://news.example.org/404.html
    https://news.example.org/archive/2026/
    https://news.example.org/archive/2026/03/
    https://news.example.org/archive/2026/03/08/
    https://news.example.org/atom.xml
    https://news.example.org/authors/author-zqsecret/
    https://news.example.org/authors/author-zqsecret/atom.xml
    https://news.example.org/authors/author-zqsecret/feed.json
    https://news.example.org/authors/author-zqsecret/feed.xml
    https://news.example.org/feed.json
    https://news.example.org/feed.xml
    https://news.example.org/sitemap.xml
    https://news.example.org/sitemaps/2026-03.xml
    https://news.example.org/sitemaps/pages.xml
    https://news.example.org/topics/topic-zqsecret/
    https://news.example.org/topics/topic-zqsecret/atom.xml
    https://news.example.org/topics/topic-zqsecret/feed.json
    https://news.example.org/topics/topic-zqsecret/feed.xml
    https://news.example.org/topics/weather/
    https://news.example.org/topics/weather/atom.xml
    https://news.example.org/topics/weather/feed.json
    https://news.example.org/topics/weather/feed.xml
    https://news.example.org/world/
    https://news.example.org/world/atom.xml
    https://news.example.org/world/feed.json
    https://news.example.org/world/feed.xml
    "
  `);
  const purged = new Set(stdout.split("\n"));
  expect(red.filter((file) => !purged.has(`https://news.example.org/${file}`))).toEqual([]);
  expect(stderr).toMatchInlineSnapshot(`
    "articles/2026/storm.md is withdrawn, and nothing of it is left in the paper. Purge 52 addresses from caches, as listed.
    The file itself and its pictures still lie in the content folder, and in its history, if it has one.
    "
  `);

  const again = await press.broadsheet(`takedown content/articles/2026/storm.md ${NOW}`);
  expect(again.code).toBe(0);
  expect(again.stdout).toMatchInlineSnapshot(`
    "https://news.example.org/2026/03/08/storm/
    https://news.example.org/old/storm/
    https://news.example.org/.well-known/broadsheet.json
    "
  `);
});

test("only the line of the status changes in its file", async () => {
  await press.broadsheet(`takedown /old/storm/ ${NOW}`);
  expect(read(STORY)).toBe(SECRET.replace("09:00\n", "09:00\nstatus: withdrawn\n"));
});

test.each([
  ["its address in full", "https://news.example.org/2026/03/08/storm/"],
  ["its address without the slash", "/2026/03/08/storm"],
  ["an old address, which is its id", "/old/storm/"],
  ["its file", "articles/2026/storm.md"],
])("a story is found by %s", async (_, name) => {
  const { code } = await press.broadsheet(`takedown ${name} ${NOW}`);
  expect(code).toBe(0);
  expect(read(STORY)).toContain("\nstatus: withdrawn\n");
});

test("a page is taken down like a story", async () => {
  await press.broadsheet(`build ${NOW}`);
  const { code, stdout } = await press.broadsheet(`takedown /about/ ${NOW}`);
  expect(code).toBe(0);
  expect(read("content/pages/about.md")).toBe(
    "---\nstatus: withdrawn\ntitle: About\n---\nWho we are.\n",
  );
  expect(stdout.split("\n")[0]).toBe("https://news.example.org/about/");
  expect(read("_site/about/index.html")).toContain("No longer published");
});

test("a name that nothing has takes nothing down, and the near miss is named", async () => {
  const before = press.files("content");
  for (const name of ["/2026/03/09/storm/", "strom", "articles/storms.md"]) {
    const { code, stdout, stderr } = await press.broadsheet(`takedown ${name} ${NOW}`);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Did you mean “/2026/03/08/storm/”?");
  }
  const { stderr } = await press.broadsheet(`takedown nothing-like-it ${NOW}`);
  expect(stderr).toMatchInlineSnapshot(`
    "error: there is no story or page “nothing-like-it”. Name it by its address (/2019/05/31/storm/), its id or its file.
    \`broadsheet takedown --help\` lists what there is.
    "
  `);
  expect(press.files("content")).toEqual(before);
  expect(existsSync(join(press.root, "_site"))).toBe(false);
});

test("where the paper has other mistakes the story is marked, and it is said that it is still live", async () => {
  await press.broadsheet(`build ${NOW}`);
  press.edit("content/articles/flood.md", "section: world", "section: wrold");
  const { code, stdout, stderr } = await press.broadsheet(`takedown /2026/03/08/storm/ ${NOW}`);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatchInlineSnapshot(`
    "content/articles/flood.md:4:10 error: “wrold” is not a section of this newspaper.
      4 | section: wrold
      Did you mean “world”? Sections are listed in site.yaml.

    1 problem. articles/2026/storm.md is marked as withdrawn, but the paper could not be published: the story is as live as it was. Build once these are mended.
    "
  `);
  expect(read("_site/2026/03/08/storm/index.html")).toContain(MARK);
  press.edit("content/articles/flood.md", "section: wrold", "section: world");
  expect((await press.broadsheet(`build ${NOW}`)).code).toBe(0);
  expect(traces(new Set())).toEqual([]);
});

test("it need not wait for the mistakes of others", async () => {
  await press.broadsheet(`build ${NOW}`);
  press.edit("content/articles/flood.md", "[the storm](2026/storm.md)", "the storm");
  press.edit("content/pages/about.md", "title: About", "titel: About");
  const words = `takedown /2026/03/08/storm/ --keep-going ${NOW}`;
  const { code, stdout, stderr } = await press.broadsheet(words);
  expect([code, stdout]).toEqual([4, expect.stringContaining("/2026/03/08/storm/")]);
  expect(stderr).toMatch(/^1 file set aside:\n  content\/pages\/about.md: its last good version/);
  expect(stderr).toContain("articles/2026/storm.md is withdrawn");
  expect(read("_site/about/index.html")).toContain("Who we are.");
  expect(traces(new Set())).toEqual([]);
});

test("a mistake in the story itself does not save it", async () => {
  await press.broadsheet(`build ${NOW}`);
  write(STORY, `${SECRET}And [a link](to-nothing.md).\n`);
  expect((await press.broadsheet(`takedown articles/2026/storm.md ${NOW}`)).code).toBe(0);
  expect(traces(new Set())).toEqual([]);
});

test("a header that no single line can change is left to a person", async () => {
  const braces = '---\n{ headline: Storm, date: "2026-03-08 09:00", section: world }\n---\nText.\n';
  write(STORY, braces);
  const { code, stderr } = await press.broadsheet(`takedown /2026/03/08/storm/ ${NOW}`);
  expect(code).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "content/articles/2026/storm.md error: The status cannot be set by changing one line of this header.
      Write “status: withdrawn” into it by hand, and build the paper.

    1 problem. Nothing was changed; the story is as live as it was.
    "
  `);
  expect(read(STORY)).toBe(braces);
});

test("no link is followed and no pipe waited for, by whatever name it lies in the content", async () => {
  const outside = join(press.root, "outside.md");
  writeFileSync(outside, SECRET);
  symlinkSync(outside, join(press.root, "content/articles/link.md"));
  execFileSync("mkfifo", [join(press.root, "content/articles/pipe.md")]);
  for (const [name, why] of [
    ["link", "This is a symbolic link"],
    ["pipe", "“pipe.md” is a pipe"],
  ]) {
    const { code, stderr } = await press.broadsheet(`takedown articles/${name}.md ${NOW}`);
    expect([code, stderr]).toEqual([1, expect.stringContaining(why ?? "")]);
  }
  expect(read("outside.md")).toBe(SECRET);
  expect(lstatSync(join(press.root, "content/articles/link.md")).isSymbolicLink()).toBe(true);
});
