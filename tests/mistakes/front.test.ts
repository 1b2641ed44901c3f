// Mistakes in `front.yaml`, which would otherwise show at five in the morning.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";

const story = (slug: string, header = "") => `
-- content/articles/${slug}.md --
---
headline: Headline
date: 2026-05-01 09:00
section: world
${header}
---
It was so.
`;

const front = (text: string) =>
  `${story("storm")}${story("flood", "id: flood-1")}\n-- content/front.yaml --\n${text}\n`;

test("a story that exists nowhere names the one that was probably meant", async () => {
  const edition = "{ from: 2026-05-20, lead: /2026/05/01/strom/, slots: [flood-2, earthquake] }";
  expect(await problems(front(`editions: [${edition}]`))).toMatchInlineSnapshot(`
    "content/front.yaml:1:38 error: No story has the id “/2026/05/01/strom/”.
      1 | editions: [{ from: 2026-05-20, lead: /2026/05/01/strom/, slots: [flood-2, earthquake] }]
        |                                      ^
      Did you mean “/2026/05/01/storm/”?

    content/front.yaml:1:66 error: No story has the id “flood-2”.
      1 | editions: [{ from: 2026-05-20, lead: /2026/05/01/strom/, slots: [flood-2, earthquake] }]
        |                                                                  ^
      Did you mean “flood-1”?

    content/front.yaml:1:75 error: No story has the id “earthquake”.
      1 | editions: [{ from: 2026-05-20, lead: /2026/05/01/strom/, slots: [flood-2, earthquake] }]
        |                                                                           ^
      A story's id is its first address, unless its header gives one."
  `);
});

test("a file, a name or an address is taken for the id of its story", async () => {
  const slots = "[articles/storm.md, flood, /2026/05/01/flood/, /2026/05/02/storm/]";
  expect(await problems(front(`editions:\n  - from: 2026-05-20\n    slots: ${slots}`)))
    .toMatchInlineSnapshot(`
    "content/front.yaml:3:13 error: No story has the id “articles/storm.md”.
      3 |     slots: [articles/storm.md, flood, /2026/05/01/flood/, /2026/05/02/storm/]
        |             ^
      Did you mean “/2026/05/01/storm/”?

    content/front.yaml:3:32 error: No story has the id “flood”.
      3 |     slots: [articles/storm.md, flood, /2026/05/01/flood/, /2026/05/02/storm/]
        |                                ^
      Did you mean “flood-1”?

    content/front.yaml:3:39 error: No story has the id “/2026/05/01/flood/”.
      3 |     slots: [articles/storm.md, flood, /2026/05/01/flood/, /2026/05/02/storm/]
        |                                       ^
      Did you mean “flood-1”?

    content/front.yaml:3:59 error: No story has the id “/2026/05/02/storm/”.
      3 |     slots: [articles/storm.md, flood, /2026/05/01/flood/, /2026/05/02/storm/]
        |                                                           ^
      Did you mean “/2026/05/01/storm/”?"
  `);
});

test("a story stands in an edition once", async () => {
  const id = "/2026/05/01/storm/";
  expect(
    await problems(
      front(`editions:\n  - { from: 2026-05-20, lead: ${id}, slots: [flood-1, ${id}] }`),
    ),
  ).toMatchInlineSnapshot(`
    "content/front.yaml:2:68 error: The story “/2026/05/01/storm/” stands in edition 1 twice.
      2 |   - { from: 2026-05-20, lead: /2026/05/01/storm/, slots: [flood-1, /2026/05/01/storm/] }
        |                                                                    ^
      Take it out in one of the two places; the newest story fills what is left open."
  `);
});

test("two editions cannot begin at one moment, however it is written", async () => {
  const editions = `editions:
  - { from: 2026-05-20 05:00, lead: flood-1 }
  - { from: 2026-05-21 05:00, lead: /2026/05/01/storm/ }
  - { from: "2026-05-20T05:00:00Z" }`;
  expect(await problems(front(editions))).toMatchInlineSnapshot(`
    "content/front.yaml:4:13 error: Edition 3 begins at the same moment as edition 1, and only one can be in force.
      4 |   - { from: "2026-05-20T05:00:00Z" }
        |             ^
      Give one of the two another time, or make one edition of them."
  `);
});

test("a time that does not exist, or is none, is told like that of a story", async () => {
  const editions = `editions:
  - { from: 2026-05-32, lead: flood-1 }
  - { from: 5 a.m., lead: flood-1 }
  - { from: 20260520, lead: flood-1 }
  - { lead: flood-1 }`;
  expect(await problems(front(editions))).toMatchInlineSnapshot(`
    "content/front.yaml:4:13 error: “from” of entry 3 of “editions” is “20260520”, which is not a date.
      4 |   - { from: 20260520, lead: flood-1 }
        |             ^
      Did you mean “2026-05-20”?

    content/front.yaml:5:5 error: Entry 4 of “editions” has no “from”.
      5 |   - { lead: flood-1 }
      Write, for example: from: 2026-05-05 05:00"
  `);
  const dates = editions.split("\n").slice(0, 3).join("\n");
  expect(await problems(front(dates))).toMatchInlineSnapshot(`
    "content/front.yaml:2:13 error: 32 May 2026 does not exist.
      2 |   - { from: 2026-05-32, lead: flood-1 }
        |             ^
      May 2026 has 31 days.

    content/front.yaml:3:13 error: “5 a.m.” is not a date the press can read.
      3 |   - { from: 5 a.m., lead: flood-1 }
        |             ^
      Write it as 2026-03-08 21:30, or 2026-03-08 alone."
  `);
});

test("a field the press does not know names the near miss", async () => {
  const text = `lead: flood-1
editions:
  - { from: 2026-05-20, leed: flood-1 }
  - { from: 2026-05-21, slots: flood-1 }
  - { from: 2026-05-22, slots: [a, b, c, d, e] }`;
  expect(await problems(front(text))).toMatchInlineSnapshot(`
    "content/front.yaml:1:1 error: “lead” is not a field of the front page.
      1 | lead: flood-1
      Put it into an edition: editions: [{ from: 2026-05-05 05:00, lead: … }]

    content/front.yaml:3:25 error: “leed” is not a field of entry 1 of “editions”.
      3 |   - { from: 2026-05-20, leed: flood-1 }
        |                         ^
      Did you mean “lead”?

    content/front.yaml:4:32 error: “slots” of entry 2 of “editions” is “flood-1”, not a list.
      4 |   - { from: 2026-05-21, slots: flood-1 }
        |                                ^
      Write slots: [flood-1], or each entry on a line of its own after “- ”.

    content/front.yaml:5:32 error: “slots” of entry 3 of “editions” names 5 stories, and there are 4 places beside the lead.
      5 |   - { from: 2026-05-22, slots: [a, b, c, d, e] }
        |                                ^
      Take out the least important: further down, the newest run by section."
  `);
});

test("a file without an edition says how to write one", async () => {
  expect(await problems(front("# Nothing yet"))).toMatchInlineSnapshot(`
    "content/front.yaml:1:1 error: The front page has no “editions”.
      1 | # Nothing yet
      Write, for example: editions: [{ from: 2026-05-05 05:00, lead: /2026/05/04/storm/ }]"
  `);
  expect(await problems(front("editions: []"))).toMatchInlineSnapshot(`
    "content/front.yaml:1:11 error: “editions” needs at least one entry.
      1 | editions: []
      Write, for example: editions: [{ from: 2026-05-05 05:00, lead: /2026/05/04/storm/ }]"
  `);
});

test("a mistake in a story is not told a second time by the front page", async () => {
  const faulty = story("quake", "kickre: Weather");
  const text = front("editions: [{ from: 2026-05-20, lead: /2026/05/01/quake/ }]");
  expect(await problems(faulty + text)).toMatchInlineSnapshot(`
    "content/articles/quake.md:5:1 error: “kickre” is not a field of a story.
      5 | kickre: Weather
      Did you mean “kicker”?"
  `);
});

test("the file has one name", async () => {
  const text = "editions: [{ from: 2026-05-20 }]";
  expect(await problems(`-- content/front.yml --\n${text}\n`)).toMatchInlineSnapshot(`
    "content/front.yml error: “front.yml” is not the name of the front page’s file.
      Rename it “front.yaml”."
  `);
});
