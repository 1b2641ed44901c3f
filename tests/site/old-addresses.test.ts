// Old addresses lead on to where a story is now.

import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { problems, site } from "../support/site.ts";

const story = (file: string, headline: string, lines = "") => `
-- content/articles/${file}.md --
---
headline: ${headline}
date: 2026-03-08
section: world
${lines}---
The text of ${headline}.
`;

const ARCHIVE = `
${story("storm", "Storm", "aliases: [/2026/03/07/storm/, /old/storm/]\n")}
${story("killed", "Killed", "status: killed\naliases: [/old/killed/]\ncorrections: [{ date: 2026-03-09, kind: correction, text: It was not so. }]\n")}
${story("gone", "Gone", "status: withdrawn\naliases: [/old/gone/]\n")}
${story("draft", "Draft", "status: draft\naliases: [/old/draft/]\n")}
-- content/pages/about.md --
---
title: About
aliases: [/who-we-are/]
---
Who we are, and [where](/who-we-are/).
-- content/pages/former.md --
---
title: Former
status: withdrawn
aliases: [/once/]
---
What was.
`;

test("an old address is a page that sends its readers on, in one step", async () => {
  await using built = await site(ARCHIVE);
  expect(built.text("/old/storm/")).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="en" dir="ltr"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>This page has moved</title><meta name="robots" content="noindex"/><link rel="canonical" href="https://news.example.org/2026/03/08/storm/"/><meta http-equiv="refresh" content="0; url=/2026/03/08/storm/"/><meta name="color-scheme" content="light dark"/></head><body><main><h1>This page has moved</h1><p><a href="/2026/03/08/storm/">https://news.example.org/2026/03/08/storm/</a></p></main></body></html>
    "
  `);
});

test("every old address leads straight to a page that answers itself", async () => {
  await using built = await site(ARCHIVE, { baseUrl: "https://example.org/a%20paper" });
  const targets = [
    "/2026/03/07/storm/",
    "/old/storm/",
    "/old/killed/",
    "/old/gone/",
    "/who-we-are/",
    "/once/",
  ].map((address) => {
    const page = built.page(address);
    const href = page("main a").attr("href") ?? "";
    expect(page("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=${href}`);
    expect(page("link[rel=canonical]").attr("href")).toBe(`https://example.org${href}`);
    expect(built.page(href.replace("/a%20paper", ""))("meta[http-equiv=refresh]").length).toBe(0);
    return `${address} -> ${href}`;
  });
  expect(targets).toMatchInlineSnapshot(`
    [
      "/2026/03/07/storm/ -> /a%20paper/2026/03/08/storm/",
      "/old/storm/ -> /a%20paper/2026/03/08/storm/",
      "/old/killed/ -> /a%20paper/2026/03/08/killed/",
      "/old/gone/ -> /a%20paper/2026/03/08/gone/",
      "/who-we-are/ -> /a%20paper/about/",
      "/once/ -> /a%20paper/former/",
    ]
  `);
  expect(built.has("/old/draft/")).toBe(false);
});

test("a validator finds no fault on it, and no word of the story", async () => {
  await using built = await site(ARCHIVE);
  const html = built.text("/old/gone/");
  const { results } = await new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "doctype-style": "off", "void-style": "off" },
  }).validateString(html);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  expect(html).not.toContain("Gone");
});

test("a page that was withdrawn leaves the footer, and its address says so", async () => {
  await using built = await site(ARCHIVE);
  expect(built.texts("/former/", "h1")).toEqual(["No longer published"]);
  expect(built.texts("/", "footer a")).not.toContain("Former");
});

test("a preview of a draft leads on from its old addresses too", async () => {
  await using built = await site(ARCHIVE, { drafts: true });
  expect(built.page("/old/draft/")("main a").attr("href")).toBe("/2026/03/08/draft/");
});

test("old addresses that differ in capitals only are one to many disks", async () => {
  const twins = story("storm", "Storm", "aliases: [/2026/03/08/Storm/, /old/, /OLD/, /old/]\n");
  expect(await problems(twins)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: The old address “/2026/03/08/Storm/” and the one of today, “/2026/03/08/storm/”, are one to many disks and servers.
      5 | aliases: [/2026/03/08/Storm/, /old/, /OLD/, /old/]
        |           ^
      Take it out of “aliases”, and give the story the slug that readers were given.

    content/articles/storm.md:5:38 error: The old address “/OLD/” and another, “/old/”, are one to many disks and servers.
      5 | aliases: [/2026/03/08/Storm/, /old/, /OLD/, /old/]
        |                                      ^
      Keep the one that readers were given."
  `);
});

test("a page's old addresses are held to the same rules", async () => {
  const page =
    "-- content/pages/about.md --\n---\ntitle: About\naliases: [who, /world/]\n---\nWe.\n";
  expect(await problems(page)).toMatchInlineSnapshot(`
    "content/pages/about.md:3:11 error: The old address “who” does not begin and end with a slash.
      3 | aliases: [who, /world/]
        |           ^
      Write it as it stands after the paper's own address, such as /2019/05/31/storm/.

    content/pages/about.md:3:16 error: The old address “/world/” is the address of the section “World” now.
      3 | aliases: [who, /world/]
        |                ^
      Take it out of “aliases”: whoever goes there must find what is there now."
  `);
});
