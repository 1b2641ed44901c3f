// Compressed copies beside the texts of a paper: what a server hands out in the place of a file must
// say what the file says, at every moment, and nothing that the paper says no more.

import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { takedown } from "../../src/desk/takedown.ts";
import { SEARCHABLE } from "../support/searchable-paper.ts";
import { filesOf } from "../support/files-of.ts";
import { type BuiltSite, orderFor, site } from "../support/site.ts";
import { stories } from "../support/stories.ts";

const story = (slug: string, text: string, header = "") => `
-- articles/${slug}.md --
---
headline: What the ${slug} said
date: 2026-05-01 09:00
section: world
${header}---
${text}
`;

const PAPER = story("storm", "The wind rose at noon.") + story("calm", "Nothing moved.");
const STORM = "2026/05/01/storm/index.html";
const CALM = "2026/05/01/calm/index.html";
const COMPRESSED = { ownState: true, compress: true } as const;

const isCopy = (file: string) => /\.(?:br|gz)$/.test(file);
const copies = (paper: BuiltSite) => paper.files().filter(isCopy);
const unpacked = (path: string) =>
  path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : brotliDecompressSync(readFileSync(path));
const modified = (paper: BuiltSite, file: string) => statSync(join(paper.output, file)).mtimeMs;

/** Every copy that there is unpacks to its file, and every text that is worth it has both. */
function expectTrueCopies(paper: BuiltSite): void {
  const { output } = paper;
  const all = paper.files();
  const texts = all.filter(
    (file) =>
      /\.(?:html|css|js|xml|json|txt|svg|webmanifest)$/.test(file) &&
      !file.startsWith(".well-known/broadsheet") &&
      statSync(join(output, file)).size >= 512,
  );
  expect(all.filter(isCopy)).toEqual(texts.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
  for (const copy of all.filter(isCopy)) {
    const file = readFileSync(join(output, copy.slice(0, -3)));
    expect([copy, unpacked(join(output, copy)).equals(file)]).toEqual([copy, true]);
  }
}

test("each page, style sheet and feed has copies that unpack to it", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  expectTrueCopies(paper);
  expect(copies(paper)).toEqual(
    expect.arrayContaining([`${STORM}.br`, `${STORM}.gz`, "feed.xml.gz", "sitemaps/pages.xml.br"]),
  );
  expect(copies(paper).filter((file) => /\.(?:png|webp|avif|jpg|woff2)\./.test(file))).toEqual([]);
  const { all = 0, made } = paper.summary.copies ?? {};
  expect([all, made]).toEqual([copies(paper).length, copies(paper).length]);
});

test("copies change with their files and at the same time; all others stay untouched", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  const before = modified(paper, `${CALM}.gz`);
  const edited = await paper.rebuild(story("storm", "The wind rose at one o’clock."));
  expectTrueCopies(paper);
  expect(edited.copies?.made).toBeGreaterThan(0);
  expect(edited.copies?.made).toBeLessThan(edited.copies?.all ?? 0);
  expect(unpacked(join(paper.output, `${STORM}.br`)).toString()).toContain("one o’clock");
  expect(modified(paper, `${STORM}.gz`)).toBe(modified(paper, STORM));
  expect(modified(paper, `${CALM}.gz`)).toBe(before);
  const again = await paper.rebuild();
  expect([again.copies?.made, again.files.written]).toEqual([0, 0]);
});

test("after every kind of edit the paper is what a first build of it would be", async () => {
  await using paper = await site(PAPER + stories(30, "world"), COMPRESSED);
  for (const edit of [
    story("storm", "The wind rose at one o’clock."),
    story("calm", "Nothing moved.", "topics: [weather]\n"),
    story("flood", "Then the water came."),
    story("calm", "Nothing moved.", "status: withdrawn\n"),
  ]) {
    await paper.rebuild(edit);
    expectTrueCopies(paper);
    const built = filesOf(paper.output);
    await paper.rebuild("", { clean: true });
    expect(filesOf(paper.output)).toEqual(built);
  }
});

test("a withdrawn story’s words leave with its copies, by a build or a takedown", async () => {
  await using paper = await site(PAPER.replace("Nothing moved", "A canary sang"), COMPRESSED);
  const isHeard = () =>
    paper.files().filter((file) => {
      const path = join(paper.output, file);
      return (isCopy(file) ? unpacked(path) : readFileSync(path)).includes("canary sang");
    });
  expect(isHeard()).toContain(`${CALM}.gz`);
  const order = orderFor(paper.content, { ownState: true });
  const result = await takedown("articles/calm.md", order);
  expect(result.kind).toBe("taken down");
  expect(isHeard()).toEqual([]);
  expectTrueCopies(paper);
  expect(paper.has(`/${STORM}.gz`)).toBe(true);
  rmSync(join(paper.content.contentFolder, "articles/storm.md"));
  await paper.rebuild(story("storm", "Gone.", "status: withdrawn\n"));
  expectTrueCopies(paper);
});

test("without the option they go, whatever else has changed, and come back with it", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  const withCopies = filesOf(paper.output);
  const without = await paper.rebuild("", { compress: false });
  expect([copies(paper), without.copies]).toEqual([[], undefined]);
  expect(paper.text("/.well-known/broadsheet.json")).not.toContain(".gz");
  await paper.rebuild();
  expect(filesOf(paper.output)).toEqual(withCopies);
});

test("a copy that somebody has altered or deleted is made again", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  writeFileSync(join(paper.output, `${STORM}.gz`), "not what we wrote");
  rmSync(join(paper.output, `${CALM}.br`));
  expect((await paper.rebuild()).copies?.made).toBe(2);
  expectTrueCopies(paper);
});

test("a file of the newsroom that has a copy’s name stays what it is", async () => {
  const text = "Wind, in knots. ".repeat(100);
  await using paper = await site(
    `${PAPER}\n-- files/wind.txt --\n${text}\n-- files/wind.txt.gz --\nTheir own.\n`,
    COMPRESSED,
  );
  const wind = copies(paper).filter((file) => file.includes("wind.txt"));
  const own = wind.find((file) => file.endsWith(".gz"));
  expect([wind.length, paper.text(`/${own}`)]).toEqual([2, "Their own.\n"]);
  rmSync(join(paper.content.contentFolder, "files/wind.txt.gz"));
  await paper.rebuild();
  expectTrueCopies(paper);
});

test("where the record of the paper is damaged, no old copy stays in front of a new page", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  writeFileSync(join(paper.output, ".well-known/broadsheet.json"), "{");
  await paper.rebuild(story("calm", "Gone.", "status: withdrawn\n"), { compress: false });
  expect(copies(paper)).toEqual([]);
});

test("the search is compressed too, and is not indexed again for that", async () => {
  await using paper = await site(SEARCHABLE, COMPRESSED);
  expectTrueCopies(paper);
  expect(copies(paper).some((file) => file.startsWith("search/"))).toBe(true);
  const again = await paper.rebuild();
  expect([again.search?.indexed, again.copies?.made, again.files.written]).toEqual([0, 0, 0]);
});

test("each release has the copies of its own files", async () => {
  await using paper = await site(PAPER, COMPRESSED);
  rmSync(paper.output, { recursive: true });
  const order = { ...orderFor(paper.content, COMPRESSED), way: "as releases" } as const;
  await build(order);
  await paper.content.write(story("storm", "The wind rose at one o’clock."));
  await build(order);
  for (const [release, words] of [
    ["releases/000001", "at noon"],
    ["current", "one o’clock"],
  ] as const) {
    const copy = join(paper.output, release, `${STORM}.gz`);
    expect(existsSync(copy)).toBe(true);
    expect(unpacked(copy).toString()).toContain(words);
  }
});
