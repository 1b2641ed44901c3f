// Words in a header that lead to something else: authors, related stories, topics.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

test("an author without a file names the near miss", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
---
${storyWith("authors: [jane-deo]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: There is no author “jane-deo”.
      5 | authors: [jane-deo]
        |           ^
      Did you mean “jane-doe”?"
  `);
});

test("an author is named by a file, not by name", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
---
${storyWith("authors: [Jane Doe]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: There is no author “Jane Doe”.
      5 | authors: [Jane Doe]
        |           ^
      Did you mean “jane-doe”?"
  `);
});

test("an author is found by name where the file is called otherwise", async () => {
  const archive = `
-- content/authors/jd.md --
---
name: Jane Doe
---
${storyWith("authors: [Jane Doe, Åse Ødegård]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: There is no author “Jane Doe”.
      5 | authors: [Jane Doe, Åse Ødegård]
        |           ^
      Did you mean “jd”?

    content/articles/storm.md:5:21 error: There is no author “Åse Ødegård”.
      5 | authors: [Jane Doe, Åse Ødegård]
        |                     ^
      An author is named by a file: write authors/ase-odegard.md, with the name in its header."
  `);
});

test("an author with a broken file is one mistake, not two", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
role: Reporter
---
${storyWith("authors: [jane-doe]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/authors/jane-doe.md:1:1 error: The author has no “name”.
      1 | ---
      Write, for example: name: Jane Doe"
  `);
});

test("a related story that does not exist names the near miss", async () => {
  const archive = `
-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-01
section: world
---
The river rose.
${storyWith("related: [/2026/03/01/floods/]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:11 error: No story has the id “/2026/03/01/floods/”.
      5 | related: [/2026/03/01/floods/]
        |           ^
      Did you mean “/2026/03/01/flood/”?"
  `);
});

test("two topics that would share an address are told apart by hand", async () => {
  expect(await problems(storyWith("topics: [C++, C#]"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:15 error: The topics “C#” and “C++” would share the address /topics/c/.
      5 | topics: [C++, C#]
        |               ^
      Give “C#” a slug of its own under “topics” in site.yaml (the-slug: C#), and write that slug here."
  `);
});

test("a topic without a letter has no address", async () => {
  expect(await problems(storyWith("topics: [+++]"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The topic “+++” has no letter or digit to make an address of.
      5 | topics: [+++]
        |          ^
      Give “+++” a slug of its own under “topics” in site.yaml (the-slug: +++), and write that slug here."
  `);
});

test("two stories cannot share an id", async () => {
  const archive = `
-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-01
section: world
id: weather-1
---
The river rose.
${storyWith("id: weather-1")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:5 error: This story and articles/flood.md share the id “weather-1”.
      5 | id: weather-1
      Give one of them another “id”; an id belongs to one story for ever."
  `);
});

test("what refers to a story with a mistake is not a mistake as well", async () => {
  const archive = `
-- content/articles/flood.md --
---
headline: Flood
date: 2026-02-30
section: world
---
The river rose.
-- content/articles/quake.md --
---
headline: Quake
date: 2026-03-01
section: world
draft: false
---
The earth shook.
-- content/articles/fire.md --
{ "headline": "Fire" }
${storyWith("related: [/2026/02/28/flood/, /2026/03/01/quake/, fire-1, /2026/03/01/calm/]").replace(
  "The wind rose at noon.",
  "After the [flood](flood.md) and [quake](/2026/03/01/quake/) came [fire](fire.md) and [calm](calm.md).",
)}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/fire.md:1:1 error: The header opens with “{ "headline": "Fire" }”: only plain fields are read, and nothing is ever run.
      1 | { "headline": "Fire" }
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.

    content/articles/flood.md:3:7 error: 30 February 2026 does not exist.
      3 | date: 2026-02-30
      February 2026 has 28 days.

    content/articles/quake.md:5:1 error: “draft” is not a field of a story.
      5 | draft: false
      Write “status: draft” instead of “draft: true”, and nothing at all when the story is ready.

    content/articles/storm.md:5:59 error: No story has the id “/2026/03/01/calm/”.
      5 | related: [/2026/02/28/flood/, /2026/03/01/quake/, fire-1, /2026/03/01/calm/]
        |                                                           ^
      A story's id is its first address, unless its header gives one.

    content/articles/storm.md:7:86 error: The link to “calm.md” leads nowhere.
      7 | …/03/01/quake/) came [fire](fire.md) and [calm](calm.md).
        |                                          ^
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://…."
  `);
});

test("an author's links lead where a browser may follow", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
email: Jane Doe <jane@example.org>
links:
  Home: example.org/jane
  Game: javascript:alert(1)
---
${storyWith("authors: [jane-doe]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/authors/jane-doe.md:3:8 error: “email” is “Jane Doe <jane@example.org>”, which is not an e-mail address.
      3 | email: Jane Doe <jane@example.org>
      Write the address alone: name@example.org

    content/authors/jane-doe.md:5:9 error: “Home” of “links” is “example.org/jane”, which is not an address on the web.
      5 |   Home: example.org/jane
      Did you mean “https://example.org/jane”?

    content/authors/jane-doe.md:6:9 error: “Game” of “links” is “javascript:alert(1)”, which is not an address on the web.
      6 |   Game: javascript:alert(1)
      Write it as https://example.org/page."
  `);
});

test("the id of a translated story must exist", async () => {
  expect(await problems(storyWith("translation_of: /2026/03/01/orkan/"))).toMatchInlineSnapshot(
    `
    "content/articles/storm.md:5:17 error: No story has the id “/2026/03/01/orkan/”.
      5 | translation_of: /2026/03/01/orkan/
      A story's id is its first address, unless its header gives one."
  `,
  );
});

test("two series that would share an address are told apart, or are one", async () => {
  const other = storyWith("series: Storms?").replaceAll("storm.md", "other.md");
  expect(await problems(`${storyWith("series: Storms!")}${other}`)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: The series “Storms!” and “Storms?” would share the address /series/storms/.
      5 | series: Storms!
      Write “Storms?” if it is the same series; else give one of the two a name with other letters."
  `);
  expect(await problems(storyWith('series: "!?"'))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: The series “!?” has no letter or digit to make an address of.
      5 | series: "!?"
      Give it another name, short and with letters or digits in it."
  `);
});

test("a topic or series whose address no disk would take is told so", async () => {
  const long = "A very long name ".repeat(15).trim();
  expect(await problems(storyWith(`topics: [Con]\nseries: ${long}`))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The topic “Con” cannot have an address: “con” is a name that Windows reserves.
      5 | topics: [Con]
        |          ^
      Give “Con” a slug of its own under “topics” in site.yaml (the-slug: Con), and write that slug here.

    content/articles/storm.md:6:9 error: The series “A very long name A very long name A very long name A very l…” cannot have an address: “a-very-long-name-a-very-long-name-a-very-long-name-a-very-l…” is longer than 200 bytes.
      6 | series: A very long name A very long name A very long name A very long name A very long name A very …
      Give it another name, short and with letters or digits in it."
  `);
});
