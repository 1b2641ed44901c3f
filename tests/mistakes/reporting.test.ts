// What a story says of itself: its sponsor, its sources, its licence.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

test("a sponsor beside a story that is not marked as sponsored", async () => {
  expect(await problems(storyWith("sponsor: { name: Harbour Bank }"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The story names a sponsor, and its genre is “news”: readers must see that it was paid for.
      5 | sponsor: { name: Harbour Bank }
      Write “genre: sponsored”, or take the sponsor out."
  `);
});

test("a sponsor beside a misspelt genre is one mistake, not two", async () => {
  expect(await problems(storyWith("genre: sponsord\nsponsor: { name: Harbour Bank }")))
    .toMatchInlineSnapshot(`
      "content/articles/storm.md:5:8 error: “genre” is “sponsord”, which the press does not know.
        5 | genre: sponsord
        Did you mean “sponsored”? It may be “news”, “analysis”, “opinion”, “review”, “explainer”, “obituary”, “sponsored” or “satire”."
    `);
});

test("a source whose address a browser cannot follow", async () => {
  const sources = `sources:
  - { title: The report, url: example.org/report }
  - { title: The letter, url: mailto:desk@example.org }
  - { url: https://example.org/ }
  - The minutes`;
  expect(await problems(storyWith(sources))).toMatchInlineSnapshot(`
    "content/articles/storm.md:6:31 error: “url” of entry 1 of “sources” is “example.org/report”, which is not the address of a page on the web.
      6 |   - { title: The report, url: example.org/report }
        |                               ^
      Did you mean “https://example.org/report”?

    content/articles/storm.md:7:31 error: “url” of entry 2 of “sources” is “mailto:desk@example.org”, which is not the address of a page on the web.
      7 |   - { title: The letter, url: mailto:desk@example.org }
        |                               ^
      Write it as https://example.org/page.

    content/articles/storm.md:8:5 error: Entry 3 of “sources” has no “title”.
      8 |   - { url: https://example.org/ }
      Write, for example: title: Report on the sea wall, 2026

    content/articles/storm.md:9:5 error: Entry 4 of “sources” is “The minutes”, not a group of fields.
      9 |   - The minutes
      Write, for example: sources: [{ title: Report on the sea wall, url: https://… }]"
  `);
});

test("a sponsor written under another system's name", async () => {
  expect(await problems(storyWith("sponsored_by: Harbour Bank"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “sponsored_by” is not a field of a story.
      5 | sponsored_by: Harbour Bank
      Write “sponsor” instead."
  `);
});

test("a licence in bare words, and one without a name", async () => {
  const archive = `
${storyWith("license: CC BY 4.0")}
-- articles/wall.md --
---
headline: Wall
date: 2026-03-08 21:30
section: world
license: { url: creativecommons.org/licenses/by/4.0/ }
---
The wall.
`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: “license” is “CC BY 4.0”, not a group of fields.
      5 | license: CC BY 4.0
      Write, for example: license: { name: CC BY 4.0, url: https://… }

    content/articles/wall.md:5:1 error: “license” has no “name”.
      5 | license: { url: creativecommons.org/licenses/by/4.0/ }
      Write, for example: name: CC BY 4.0

    content/articles/wall.md:5:17 error: “url” of “license” is “creativecommons.org/licenses/by/4.0/”, which is not the address of a page on the web.
      5 | license: { url: creativecommons.org/licenses/by/4.0/ }
        |                 ^
      Did you mean “https://creativecommons.org/licenses/by/4.0/”?"
  `);
});

test("an account in the fediverse as its server shows it, and as it is said", async () => {
  const archive = `
-- content/authors/ana.md --
---
name: Ana
fediverse: https://example.social/@ana
---
-- content/authors/ben.md --
---
name: Ben
fediverse: ben@example.social
---
-- content/authors/cleo.md --
---
name: Cleo
fediverse: @cleo
---
${storyWith("authors: [ana, ben, cleo]")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/authors/ana.md:3:12 error: “fediverse” is “https://example.social/@ana”, which is not an address in the fediverse.
      3 | fediverse: https://example.social/@ana
      Did you mean “@ana@example.social”?

    content/authors/ben.md:3:12 error: “fediverse” is “ben@example.social”, which is not an address in the fediverse.
      3 | fediverse: ben@example.social
      Did you mean “@ben@example.social”?

    content/authors/cleo.md:3:12 error: “fediverse” is “@cleo”, which is not an address in the fediverse.
      3 | fediverse: @cleo
      Write it as @user@example.social: the account, and the server it is on."
  `);
});
