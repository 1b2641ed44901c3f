// An address that was published goes on answering: with the story, with a page that leads to it, or
// with a notice. A build that would lose one is refused, and says which file had it and what to do.

import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";

const STORM = `---
headline: Storm
date: 2026-03-08 09:00
section: world
topics: [Weather]
---
The wind rose at noon.
`;

const ARCHIVE = `
-- content/articles/storm.md --
${STORM}
-- content/articles/2025/flood.md --
---
headline: Flood
date: 2025-12-31 09:00
section: world
aliases: [/2025/12/30/flood/, /old/high-water/]
---
The river rose.
-- content/pages/about.md --
---
title: About
---
Who we are.
`;

/** The paper, and hands to change its content with. */
async function paper() {
  const built = await site(ARCHIVE);
  const path = (file: string) => join(built.content.contentFolder, file);
  return {
    built,
    write: (file: string, text: string) => writeFileSync(path(file), text),
    edit: (file: string, from: string, to: string) => {
      const text = readFileSync(path(file), "utf8");
      expect(text).toContain(from);
      writeFileSync(path(file), text.replace(from, to));
    },
    rename: (from: string, to: string) => renameSync(path(from), path(to)),
    remove: (file: string) => rmSync(path(file)),
    [Symbol.asyncDispose]: () => built[Symbol.asyncDispose](),
  };
}

/** Every live file with its bytes and its time. */
function live(built: BuiltSite) {
  return built.files().map((file) => {
    const path = join(built.output, file);
    return [file, readFileSync(path, "base64"), statSync(path).mtimeMs];
  });
}

/** The report with which a build is refused; what is live must be as it was. */
async function refusal(built: BuiltSite, now?: string): Promise<string> {
  const before = live(built);
  const report = await built.rebuild("", now === undefined ? {} : { now }).then(
    () => "it was published",
    (error: Error) => error.message,
  );
  expect(live(built)).toEqual(before);
  return report;
}

const OLD = "/2026/03/08/storm/";

test("a deleted story", async () => {
  await using p = await paper();
  p.remove("articles/storm.md");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The address /2026/03/08/storm/ has been published, and would be lost: no file has it any more.
      Write the file back, with “status: withdrawn” if readers must not see it. If it has another name now, write “aliases: [/2026/03/08/storm/]” into its header."
  `);
});

test("a deleted page", async () => {
  await using p = await paper();
  p.remove("pages/about.md");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/pages/about.md error: The address /about/ has been published, and would be lost: no file has it any more.
      Write the file back, with “status: withdrawn” if readers must not see it. If it has another name now, write “aliases: [/about/]” into its header."
  `);
});

test("a renamed file, of nearly the same name or alone on its day", async () => {
  await using p = await paper();
  p.rename("articles/storm.md", "articles/storms.md");
  const report = await refusal(p.built);
  expect(report).toMatchInlineSnapshot(`
    "content/articles/storms.md error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is /2026/03/08/storms/ now.
      Write “aliases: [/2026/03/08/storm/]” into its header, or give it its old address back."
  `);
  p.rename("articles/storms.md", "articles/gale-force.md");
  expect(await refusal(p.built)).toBe(report.replaceAll("storms", "gale-force"));
});

test("a renamed page", async () => {
  await using p = await paper();
  p.rename("pages/about.md", "pages/who-we-are.md");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/pages/who-we-are.md error: The address /about/ has been published, and would be lost: most probably this had it, and it is /who-we-are/ now.
      Write “aliases: [/about/]” into its header, or give it its old address back."
  `);
});

test("a story that becomes a draft", async () => {
  await using p = await paper();
  p.edit("articles/storm.md", "topics", "status: draft\ntopics");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is a draft now.
      5 | status: draft
      Publish it again; if readers must not see it, write “status: withdrawn”."
  `);
});

test("a story that is put off", async () => {
  await using p = await paper();
  p.edit("articles/storm.md", "date: 2026-03-08 09:00", "date: 2026-12-24 09:00");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/storm.md:3:7 error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is to appear on 2026-12-24 09:00 only.
      3 | date: 2026-12-24 09:00
      Write when it first appeared; if readers must not see it, write “status: withdrawn” as well. If that date has passed, this machine’s clock is wrong."
  `);
});

test("another date, and another slug", async () => {
  await using p = await paper();
  p.edit("articles/storm.md", "date: 2026-03-08", "date: 2026-03-09");
  p.edit("articles/2025/flood.md", "section", "slug: high-tide\nsection");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/2025/flood.md:6:10 error: The address /2025/12/31/flood/ has been published, and would be lost: most probably this had it, and it is /2025/12/31/high-tide/ now.
      6 | aliases: [/2025/12/30/flood/, /old/high-water/]
      Write “aliases: [/2025/12/30/flood/, /old/high-water/, /2025/12/31/flood/]” into its header, or give it its old address back.

    content/articles/storm.md error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is /2026/03/09/storm/ now.
      Write “aliases: [/2026/03/08/storm/]” into its header, or give it its old address back."
  `);
});

test("another pattern of addresses", async () => {
  await using p = await paper();
  p.edit("site.yaml", "language: en", 'language: en\naddresses: { article: "/:section/:slug/" }');
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/2025/flood.md:5:10 error: The address /2025/12/31/flood/ has been published, and would be lost: most probably this had it, and it is /world/flood/ now.
      5 | aliases: [/2025/12/30/flood/, /old/high-water/]
      Write “aliases: [/2025/12/30/flood/, /old/high-water/, /2025/12/31/flood/]” into its header, or give it its old address back.

    content/articles/storm.md error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is /world/storm/ now.
      Write “aliases: [/2026/03/08/storm/]” into its header, or give it its old address back."
  `);
});

test("an old address that is taken out of its header", async () => {
  await using p = await paper();
  p.edit("articles/2025/flood.md", ", /old/high-water/", "");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/pages/old/high-water.md error: The address /old/high-water/ has been published, and would be lost: no file has it any more.
      Write the file back, with “status: withdrawn” if readers must not see it. If it has another name now, write “aliases: [/old/high-water/]” into its header."
  `);
  p.edit("articles/2025/flood.md", "aliases: [/2025/12/30/flood/]\n", "");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/2025/flood.md error: The address /2025/12/30/flood/ has been published, and would be lost: this had it, or one of the same name that is not there any more.
      Write “aliases: [/2025/12/30/flood/]” into its header; or write the other file back, with “status: withdrawn”.

    content/pages/old/high-water.md error: The address /old/high-water/ has been published, and would be lost: no file has it any more.
      Write the file back, with “status: withdrawn” if readers must not see it. If it has another name now, write “aliases: [/old/high-water/]” into its header."
  `);
});

test("capitals", async () => {
  await using p = await paper();
  p.edit("articles/storm.md", "topics", "slug: Storm\ntopics");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is /2026/03/08/Storm/ now.
      Give it its old name back: addresses that differ in capitals only are one to many disks."
  `);
});

test("a page whose address becomes that of a section", async () => {
  await using p = await paper();
  p.remove("pages/about.md");
  p.edit("site.yaml", "  - { slug: world", "  - { slug: about, title: About }\n  - { slug: world");
  expect(await refusal(p.built)).toMatchInlineSnapshot(`
    "content/pages/about.md error: The address /about/ has been published as that of a story or page, and would be that of a list.
      Give the section, topic, series or author another name: an address does not come to mean something else."
  `);
});

test("a clock that goes back unpublishes nothing", async () => {
  await using p = await paper();
  expect(await refusal(p.built, "2026-03-08T08:59:59Z")).toBe(
    "The clock says 2026-03-08T08:59:59+00:00, but this paper was last published as of 2026-06-01T12:00:00+00:00: what has come out since would vanish.",
  );
  // Another output's publish has left its word since: when this one was published is not known.
  await (await paper())[Symbol.asyncDispose]();
  expect(await refusal(p.built, "2026-03-08T08:59:59Z")).toMatchInlineSnapshot(`
    "content/articles/storm.md:3:7 error: The address /2026/03/08/storm/ has been published, and would be lost: most probably this had it, and it is to appear on 2026-03-08 09:00 only.
      3 | date: 2026-03-08 09:00
      Write when it first appeared; if readers must not see it, write “status: withdrawn” as well. If that date has passed, this machine’s clock is wrong."
  `);
});

test("naming the old address cures it, and the address leads on, however often the story moves", async () => {
  await using p = await paper();
  p.rename("articles/storm.md", "articles/gale.md");
  p.edit("articles/gale.md", "topics", `aliases: [${OLD}]\ntopics`);
  await p.built.rebuild();
  p.rename("articles/gale.md", "articles/hurricane.md");
  p.edit("articles/hurricane.md", `[${OLD}]`, `[${OLD}, /2026/03/08/gale/]`);
  await p.built.rebuild();
  for (const old of [OLD, "/2026/03/08/gale/"]) {
    expect(p.built.page(old)("main a").attr("href")).toBe("/2026/03/08/hurricane/");
  }
  // Back where it began: the first address is its own again, and the others lead there.
  p.rename("articles/hurricane.md", "articles/storm.md");
  const aliases = `[${OLD}, /2026/03/08/gale/`;
  p.edit("articles/storm.md", aliases, `${aliases}, /2026/03/08/hurricane/`);
  await p.built.rebuild();
  expect(p.built.texts(OLD, "h1")).toEqual(["Storm"]);
  expect(p.built.page("/2026/03/08/hurricane/")("main a").attr("href")).toBe(OLD);
});

test("another story may take the old address over", async () => {
  await using p = await paper();
  p.remove("articles/storm.md");
  p.edit("articles/2025/flood.md", "high-water/", `high-water/, ${OLD}`);
  await p.built.rebuild();
  expect(p.built.page(OLD)("main a").attr("href")).toBe("/2025/12/31/flood/");
});

test("withdrawing cures it, even of a story of which nothing is left but its name", async () => {
  await using p = await paper();
  p.write(
    "articles/storm.md",
    "---\nheadline: Withdrawn\ndate: 2026-03-08 09:00\nsection: world\nstatus: withdrawn\n---\n",
  );
  p.edit("pages/about.md", "title: About", "title: About\nstatus: withdrawn");
  await p.built.rebuild();
  expect(p.built.texts(OLD, "h1")).toEqual(["No longer published"]);
  expect(p.built.texts("/about/", "h1")).toEqual(["No longer published"]);
});

test("a list may vanish, and a preview loses nothing", async () => {
  await using p = await paper();
  expect(p.built.has("/topics/weather/")).toBe(true);
  p.edit("articles/storm.md", "topics: [Weather]\n", "");
  p.edit("site.yaml", "  - { slug: politics, title: Politics }\n", "");
  await p.built.rebuild();
  expect(p.built.has("/topics/weather/")).toBe(false);
  expect(p.built.has("/politics/")).toBe(false);
  await using preview = await site(ARCHIVE, { drafts: true });
  rmSync(join(preview.content.contentFolder, "articles/storm.md"));
  await preview.rebuild();
});

test("where the record is damaged, nothing is known and nothing refused", async () => {
  await using p = await paper();
  writeFileSync(join(p.built.output, ".well-known/broadsheet.json"), "{");
  p.remove("articles/storm.md");
  expect((await p.built.rebuild()).stories).toBe(1);
});
