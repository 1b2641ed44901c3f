// Mistakes below the header: no text, boxes, links, notes.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

/** A story with this text, and another to link to. */
function textOf(text: string): string {
  return `
-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-01
section: world
---
The river rose.
${storyWith("").replace("The wind rose at noon.", text)}`;
}

test("a story without text is refused", async () => {
  expect(await problems(textOf(""))).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The story has no text.
      Write it below the header, or set “status: draft” until it is written."
  `);
});

test("what nobody can see is no text, no description and no credit", async () => {
  expect(await problems(textOf("\u200B\u2060\u3164"))).toContain("The story has no text.");
  const report = await problems(textOf('![\u00AD](a.jpg "A" credit="\u200B")'));
  expect(report).toContain("has no description");
  expect(report).toContain("has no credit");
});

test("a killed story says why", async () => {
  expect(await problems(storyWith("status: killed"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:9 error: A killed story must say why, and this one does not.
      5 | status: killed
      Add an entry to “corrections” with a date, a kind and a text: its text is what readers see."
  `);
});

test("a link to a file that is not there names the near miss", async () => {
  expect(await problems(textOf("After the [flood](floood.md) came the storm.")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:7:11 error: The link to “floood.md” leads nowhere.
      7 | After the [flood](floood.md) came the storm.
        |           ^
      Did you mean “flood.md”?"
  `);
});

test("a link to an address that is not there names the near miss", async () => {
  expect(await problems(textOf("After the\n[flood](/2026/03/01/floood/) came the storm.")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:8:1 error: The link to “/2026/03/01/floood/” leads nowhere.
      8 | [flood](/2026/03/01/floood/) came the storm.
      Did you mean “/2026/03/01/flood/”?"
  `);
});

test("a link to nothing near is told how links are written", async () => {
  expect(await problems(textOf("See [here](gardening).\n\n- And [there](/gardening/tips/).")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:7:5 error: The link to “gardening” leads nowhere.
      7 | See [here](gardening).
        |     ^
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://….

    content/articles/storm.md:9:7 error: The link to “/gardening/tips/” leads nowhere.
      9 | - And [there](/gardening/tips/).
        |       ^
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://…."
  `);
});

test("a link to a draft is refused: it would be dead, and tell of it", async () => {
  const archive = `
-- content/articles/secret.md --
---
headline: Secret
date: 2026-03-01
section: world
status: draft
---
${textOf("More [soon](secret.md).")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:6 error: The link to “secret.md” leads to a story that is not published.
      7 | More [soon](secret.md).
        |      ^
      Take the link out until that story is live."
  `);
});

test("a link to a scheduled story is refused until that is live", async () => {
  const archive = `
-- content/articles/secret.md --
---
headline: Secret
date: 2026-07-01
section: world
---
Not yet.
${textOf("More [soon](/2026/07/01/secret/).")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:6 error: The link to “/2026/07/01/secret/” leads to a story that is not published.
      7 | More [soon](/2026/07/01/secret/).
        |      ^
      Take the link out until that story is live."
  `);
});

test("a scheduled story may link to what is live by then, and to nothing later", async () => {
  const scheduled = (name: string, date: string, text: string) => `
-- content/articles/${name}.md --
---
headline: ${name}
date: ${date}
section: world
topics: [Weather]
---
${text}
`;
  const archive =
    scheduled(
      "first",
      "2026-07-01 05:00",
      "See [next](next.md), [same](same.md), [all](/topics/weather/).",
    ) +
    scheduled("same", "2026-07-01 05:00", "See [first](first.md).") +
    scheduled("next", "2026-07-01 05:01", "See [first](first.md).");
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/first.md:7:5 error: The link to “next.md” leads to a story that is not published.
      7 | See [next](next.md), [same](same.md), [all](/topics/weather/).
        |     ^
      Take the link out until that story is live."
  `);
});

test("a link to an author or a topic without a page is refused", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
---
-- content/articles/secret.md --
---
headline: Secret
date: 2026-07-01
section: world
authors: [jane-doe]
topics: [Secret plans]
---
Not yet.
${textOf("By [Jane](../authors/jane-doe.md),\nabout [plans](/topics/secret-plans/).")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:4 error: The link to “../authors/jane-doe.md” leads to an author whom no published story names.
      7 | By [Jane](../authors/jane-doe.md),
        |    ^
      Write “listed: true” in the header of the author, or take the link out.

    content/articles/storm.md:8:7 error: The link to “/topics/secret-plans/” leads to a topic that no published story has.
      8 | about [plans](/topics/secret-plans/).
        |       ^
      Take the link out until a story with that topic is live."
  `);
  expect(await problems(archive, { drafts: true })).toBe("");
});

test("a link that would run a script is refused", async () => {
  expect(await problems(textOf("Click [here](javascript:alert(1)).\n"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:7 error: The link to “javascript:alert(1)” is of a kind that is not allowed.
      7 | Click [here](javascript:alert(1)).
        |       ^
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site."
  `);
});

test("a link that carries its own page is refused", async () => {
  expect(await problems(textOf("Click [here](data:text/html;base64,PHNjcmlwdD4=).")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:7:7 error: The link to “data:text/html;base64,PHNjcmlwdD4=” is of a kind that is not allowed.
      7 | Click [here](data:text/html;base64,PHNjcmlwdD4=).
        |       ^
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site."
  `);
});

test("a link without its beginning names what was probably meant", async () => {
  expect(await problems(textOf("See [them](www.example.org) or [write](desk@example.org).")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:7:5 error: The link to “www.example.org” lacks its beginning.
      7 | See [them](www.example.org) or [write](desk@example.org).
        |     ^
      Did you mean “https://www.example.org”?

    content/articles/storm.md:7:32 error: The link to “desk@example.org” lacks its beginning.
      7 | See [them](www.example.org) or [write](desk@example.org).
        |                                ^
      Did you mean “mailto:desk@example.org”?"
  `);
});

test("a box the press does not know names the near miss", async () => {
  expect(await problems(textOf("::: factbocks\nOne.\n:::"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:1 error: There is no box called “factbocks”.
      7 | ::: factbocks
      Did you mean “factbox”?"
  `);
});

test("a box without an end is refused", async () => {
  expect(await problems(textOf("It rose.\n\n::: factbox Numbers\nOne in four.")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:9:1 error: The box “::: factbox Numbers” has no end.
      9 | ::: factbox Numbers
      A box begins with a line such as “::: factbox Title” and ends with a line “:::”."
  `);
});

test("the end of no box is refused", async () => {
  expect(await problems(textOf("It rose.\n\n:::\n\nIt fell."))).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:1 error: This “:::” ends no box.
      9 | :::
      A box begins with a line such as “::: factbox Title” and ends with a line “:::”."
  `);
});

test("a footnote mark without its note is refused", async () => {
  expect(await problems(textOf("The wind rose.[^1]"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:7:15 error: There is no footnote for the mark “[^1]”.
      7 | The wind rose.[^1]
        |               ^
      Add a line “[^1]: the note” to the end of the text."
  `);
});

test("a link in a biography and in a page is read as well", async () => {
  const archive = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
---
She wrote about the [flood](../articles/floods.md).
-- content/pages/about.md --
---
title: About
---
Read our [policy](/policy/).
${textOf("The wind rose.")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/authors/jane-doe.md:4:21 error: The link to “../articles/floods.md” leads nowhere.
      4 | She wrote about the [flood](../articles/floods.md).
        |                     ^
      Did you mean “../articles/flood.md”?

    content/pages/about.md:4:10 error: The link to “/policy/” leads nowhere.
      4 | Read our [policy](/policy/).
        |          ^
      Did you mean “/politics/”?"
  `);
});
