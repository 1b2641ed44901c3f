// The twins of a story: the same story beside its page, for machines.

import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { z } from "zod";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";
import { uri } from "../support/uri.ts";

const WITH_TWINS = `-- content/site.yaml --\n${SITE}outputs: [twins]\n`;

const AUTHORS = `
-- content/authors/ana.md --
---
name: Ana
role: Harbour reporter
---
-- content/authors/desk.md --
---
name: The Night Desk
kind: organization
---
`;

const STORY = `
-- content/articles/storm.md --
---
headline: Storm closes "the harbour" <again>
standfirst: Ferries & trams stood still.
date: 2026-03-07 21:30
updated: 2026-03-08 12:00
expires: 2027-03-08
section: world
authors: [ana, desk]
dateline: PORT
topics: [Weather]
genre: analysis
seo: { title: Harbour closed }
image:
  src: /images/wave.jpg
  alt: A wave
  caption: The pier & the wave
  credit: Desk / Agency
  license: https://example.org/licence
corrections:
  - { date: 2026-03-08 09:00, kind: correction, text: "The pier has <two> lamps." }
  - { date: 2026-03-08 10:00, kind: update, text: Trams run again. }
---
The wind rose at *noon*, as [forecast](fair.md), in a “gale” & rain.

# Later

- Ferries
- Trams

| Lamp | Height |
|---|---|
| North | 9 m |

It fell.[^1]

[^1]: At midnight.
`;

const STORM = `${AUTHORS}${STORY}
-- content/articles/fair.md --
---
headline: Fair weather
date: 2026-03-01
section: world
---
The sun shone.
`;

const ADDRESS = "/2026/03/07/storm/";
const WAVE = new Map([
  [
    "content/images/wave.jpg",
    await sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#678" } })
      .jpeg()
      .toBuffer(),
  ],
]);

const moment = z.iso.datetime({ offset: true });
const words = z.strictObject({ role: z.string(), contentType: z.string(), value: z.string() });
const subject = z.strictObject({ name: z.string(), rel: z.string(), uri });
const rendition = z.strictObject({
  name: z.string(),
  href: uri,
  contentType: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
});

/**
 * The properties of ninjs 3.1 that the press knows, with the names, types, formats and values that the
 * IPTC's own schema (`ninjs-schema_3.1.json`) has for them, and no others. That schema leaves more of
 * them out than we do: a text that passes here passes there.
 */
const ninjs = z.strictObject({
  uri,
  type: z.literal("text"),
  representationType: z.enum(["full", "partial"]),
  firstCreated: moment,
  versionCreated: moment,
  expires: moment.optional(),
  pubStatus: z.enum(["usable", "withheld", "canceled"]),
  language: z.string(),
  headlines: z.array(words).min(1),
  descriptions: z.array(words).optional(),
  by: z.string().optional(),
  located: z.string().optional(),
  bodies: z.array(words.extend({ wordCount: z.int() })),
  people: z.array(subject).optional(),
  organisations: z.array(subject).optional(),
  subjects: z.array(subject),
  usageTerms: z.string().optional(),
  genres: z.array(z.strictObject({ name: z.string().optional(), literal: z.string() })),
  infoSources: z.array(z.strictObject({ name: z.string(), role: z.string(), uri })),
  renditions: z.array(rendition),
  associations: z
    .array(
      z.strictObject({
        name: z.string(),
        rel: z.string(),
        uri,
        type: z.literal("picture"),
        by: z.string(),
        copyrightNotice: z.string().optional(),
        usageTerms: z.string().optional(),
        descriptions: z.array(words),
        renditions: z.array(rendition),
      }),
    )
    .optional(),
  standard: z.strictObject({ name: z.string(), version: z.string(), schema: uri }),
});

const ninjsOf = (built: BuiltSite, address: string) =>
  ninjs.parse(JSON.parse(built.text(`${address}index.json`)));

const alternates = (built: BuiltSite, address: string) =>
  built
    .page(address)('link[rel="alternate"]')
    .toArray()
    .map(({ attribs }) => [attribs["type"], attribs["href"]]);

test("a story stands beside its page as ninjs, and says what the page says", async () => {
  await using built = await site(WITH_TWINS + STORM, { bytes: WAVE });
  const { bodies, associations, standard, ...about } = ninjsOf(built, ADDRESS);
  expect(about).toMatchInlineSnapshot(`
    {
      "by": "Ana and The Night Desk",
      "descriptions": [
        {
          "contentType": "text/plain",
          "role": "summary",
          "value": "Ferries & trams stood still.",
        },
      ],
      "expires": "2027-03-08T00:00:00+00:00",
      "firstCreated": "2026-03-07T21:30:00+00:00",
      "genres": [
        {
          "literal": "analysis",
          "name": "Analysis",
        },
      ],
      "headlines": [
        {
          "contentType": "text/plain",
          "role": "main",
          "value": "Storm closes "the harbour" <again>",
        },
        {
          "contentType": "text/plain",
          "role": "search",
          "value": "Harbour closed",
        },
      ],
      "infoSources": [
        {
          "name": "The Broadsheet",
          "role": "publisher",
          "uri": "https://news.example.org/",
        },
      ],
      "language": "en",
      "located": "PORT",
      "organisations": [
        {
          "name": "The Night Desk",
          "rel": "author",
          "uri": "https://news.example.org/authors/desk/",
        },
      ],
      "people": [
        {
          "name": "Ana",
          "rel": "author",
          "uri": "https://news.example.org/authors/ana/",
        },
      ],
      "pubStatus": "usable",
      "renditions": [
        {
          "contentType": "text/html",
          "href": "https://news.example.org/2026/03/07/storm/",
          "name": "web",
        },
      ],
      "representationType": "full",
      "subjects": [
        {
          "name": "World",
          "rel": "section",
          "uri": "https://news.example.org/world/",
        },
        {
          "name": "Weather",
          "rel": "topic",
          "uri": "https://news.example.org/topics/weather/",
        },
      ],
      "type": "text",
      "uri": "tag:news.example.org,2026:story:/2026/03/07/storm/",
      "versionCreated": "2026-03-08T12:00:00+00:00",
    }
  `);
  expect(bodies[0]?.value).toMatchInlineSnapshot(`
    "<p><strong>Correction</strong> (<time datetime="2026-03-08T09:00:00+00:00">8 March 2026, 09:00 UTC</time>): The pier has &lt;two&gt; lamps.</p>
    <p class="dateline">PORT</p>
    <p>The wind rose at <em>noon</em>, as <a href="https://news.example.org/2026/03/01/fair/">forecast</a>, in a “gale” &amp; rain.</p>
    <h2>Later</h2>
    <ul>
    <li>Ferries</li>
    <li>Trams</li>
    </ul>
    <section class="table">
    <table>
    <thead>
    <tr>
    <th scope="col">Lamp</th>
    <th scope="col">Height</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>North</td>
    <td>9 m</td>
    </tr>
    </tbody>
    </table>
    </section>
    <p>It fell.<sup class="footnote-ref"><a href="https://news.example.org/2026/03/07/storm/#note_1">1</a></sup></p>
    <section class="footnotes">
    <ol>
    <li>
    <p>At midnight.</p>
    </li>
    </ol>
    </section>
    <p><strong>Update</strong> (<time datetime="2026-03-08T10:00:00+00:00">8 March 2026, 10:00 UTC</time>): Trams run again.</p>"
  `);
  expect(built.has(new URL(associations?.[0]?.uri ?? "").pathname)).toBe(true);
  expect(associations?.[0]).toMatchObject({
    by: "Desk / Agency",
    usageTerms: "https://example.org/licence",
    descriptions: [{ value: "A wave" }, { value: "The pier & the wave" }],
  });
  expect(standard.version).toBe("3.1");
});

test("a story stands beside its page as plain text, from its headline to its address", async () => {
  await using built = await site(WITH_TWINS + STORM, { bytes: WAVE });
  expect(built.text(`${ADDRESS}story.txt`)).toMatchInlineSnapshot(`
    "Storm closes "the harbour" <again>

    Analysis

    Ferries & trams stood still.

    By Ana and The Night Desk
    Published 7 March 2026, 21:30 UTC
    Updated 8 March 2026, 12:00 UTC

    Correction (8 March 2026, 09:00 UTC): The pier has <two> lamps.

    PORT

    The wind rose at noon, as forecast, in a “gale” & rain.

    Later

    Ferries

    Trams

    Lamp	Height

    North	9 m

    It fell.

    At midnight.

    Update (8 March 2026, 10:00 UTC): Trams run again.

    The Broadsheet
    https://news.example.org/2026/03/07/storm/
    "
  `);
  expect(built.text("/2026/03/01/fair/story.txt")).toMatchInlineSnapshot(`
    "Fair weather

    Published 1 March 2026

    The sun shone.

    The Broadsheet
    https://news.example.org/2026/03/01/fair/
    "
  `);
});

test("an embed in plain text has the address that its name leads to", async () => {
  const embeds = `-- content/articles/film.md --
---
headline: The film
date: 2026-03-08
section: world
---
::: embed https://video.example/watch?v=1&t=2 The "wave" on film
The harbour master's film.
:::

::: embed https://video.example/a_b
Another.
:::
`;
  await using built = await site(WITH_TWINS + embeds);
  expect(built.text("/2026/03/08/film/story.txt")).toContain(`
The harbour master’s film.

The “wave” on film https://video.example/watch?v=1&t=2

Another.

https://video.example/a_b

The Broadsheet
`);
  expect(built.meta("/2026/03/08/film/", "description")[0]).not.toContain("https:");
});

test("the page of a story names its twins, and a paper that asked for none has none", async () => {
  await using built = await site(WITH_TWINS + STORM, { bytes: WAVE });
  expect(alternates(built, ADDRESS)).toEqual([
    ["application/json", `${ADDRESS}index.json`],
    ["text/plain", `${ADDRESS}story.txt`],
  ]);
  await built.rebuild(`-- content/site.yaml --\n${SITE}`);
  expect(alternates(built, ADDRESS)).toEqual([]);
  expect(built.files().filter((file) => /index\.json|story\.txt/.test(file))).toEqual([]);
});

test("every address elsewhere is one that a strict reader takes, whatever it was typed as", async () => {
  const typed = `-- content/articles/буря.md --
---
headline: Буря
date: 2026-03-08
section: world
topics: [天気]
genre: sponsored
sponsor: { name: Банк, url: https://банк.example/о-нас }
sources: [{ title: "A | B", url: "https://example.org/über?a|b" }]
license: { name: CC BY 4.0, url: https://example.org/licence }
---
The text.
`;
  await using built = await site(WITH_TWINS + typed);
  const { uri: id, infoSources } = ninjsOf(built, "/2026/03/08/буря/");
  expect(id).toBe("tag:news.example.org,2026:story:/2026/03/08/%D0%B1%D1%83%D1%80%D1%8F/");
  expect(infoSources.map((source) => source.uri)).toEqual([
    "https://news.example.org/",
    "https://xn--80ab2al.example/%D0%BE-%D0%BD%D0%B0%D1%81",
    "https://example.org/%C3%BCber?a%7Cb",
  ]);
  const elsewhere = built.page("/2026/03/08/буря/")("article a[href^='http']").toArray();
  const hrefs = elsewhere.map(({ attribs }) => attribs["href"]);
  expect(hrefs.length).toBeGreaterThan(1);
  expect(hrefs.filter((href) => !uri.safeParse(href).success)).toEqual([]);
  const [story] = built.jsonLd("/2026/03/08/буря/", "Article");
  expect(JSON.stringify([story?.["sponsor"], story?.["citation"]])).not.toMatch(/банк\.|über|b\|/);
});

test("below a path, a twin's addresses are whole", async () => {
  const baseUrl = "https://example.org/news/";
  await using built = await site(WITH_TWINS + STORM, { bytes: WAVE, baseUrl });
  expect(alternates(built, ADDRESS)).toContainEqual([
    "application/json",
    `/news${ADDRESS}index.json`,
  ]);
  const { renditions, bodies } = ninjsOf(built, ADDRESS);
  expect(renditions[0]?.href).toBe(`https://example.org/news${ADDRESS}`);
  expect(bodies[0]?.value).toContain('href="https://example.org/news/2026/03/01/fair/"');
});

test("what may not be passed on is in no twin", async () => {
  const header = "section: world\ndate: 2026-03-08\n";
  await using built = await site(
    `${WITH_TWINS}
-- content/articles/own.md --
---
headline: Only here
${header}syndicate: false
---
For this paper alone.
-- content/articles/hidden.md --
---
headline: Hidden
${header}noindex: true
---
Not for search engines.
-- content/articles/picture.md --
---
headline: Picture
${header}image: { src: /images/wave.jpg, alt: A wave, credit: Agency, rights: { syndicate: false } }
---
The wave, once more:

![A wave](/images/wave.jpg credit="Agency")
`,
    { bytes: WAVE },
  );
  const twins = built.files().filter((file) => /\/(?:index\.json|story\.txt)$/.test(file));
  expect(twins).toEqual(["2026/03/08/picture/index.json", "2026/03/08/picture/story.txt"]);
  expect(alternates(built, "/2026/03/08/own/")).toEqual([]);
  expect(built.text("/2026/03/08/picture/index.json")).not.toContain("pictures/");
});

test("an edit writes the twins of the story it is in, and no others", async () => {
  await using built = await site(WITH_TWINS + STORM, { bytes: WAVE, ownState: true });
  // When the press may trust the times of files, an edit goes the shortest way.
  await setTimeout(2500);
  await built.rebuild();
  const before = built.text("/2026/03/01/fair/index.json");
  const summary = await built.rebuild(STORY.replace("The wind rose", "The wind fell"));
  expect(built.text(`${ADDRESS}index.json`)).toContain("The wind fell");
  expect(built.text("/2026/03/01/fair/index.json")).toBe(before);
  expect(built.text(`${ADDRESS}story.txt`)).toContain("The wind fell");
  // The page, its twins, and the feeds of the paper, the section, the topic and both authors.
  expect(summary.files.written).toBe(3 + 5 * 3);
});
