// Links in a text: by file or by address, to what is there, under any sub-path.

import sharp from "sharp";
import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const ARCHIVE = `
-- content/authors/jane-doe.md --
---
name: Jane Doe
---
She wrote about the [flood](../articles/2026/flood.md).
-- content/pages/policies/ethics.md --
---
title: Ethics
---
See [our front page](/) and [the world](/world/).
-- content/articles/2026/flood.md --
---
headline: Flood
date: 2026-03-01
section: world
authors: [jane-doe]
topics: [High water]
aliases: [/2025/12/31/flood/]
---
The river rose.
-- content/articles/2026/gone.md --
---
headline: Gone
date: 2026-03-02
section: world
status: withdrawn
---
Nothing to see.
-- content/articles/2026/killed.md --
---
headline: Killed
date: 2026-03-03
section: world
status: killed
corrections: [{ date: 2026-03-04, kind: correction, text: It was not so. }]
---
It was so.
-- content/files/tides.csv --
high,low
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world
---
By [file](2026/flood.md), with [a place in it](2026/flood.md#after-dark), by [address](/2026/03/01/flood/),
[without its slash](/2026/03/01/flood), by [an old address](/2025/12/31/flood/), from [the root](/articles/2026/flood.md).

To [an author](../authors/jane-doe.md), [a page](../pages/policies/ethics.md), [a topic](/topics/high-water/),
[a table](/tides.csv), [the front page](/), [below](#after-dark), [another site](https://example.com/a?b=c&d).

To what is [gone](2026/gone.md) and what was [killed](/2026/03/03/killed/): both addresses answer.
`;

const hrefs = (base: string) => [
  `${base}2026/03/01/flood/`,
  `${base}2026/03/01/flood/#after-dark`,
  `${base}2026/03/01/flood/`,
  `${base}2026/03/01/flood/`,
  `${base}2026/03/01/flood/`,
  `${base}2026/03/01/flood/`,
  `${base}authors/jane-doe/`,
  `${base}policies/ethics/`,
  `${base}topics/high-water/`,
  `${base}tides.csv`,
  base,
  "#after-dark",
  "https://example.com/a?b=c&d",
  `${base}2026/03/02/gone/`,
  `${base}2026/03/03/killed/`,
];

test.each([
  ["/", {}],
  ["/news/", { baseUrl: "https://example.org/news/" }],
  ["/a%20paper/", { baseUrl: "https://example.org/a%20paper" }],
])("under %s every link of a text leads to the address of what it means", async (base, options) => {
  await using built = await site(ARCHIVE, options);
  const page = built.page("/2026/03/08/storm/");
  const links = page(".text p a")
    .toArray()
    .map((link) => page(link).attr("href"));
  expect(links).toEqual(hrefs(base));
  const biography = built.page("/authors/jane-doe/");
  expect(biography(`a[href="${base}2026/03/01/flood/"]`).length).toBeGreaterThan(0);
  expect(built.meta("/2026/03/08/storm/", "og:url")[0]).toMatch(
    new RegExp(`^https://[a-z.]+${base}2026/03/08/storm/$`),
  );
});

test("a link to a heading finds it, in any script", async () => {
  await using built = await site(`
-- content/articles/hafen.md --
---
headline: Hafen
date: 2026-05-30
section: world
---
[Warum](bahn.md#über-100-schäden), [wo](/2026/05/31/bahn/#über-100-schäden)
-- content/articles/bahn.md --
---
headline: Bahn
date: 2026-05-31
section: world
---
# Über 100% Schäden

Es stürmt.
`);
  const [id] = built
    .page("/2026/05/31/bahn/")("h2")
    .toArray()
    .map(({ attribs }) => attribs["id"]);
  const links = built.page("/2026/05/30/hafen/")(".text-run a").toArray();
  const fragments = links.map(({ attribs }) => decodeURIComponent(attribs["href"] ?? ""));
  expect(fragments).toEqual([`/2026/05/31/bahn/#${id}`, `/2026/05/31/bahn/#${id}`]);
});

test.each([
  ["one character", "two", "NFC", "NFD"],
  ["two", "one character", "NFD", "NFC"],
])("a file whose letters are %s each is found where they are %s", async (_, __, lies, typed) => {
  const [name, written] = [lies, typed].map((form) => "tempête".normalize(form));
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: "#048" } });
  const bytes = new Map([[`content/articles/${name}.jpg`, await picture.jpeg().toBuffer()]]);
  await using built = await site(
    `-- content/articles/${name}.md --
---
headline: Storm
date: 2026-03-08
section: world
---
The wind rose.
-- content/articles/calm.md --
---
headline: Calm
date: 2026-03-09
section: world
image: { src: ${written}.jpg, alt: Trees, credit: Jane Doe }
---
After [the storm](${written}.md).
`,
    { bytes },
  );
  const address = encodeURI("/2026/03/08/tempête/");
  expect(built.page("/2026/03/09/calm/")(`.text a[href="${address}"]`)).toHaveLength(1);
});
