// The staff page: who makes the paper, as far as the newsroom lists them.

import { expect, test } from "vitest";
import { problems, site } from "../support/site.ts";
import { story } from "../support/stories.ts";

const author = (slug: string, header: string) => `-- content/authors/${slug}.md --
---
${header}---
Writes.
`;

const PEOPLE = [
  author(
    "ana-ruiz",
    "name: Ana Ruiz\nrole: Political editor\nemail: ana@example.org\nlisted: true\n",
  ),
  author("ben-okri", "name: Ben Okri\nlisted: true\n"),
  author("a-desk", "name: A Desk\nkind: organization\nrole: Night desk\nlisted: true\n"),
  author("a-guest", "name: A Guest\n"),
].join("");

const GUEST = story(1, "world", "authors: [a-guest]\n");

test("those whom the newsroom lists stand on the staff page, people first, each with the way to their own page", async () => {
  await using built = await site(
    PEOPLE + story(1, "world", "authors: [a-guest]\n").replace("The text", "See [us](/staff/)."),
  );
  expect(built.texts("/staff/", "main h1, main h2, main .staff-name, main p")).toEqual([
    "Staff",
    "Ana Ruiz",
    "Political editor",
    "Ben Okri",
    "Desks and agencies",
    "A Desk",
    "Night desk",
  ]);
  const ways = built.page("/staff/")("main li a").toArray();
  expect(ways.map((way) => built.page("/staff/")(way).attr("href"))).toEqual([
    "/authors/ana-ruiz/",
    "mailto:ana@example.org",
    "/authors/ben-okri/",
    "/authors/a-desk/",
  ]);
  expect(built.page("/")('footer a[href="/staff/"]').text()).toBe("Staff");
  expect(built.text("/sitemaps/pages.xml")).toContain("<loc>https://news.example.org/staff/</loc>");
  const [list] = built.jsonLd("/staff/", "CollectionPage");
  expect(JSON.stringify(list)).toContain(
    '{"@type":"ListItem","position":2,"item":{"@type":"Person","@id":"https://news.example.org/authors/ana-ruiz/#author"',
  );
});

test("a paper that lists nobody has no staff page, and a link to one is told", async () => {
  const archive = author("a-guest", "name: A Guest\n") + GUEST;
  await using built = await site(archive);
  expect(built.has("/staff/")).toBe(false);
  expect(built.texts("/", "footer a")).not.toContain("Staff");
  expect(await problems(archive.replace("The text", "See [us](/staff/)."))).toMatchInlineSnapshot(`
    "content/articles/story-1.md:7:5 error: The link to “/staff/” leads nowhere.
      7 | See [us](/staff/). of story 1.
        |     ^
      Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://…."
  `);
});

test("a plain page of the newsroom's own takes the place of the staff page", async () => {
  await using built = await site(`${PEOPLE}${GUEST}
-- content/pages/staff.md --
---
title: Who we are
---
In our own words.
`);
  expect(built.texts("/staff/", "main h1, main p")).toEqual(["Who we are", "In our own words."]);
  expect(built.texts("/", "footer a")).toEqual(["Front page", "Who we are", "Archive"]);
});
