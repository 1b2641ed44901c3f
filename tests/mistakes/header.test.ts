// Mistakes in the lines between the two `---`, as a reporter makes them and as the press answers.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

test("a story without a headline is refused", async () => {
  expect(await problems(storyWith("", "date: 2026-03-08\nsection: world"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The story has no “headline”.
      1 | ---
      Write, for example: headline: Budget: council says no"
  `);
});

test("a section that does not exist names the near miss", async () => {
  expect(await problems(storyWith("", "headline: Storm\ndate: 2026-03-08\nsection: wolrd")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:4:10 error: “wolrd” is not a section of this newspaper.
      4 | section: wolrd
      Did you mean “world”? Sections are listed in site.yaml."
  `);
});

test("a section like no other gets the list of all", async () => {
  expect(await problems(storyWith("", "headline: Storm\ndate: 2026-03-08\nsection: gardening")))
    .toMatchInlineSnapshot(`
      "content/articles/storm.md:4:10 error: “gardening” is not a section of this newspaper.
        4 | section: gardening
        Known: world, politics. Sections are listed in site.yaml."
    `);
});

test("a section's title is not its slug", async () => {
  const archive = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: UTC
sections: [{ slug: world, title: World and Empire }]
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: World and Empire
---
The wind rose at noon.
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:10 error: “World and Empire” is not a section of this newspaper.
      4 | section: World and Empire
      Did you mean “world”? Sections are listed in site.yaml."
  `);
});

test("a misspelt field name names the near miss", async () => {
  expect(await problems(storyWith("standfrist: The wind rose at noon."))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “standfrist” is not a field of a story.
      5 | standfrist: The wind rose at noon.
      Did you mean “standfirst”?"
  `);
});

test("fields of other systems are told their name here", async () => {
  const fields = ["title: Storm", "author: Jane", "tags: [storm]", "draft: true"];
  expect(await problems(storyWith(fields.join("\n")))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “title” is not a field of a story.
      5 | title: Storm
      Write “headline” instead.

    content/articles/storm.md:6:1 error: “author” is not a field of a story.
      6 | author: Jane
      Write “authors” instead.

    content/articles/storm.md:7:1 error: “tags” is not a field of a story.
      7 | tags: [storm]
      Write “topics” instead.

    content/articles/storm.md:8:1 error: “draft” is not a field of a story.
      8 | draft: true
      Write “status: draft” instead of “draft: true”, and nothing at all when the story is ready."
  `);
});

test("no field steers the press", async () => {
  const fields = ["permalink: /storm/", "layout: story.njk", "eleventyComputed: {}"];
  expect(await problems(storyWith(fields.join("\n")))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “permalink” is not a field of a story.
      5 | permalink: /storm/
      Write “slug” for the last part of the address; its folders come from “addresses” in site.yaml.

    content/articles/storm.md:6:1 error: “layout” is not a field of a story.
      6 | layout: story.njk
      Every page of a kind looks the same; change the look in “layouts/”. Delete this field.

    content/articles/storm.md:7:1 error: “eleventyComputed” is not a field of a story.
      7 | eleventyComputed: {}
      What a story says never steers the press. Delete this field."
  `);
});

test("a yes is not true", async () => {
  expect(await problems(storyWith('noindex: "yes"'))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: “noindex” is “yes”, neither true nor false.
      5 | noindex: "yes"
      Write noindex: true or noindex: false, without quotes."
  `);
});

test("one topic is still a list", async () => {
  expect(await problems(storyWith("topics: storm"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: “topics” is “storm”, not a list.
      5 | topics: storm
      Write topics: [storm], or each entry on a line of its own after “- ”."
  `);
});

test("a headline is one text, not a list", async () => {
  const required = "headline:\n  - Storm\n  - Flood\ndate: 2026-03-08\nsection: world";
  expect(await problems(storyWith("", required))).toMatchInlineSnapshot(`
    "content/articles/storm.md:3:1 error: “headline” goes on below its line.
      3 |   - Storm
      Write it on one line, however long, or put “>” behind “headline:” and the whole text below."
  `);
});

test("an empty headline is no headline", async () => {
  expect(await problems(storyWith("", "headline:\ndate: 2026-03-08\nsection: world")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:2:1 error: “headline” is empty.
      2 | headline:
      Write, for example: headline: Budget: council says no"
  `);
});

test("a headline that runs on below its line is refused, not shortened", async () => {
  const required = "headline: Storm closes\n  the harbour\ndate: 2026-03-08\nsection: world";
  expect(await problems(storyWith("", required))).toMatchInlineSnapshot(`
    "content/articles/storm.md:3:1 error: “headline” goes on below its line.
      3 |   the harbour
      Write it on one line, however long, or put “>” behind “headline:” and the whole text below."
  `);
});

test("a field written twice is refused: nobody knows which was meant", async () => {
  expect(await problems(storyWith("headline: Flood"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: The field “headline” stands here a second time.
      5 | headline: Flood
      Keep one of the two."
  `);
});

test("a kind of story the press does not know names the near miss", async () => {
  expect(await problems(storyWith("genre: opinoin"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:8 error: “genre” is “opinoin”, which the press does not know.
      5 | genre: opinoin
      Did you mean “opinion”? It may be “news”, “analysis”, “opinion”, “review”, “explainer”, “obituary”, “sponsored” or “satire”."
  `);
});

test("a status the press does not know is refused, so that nothing is published by a slip", async () => {
  expect(await problems(storyWith("status: drfat"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: “status” is “drfat”, which the press does not know.
      5 | status: drfat
      Did you mean “draft”? It may be “published”, “draft”, “killed” or “withdrawn”."
  `);
});

test("a language is not a country", async () => {
  expect(await problems(storyWith("language: jp"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: “language” is “jp”, which is not a language tag.
      5 | language: jp
      Did you mean “ja”?"
  `);
});

test("a correction needs its date, its kind and its text", async () => {
  expect(await problems(storyWith("corrections:\n  - { kind: corection }"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:6:5 error: Entry 1 of “corrections” has no “date”.
      6 |   - { kind: corection }
      Write, for example: date: 2019-06-02 09:00

    content/articles/storm.md:6:5 error: Entry 1 of “corrections” has no “text”.
      6 |   - { kind: corection }
      Write, for example: text: An earlier version misspelled the name of the river.

    content/articles/storm.md:6:13 error: “kind” of entry 1 of “corrections” is “corection”, which the press does not know.
      6 |   - { kind: corection }
        |             ^
      Did you mean “correction”? It may be “correction”, “clarification”, “editors-note” or “update”."
  `);
});

test("a text with a colon wants quotes where it is not a headline", async () => {
  expect(await problems(storyWith("series: Storms: a history"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: The text of “series” cannot be read as it stands.
      5 | series: Storms: a history
      Put it in quotes: series: "Storms: a history""
  `);
});

test("words behind a # would be lost", async () => {
  expect(await problems(storyWith("series: Storms # and floods"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: This text would end before “# and floods”: what follows “ #” counts as a comment.
      5 | series: Storms # and floods
      Put the text in quotes: "Storms # and floods". If it is a comment, give it a line of its own."
  `);
});

test("a hashtag in a list would take the bracket with it", async () => {
  expect(await problems(storyWith("topics: [Storms, #MeToo]"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:18 error: What follows “#” counts as a comment, and so the bracket behind it is not read.
      5 | topics: [Storms, #MeToo]
        |                  ^
      Put the text that holds the “#” in quotes, as in ["#MeToo"]."
  `);
});

test("brackets in which a colon stands are not put in quotes as if they were one text", async () => {
  expect(await problems(storyWith("seo: { title: Storms: a history }"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:6 error: What stands in these brackets cannot be read.
      5 | seo: { title: Storms: a history }
      Put each text in them that holds a colon in quotes, or the whole if the brackets belong to the text."
  `);
});

test("nothing in quotes is neither a date nor a list", async () => {
  expect(await problems(storyWith("updated: ~\ntopics: null"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: “updated” is “~”, which is read as “nothing”.
      5 | updated: ~
      Write a value after it, or delete it if it is not needed.

    content/articles/storm.md:6:9 error: “topics” is “null”, which is read as “nothing”.
      6 | topics: null
      Write a value after it, or delete it if it is not needed."
  `);
});

test("one value cannot stand for another", async () => {
  const lines = "image: &picture { src: a.jpg, alt: A, credit: B }\nsocial: { image: *picture }";
  expect(await problems(storyWith(lines))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:8 error: What begins with “&” or “*” would stand for another value, and that is not read.
      5 | image: &picture { src: a.jpg, alt: A, credit: B }
      Write the value out, or put it in quotes if the “&” or “*” belongs to the text.

    content/articles/storm.md:6:18 error: What begins with “&” or “*” would stand for another value, and that is not read.
      6 | social: { image: *picture }
        |                  ^
      Write the value out, or put it in quotes if the “&” or “*” belongs to the text."
  `);
});

test("a value cannot name its own type", async () => {
  expect(await problems(storyWith("series: !!str 1984"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: “!!str” would name a type, and that is not read: a value is what it looks like.
      5 | series: !!str 1984
      Delete it, or put the whole text in quotes if the “!” belongs to it."
  `);
});

test("a tab does not indent", async () => {
  expect(await problems(storyWith("image:\n\tsrc: storm.jpg"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:6:1 error: This line is indented with a tab.
      6 | →src: storm.jpg
      Indent with spaces: two for each level."
  `);
});

test("a header that never ends is refused", async () => {
  const archive = `
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world

The wind rose at noon.
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The header has no end: there is no second line “---”.
      1 | ---
      Put a line “---” between the last field and the text."
  `);
});

test("a text without a header is refused", async () => {
  expect(await problems("-- content/articles/storm.md --\nThe wind rose at noon.\n"))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The file does not begin with a header.
      1 | The wind rose at noon.
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again."
  `);
});

test("a header in a programming language is never run", async () => {
  const archive = `
-- content/articles/storm.md --
---js
{ headline: process.env.HOME }
---
The wind rose at noon.
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The header opens with “---js”: only plain fields are read, and nothing is ever run.
      1 | ---js
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again."
  `);
});

test("a header in another notation is refused", async () => {
  const archive = `
-- content/articles/storm.md --
+++
title = "Storm"
+++
The wind rose at noon.
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The header opens with “+++”: only plain fields are read, and nothing is ever run.
      1 | +++
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again."
  `);
});

test("a header that says nothing is refused", async () => {
  expect(await problems("-- content/articles/storm.md --\n---\n---\nThe wind rose.\n"))
    .toMatchInlineSnapshot(`
      "content/articles/storm.md:1:1 error: The story has no “headline”.
        1 | ---
        Write, for example: headline: Budget: council says no

      content/articles/storm.md:1:1 error: The story has no “date”.
        1 | ---
        Write, for example: date: 2026-03-08 21:30

      content/articles/storm.md:1:1 error: The story has no “section”.
        1 | ---
        Write, for example: section: world"
    `);
});

test("one header does not fill the site with lists or old addresses", async () => {
  const many = (count: number, one: (index: number) => string) =>
    `[${Array.from({ length: count }, (_, index) => one(index)).join(", ")}]`;
  const topics = (count: number) => `topics: ${many(count, (index) => `t${index}`)}`;
  const aliases = (count: number) => `aliases: ${many(count, (index) => `/old/${index}/`)}`;
  expect(await problems(storyWith(`${topics(50)}\n${aliases(100)}`))).toBe("");
  expect(await problems(storyWith(`${topics(51)}\n${aliases(101)}`))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: “topics” has more than 50 entries.
      5 | topics: [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t…
      Write, for example: topics: [Elections, Tram]

    content/articles/storm.md:6:10 error: “aliases” has more than 100 entries.
      6 | aliases: [/old/0/, /old/1/, /old/2/, /old/3/, /old/4/, /old/5/, /old/6/, /old/7/, /old/8/, /old/9/, …"
  `);
});
