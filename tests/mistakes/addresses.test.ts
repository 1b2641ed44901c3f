// Two things that want one address, and names that cannot be one.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

/** A story at `file`, of the same day as all others here. */
function story(file: string, lines = "", required = REQUIRED): string {
  return `-- content/articles/${file} --\n---\n${required}${lines}---\nThe wind rose.\n`;
}
const REQUIRED = "headline: Storm\ndate: 2026-03-08\nsection: world\n";

test("a slug with a space or a slash is told one that works", async () => {
  expect(await problems(storyWith("slug: Storm of the/century"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:7 error: The slug “Storm of the/century” is not made of letters, digits and single hyphens.
      5 | slug: Storm of the/century
      Write, for example: slug: storm-of-the-century"
  `);
});

test("a file name that is no slug is told the way out", async () => {
  expect(await problems(story("sturm_&_drang!.md"))).toMatchInlineSnapshot(`
    "content/articles/sturm_&_drang!.md error: The slug “sturm_&_drang!” is not made of letters, digits and single hyphens.
      Rename the file, or add a line such as “slug: sturm-drang” to its header."
  `);
});

test("a slug that Windows reserves is refused", async () => {
  expect(await problems(storyWith("slug: con"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:7 error: The slug “con” is a name that Windows reserves.
      5 | slug: con
      Write, for example: slug: the-con"
  `);
});

test("a slug too long for a disk is refused", async () => {
  expect(await problems(storyWith(`slug: ${"storm-".repeat(40)}end`))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:7 error: The slug “storm-storm-storm-storm-storm-storm-storm-storm-storm-storm…” is longer than 200 bytes.
      5 | slug: storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-stor…
      Write, for example: slug: storm-storm-storm-storm-storm-storm-storm-storm-storm-storm"
  `);
});

test("a slug with a character that cannot be seen is refused", async () => {
  expect(await problems(storyWith("slug: sto\u200Brm"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:7 error: The slug “sto<U+200B>rm” holds a character that cannot be seen.
      5 | slug: sto<U+200B>rm
      Write, for example: slug: storm"
  `);
});

test("two stories with one address are refused, once", async () => {
  expect(await problems(story("a/storm.md") + story("b/storm.md"))).toMatchInlineSnapshot(`
    "content/articles/b/storm.md error: This and articles/a/storm.md would share the address /2026/03/08/storm/.
      Give one of the two another “slug”."
  `);
});

test("two stories with one address are refused even if their ids differ", async () => {
  expect(await problems(story("a/storm.md", "id: a\n") + story("b/storm.md", "id: b\n")))
    .toMatchInlineSnapshot(`
      "content/articles/b/storm.md error: This and articles/a/storm.md would share the address /2026/03/08/storm/.
        Give one of the two another “slug”."
    `);
});

test("upper and lower case are one address to many disks", async () => {
  expect(await problems(story("a/storm.md") + story("b/Storm.md"))).toMatchInlineSnapshot(`
    "content/articles/b/Storm.md error: The address /2026/03/08/Storm/ and that of articles/a/storm.md, /2026/03/08/storm/, are one to many disks and servers.
      Give one of the two another “slug”."
  `);
});

test("an accent in two notations is one address", async () => {
  expect(await problems(story("a/caf\u00e9.md") + story("b/cafe\u0301.md"))).toMatchInlineSnapshot(`
    "content/articles/b/café.md error: This and articles/a/café.md would share the address /2026/03/08/café/.
      Give one of the two another “slug”."
  `);
});

const AT_THE_ROOT = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: UTC
sections: [{ slug: world, title: World }]
addresses: { article: "/:slug/" }
`;

test("a story and a page cannot have one address", async () => {
  const page = "-- content/pages/about.md --\n---\ntitle: About\n---\nWho we are.\n";
  expect(await problems(AT_THE_ROOT + page + story("about.md"))).toMatchInlineSnapshot(`
    "content/articles/about.md error: This and pages/about.md would share the address /about/.
      Give the story another “slug”."
  `);
});

test("a story and a section cannot have one address", async () => {
  expect(await problems(AT_THE_ROOT + story("world.md"))).toMatchInlineSnapshot(`
    "content/articles/world.md error: This and the section “World” would share the address /world/.
      Give the story another “slug”."
  `);
});

test("a page and a section cannot have one address", async () => {
  const page = "-- content/pages/politics.md --\n---\ntitle: Politics\n---\nOurs.\n";
  expect(await problems(page + story("storm.md"))).toMatchInlineSnapshot(`
    "content/pages/politics.md error: This and the section “Politics” would share the address /politics/.
      Rename the page: its place and name are its address."
  `);
});

test("a copied file cannot replace a page", async () => {
  const files = "-- content/files/404.html --\nGone\n-- content/files/world/index.txt --\nhi\n";
  expect(await problems(files + story("storm.md"))).toMatchInlineSnapshot(`
    "content/files/404.html error: “404.html” could run in a reader's browser or on the server.
      “files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …"
  `);
});

test("a file without an ending cannot stand where a page needs a folder", async () => {
  const files = "-- content/files/world --\nhi\n-- content/files/about --\nhi\n";
  const page = "-- content/pages/about.md --\n---\ntitle: About\n---\nWho we are.\n";
  expect(await problems(files + page + story("storm.md"))).toMatchInlineSnapshot(`
    "content/files/world error: This would become a file “world” where the list /world/ needs a folder, for “world/index.html”.
      Give one of the two another slug or file name.

    content/pages/about.md error: This and files/about would share the address /about/.
      Rename the page: its place and name are its address."
  `);
});

test("a clash with a story that is scheduled shows today, not on the morning it goes live", async () => {
  const required = "headline: Storm\ndate: 2026-07-01\nsection: world\n";
  const archive = AT_THE_ROOT + story("world.md", "", required) + story("a/flood.md", "", required);
  expect(await problems(archive + story("b/flood.md", "status: draft\n"))).toMatchInlineSnapshot(`
    "content/articles/b/flood.md error: This and articles/a/flood.md would share the address /flood/.
      Give one of the two another “slug”.

    content/articles/world.md error: This and the section “World” would share the address /world/.
      Give the story another “slug”."
  `);
});

test("the names of pages and authors are addresses too", async () => {
  const archive = `
-- content/pages/about_&_us.md --
---
title: About
---
Who we are.
-- content/authors/jane_&_joe.md --
---
name: Jane and Joe
listed: true
---
${story("storm.md")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/authors/jane_&_joe.md error: The name of the file, “jane_&_joe”, is not made of letters, digits and single hyphens.
      Rename it: the file's name is the author's address.

    content/pages/about_&_us.md error: The address /about_&_us/ has a part, “about_&_us”, that is not made of letters, digits and single hyphens.
      Rename the file: its name is the page's address."
  `);
});

test("an old address is written as an address", async () => {
  expect(
    await problems(story("storm.md", "aliases: [storm.html, https://old.example.org/storm/]\n")),
  ).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: The old address “storm.html” does not begin and end with a slash.
      5 | aliases: [storm.html, https://old.example.org/storm/]
        |           ^
      Write it as it stands after the paper's own address, such as /2019/05/31/storm/.

    content/articles/storm.md:5:23 error: The old address “https://old.example.org/storm/” does not begin and end with a slash.
      5 | aliases: [storm.html, https://old.example.org/storm/]
        |                       ^
      Write it as it stands after the paper's own address, such as /2019/05/31/storm/."
  `);
});

test("an old address cannot be the address of a story that is live", async () => {
  const archive = story("flood.md") + story("storm.md", "aliases: [/2026/03/08/flood/]\n");
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: The old address “/2026/03/08/flood/” is the address of articles/flood.md now.
      5 | aliases: [/2026/03/08/flood/]
        |           ^
      Take it out of “aliases”: whoever goes there must find what is there now."
  `);
});

test("an old address cannot be a section, page or author of today", async () => {
  const page = "-- content/pages/about.md --\n---\ntitle: About\n---\nWho we are.\n";
  const archive = `${page}${story("storm.md", "aliases: [/about/, /politics/]\n")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: The old address “/about/” is the address of pages/about.md now.
      5 | aliases: [/about/, /politics/]
        |           ^
      Take it out of “aliases”: whoever goes there must find what is there now.

    content/articles/storm.md:5:20 error: The old address “/politics/” is the address of the section “Politics” now.
      5 | aliases: [/about/, /politics/]
        |                    ^
      Take it out of “aliases”: whoever goes there must find what is there now."
  `);
});

test("two stories cannot have had one old address", async () => {
  const archive =
    story("flood.md", "aliases: [/2025/weather/]\n") +
    story("storm.md", "aliases: [/2025/weather/]\n");
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: The old address “/2025/weather/” is an old address of articles/flood.md as well.
      5 | aliases: [/2025/weather/]
        |           ^
      Leave it with the one story that had it."
  `);
});

test("a story that has come back to its first address keeps its identity by naming it", async () => {
  expect(await problems(story("storm.md", "aliases: [/2026/03/08/storm/]\n"))).toBe("");
});
