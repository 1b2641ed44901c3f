// Feeds as strict readers take them: RSS and Atom through libxml2, JSON Feed through its own rules.
// Every story comes from the real rooms.

import { load } from "cheerio";
import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { momentAt } from "../../src/news/newsroom-clock.ts";
import type { Newspaper, Story } from "../../src/news/newspaper.ts";
import { openFeedDesk } from "../../src/pages/feeds/feed-desk.ts";
import { feedFiles, feedLinks } from "../../src/pages/feeds/feed-files.ts";
import { feedLists } from "../../src/pages/feeds/feed-lists.ts";
import { rfc822 } from "../../src/pages/feeds/rfc-822.ts";
import { indexStories } from "../../src/pages/story-index.ts";
import { planSitemaps } from "../../src/pages/sitemaps/plan-sitemaps.ts";
import { paper } from "../support/paper.ts";
import { stories } from "../support/stories.ts";
import { strictXml } from "../support/strict-xml.ts";
import { uri } from "../support/uri.ts";

const SITE = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: America/New_York
description: News & weather
publisher: { name: Broadsheet Press }
sections: [{ slug: world, title: World & weather }, { slug: science, title: Science }]
-- content/authors/desk.md --
---
name: Night Desk
kind: organization
---
-- content/authors/harbour.md --
---
name: Harbour & Coast
kind: organization
---
`;

const STORM = `
-- content/articles/storm.md --
---
headline: Storm closes "the harbour" <again>
standfirst: Ferries & trams stood still.
date: 2026-03-07 21:30
updated: 2026-03-08 12:00
section: world
authors: [desk, harbour]
byline: The desks of the night
dateline: PORT
topics: [Weather]
genre: analysis
image: { src: /images/wide.jpg, alt: A wave, caption: The pier & the wave, credit: Desk / Agency }
corrections:
  - { date: 2026-03-08 09:00, kind: correction, text: "The pier has <two> lamps." }
  - { date: 2026-03-08 10:00, kind: update, text: Trams run again. }
---
The wind rose[^a], as [forecast](fair.md#Überblick), see [below](#later).

![A lamp](/images/upright.jpg credit="Lamps & Co")

# Later

It fell, says [a report](https://example.org/?a=1&b=2).

[^a]: At noon.
-- content/articles/fair.md --
---
headline: Fair weather
date: 2026-03-01 09:00
section: world
---
# Überblick

The sun shone.
`;

async function picture(width: number, height: number): Promise<Buffer> {
  const create = { width, height, channels: 3 as const, background: "#678" };
  return sharp({ create }).jpeg().toBuffer();
}

const bytes = new Map([
  ["images/wide.jpg", await picture(1600, 1000)],
  ["images/upright.jpg", await picture(400, 600)],
]);

/** Every feed file of the paper, printed, by address. */
function printed(newspaper: Newspaper): ReadonlyMap<string, string> {
  const desk = openFeedDesk(newspaper.site);
  const lists = feedLists(newspaper, indexStories(newspaper));
  const files = lists.flatMap((list) => feedFiles(list, desk));
  return new Map(files.map(({ address, print }) => [address, print().join("")]));
}

/** The three notations of one list, each ready to be asked. */
function feeds(newspaper: Newspaper, list = "/") {
  const all = printed(newspaper);
  return {
    rss: strictXml(all.get(`${list}feed.xml`)!),
    atom: strictXml(all.get(`${list}atom.xml`)!),
    json: jsonFeed.parse(JSON.parse(all.get(`${list}feed.json`)!)),
  };
}

const author = z.strictObject({ name: z.string(), url: uri });

/** What jsonfeed.org/version/1.1 asks for, and no key it does not know. */
const jsonFeed = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: uri,
  feed_url: uri,
  description: z.string().optional(),
  language: z.string(),
  authors: z.array(author).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: uri,
      title: z.string(),
      content_html: z.string().min(1),
      summary: z.string(),
      image: uri.optional(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      authors: z.array(author).min(1).optional(),
      tags: z.array(z.string()),
      language: z.string(),
    }),
  ),
});

test("a story in RSS, with everything a reader elsewhere must know of it", async () => {
  const { rss } = feeds(await paper(SITE + STORM, { bytes }));
  const item = (name: string) => rss(`//item[1]/${name}`);
  expect(rss("/rss/@version | /rss/channel/*[not(self::item)][text()]")).toMatchInlineSnapshot(`
    [
      "2.0",
      "The Broadsheet",
      "https://news.example.org/",
      "News & weather",
      "en",
      "Sun, 08 Mar 2026 12:00:00 -0400",
    ]
  `);
  expect(rss("//a:link[@rel='self']/@href")).toEqual(["https://news.example.org/feed.xml"]);
  expect(item("title")).toEqual(['Storm closes "the harbour" <again>']);
  expect(item("link")).toEqual(["https://news.example.org/2026/03/07/storm/"]);
  expect(item("guid/@isPermaLink")).toEqual(["false"]);
  expect(item("pubDate")).toEqual(["Sat, 07 Mar 2026 21:30:00 -0500"]);
  expect(item("a:updated")).toEqual(["2026-03-08T12:00:00-04:00"]);
  expect(item("dc:creator")).toEqual(["Night Desk", "Harbour & Coast"]);
  expect(item("category")).toEqual(["World & weather", "Weather"]);
  expect(item("description")).toEqual(["Ferries &amp; trams stood still."]);
  expect(item("media:content/@url")).toEqual([
    expect.stringMatching(/^https:\/\/news\.example\.org\/pictures\/[0-9a-f]{20}-1200\.jpg$/),
  ]);
  expect(item("media:content/media:description")).toEqual(["The pier & the wave"]);
  expect(item("media:content/media:credit")).toEqual(["Desk / Agency"]);
  expect(item("content:encoded")[0]?.replaceAll(/[0-9a-f]{20}/g, "…")).toMatchInlineSnapshot(`
    "<p><strong>Analysis</strong></p>
    <p><em>Ferries &amp; trams stood still.</em></p>
    <p>The desks of the night</p>
    <figure>
    <img src="https://news.example.org/pictures/…-1200.jpg" alt="A wave" width="1200" height="750">
    <figcaption>The pier &amp; the wave <small>Desk / Agency</small></figcaption>
    </figure>
    <p><strong>Correction</strong> (<time datetime="2026-03-08T09:00:00-04:00">8 March 2026, 09:00 Eastern Daylight Time</time>): The pier has &lt;two&gt; lamps.</p>
    <p class="dateline">PORT</p>
    <p>The wind rose<sup class="footnote-ref"><a href="https://news.example.org/2026/03/07/storm/#note_1">1</a></sup>, as <a href="https://news.example.org/2026/03/01/fair/#%C3%9Cberblick">forecast</a>, see <a href="https://news.example.org/2026/03/07/storm/#later">below</a>.</p>
    <figure>
    <img src="https://news.example.org/pictures/…-400.jpg" alt="A lamp" width="400" height="600">
    <figcaption><small>Lamps &amp; Co</small></figcaption>
    </figure>
    <h2>Later</h2>
    <p>It fell, says <a href="https://example.org/?a=1&amp;b=2" rel="noopener" class="external">a report</a>.</p>
    <section class="footnotes">
    <ol>
    <li>
    <p>At noon.</p>
    </li>
    </ol>
    </section>
    <p><strong>Update</strong> (<time datetime="2026-03-08T10:00:00-04:00">8 March 2026, 10:00 Eastern Daylight Time</time>): Trams run again.</p>"
  `);
});

test("Atom and JSON Feed tell the same story", async () => {
  const { rss, atom, json } = feeds(await paper(SITE + STORM, { bytes }));
  const entry = (name: string) => atom(`//a:entry[1]/a:${name}`);
  const [item] = json.items;
  const [text] = rss("//item[1]/content:encoded");
  expect(entry("content")).toEqual([text]);
  expect(item?.content_html).toBe(text);
  expect(entry("author/a:name")).toEqual(["Night Desk", "Harbour & Coast"]);
  expect(item?.authors?.map(({ name }) => name)).toEqual(["Night Desk", "Harbour & Coast"]);
  expect(entry("summary")).toEqual(["Ferries & trams stood still."]);
  expect(entry("link[@rel='alternate']/@href")).toEqual([item?.url]);
  expect(atom("//a:entry[1]//media:credit")).toEqual(["Desk / Agency"]);
  expect([item?.image]).toEqual(rss("//item[1]/media:content/@url"));
  expect(atom("/a:feed/a:link[@rel='self']/@href")).toEqual(["https://news.example.org/atom.xml"]);
  expect(json.feed_url).toBe("https://news.example.org/feed.json");
  // Nobody signs the second story: the paper answers for it, and no name is made up.
  expect(rss("//item[2]/dc:creator")).toEqual([]);
  expect(atom("//a:entry[2]/a:author")).toEqual([]);
  expect(atom("/a:feed/a:author/a:name")).toEqual(["Broadsheet Press"]);
  expect(json.items[1]?.authors).toBeUndefined();
});

test("every address in a text is absolute, under a sub-path too, and leads where it led", async () => {
  const { json } = feeds(await paper(SITE + STORM, { bytes, baseUrl: "https://example.net/news" }));
  const html = load(json.items[0]!.content_html);
  expect(
    html("a")
      .map((_, a) => html(a).attr("href"))
      .get(),
  ).toEqual([
    "https://example.net/news/2026/03/07/storm/#note_1",
    "https://example.net/news/2026/03/01/fair/#%C3%9Cberblick",
    "https://example.net/news/2026/03/07/storm/#later",
    "https://example.org/?a=1&b=2",
  ]);
  const picture = /^https:\/\/example\.net\/news\/pictures\/[0-9a-f]{20}-\d+\.jpg$/;
  const sources = html("img")
    .map((_, img) => html(img).attr("src"))
    .get();
  expect(sources).toEqual([expect.stringMatching(picture), expect.stringMatching(picture)]);
});

test("an address in other letters than a to z stands encoded in every feed", async () => {
  const russian = STORM.replaceAll("fair.md", "ясно.md");
  const { rss, atom, json } = feeds(await paper(SITE + russian, { bytes }));
  const url = "https://news.example.org/2026/03/01/%D1%8F%D1%81%D0%BD%D0%BE/";
  expect(rss("//item/link")).toContain(url);
  expect(atom("//a:entry/a:link/@href")).toContain(url);
  expect(json.items.map((item) => item.url)).toContain(url);
});

describe("hostile words", () => {
  const HOSTILE = "\u000B\uFFFE\uD800 ]]> </script> & &amp; <![CDATA[ \u0085 -- ?> \u{1F4F0}";
  const AS_READ = " ]]> </script> & &amp; <![CDATA[  -- ?> \u{1F4F0}";

  test("are read back as they were typed, without what no format allows", async () => {
    const newspaper = await paper(SITE + STORM, { bytes });
    const { rss, atom, json } = feeds({ ...newspaper, stories: newspaper.stories.map(hostile) });
    const [item] = json.items;
    expect(rss("//item[1]/title")).toEqual([AS_READ]);
    expect(atom("//a:entry[1]/a:title")).toEqual([AS_READ]);
    expect(item?.title).toBe(AS_READ);
    expect(rss("//item[1]/dc:creator")).toEqual([AS_READ]);
    expect(item?.tags).toEqual([AS_READ, AS_READ]);
    expect(atom("//a:entry[1]/a:category/@label")).toEqual([AS_READ, AS_READ]);
    expect(rss("//item[1]//media:credit")).toEqual([AS_READ]);
    const html = load(rss("//item[1]/content:encoded")[0]!);
    expect(html("script").length).toBe(0);
    expect(html("figcaption small").first().text()).toBe(AS_READ);
    expect(html("img").first().attr("alt")).toBe(AS_READ);
    expect(html(".dateline").text()).toBe(AS_READ);
  });

  test("leave no forbidden character in any byte of any feed", async () => {
    const newspaper = await paper(SITE + STORM, { bytes });
    const site = { ...newspaper.site, title: HOSTILE, description: HOSTILE };
    const all = printed({ ...newspaper, site, stories: newspaper.stories.map(hostile) });
    for (const text of all.values()) {
      expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}|\uFFFE|\\u[0-9a-f]{4}/u);
    }
  });

  function hostile(story: Story): Story {
    return {
      ...story,
      headline: HOSTILE,
      standfirst: HOSTILE,
      dateline: HOSTILE,
      section: { ...story.section, title: HOSTILE },
      topics: story.topics.map((topic) => ({ ...topic, name: HOSTILE })),
      authors: story.authors.slice(0, 1).map((author) => ({ ...author, name: HOSTILE })),
      corrections: story.corrections.map((entry) => ({ ...entry, text: HOSTILE })),
      ...(story.picture && {
        picture: { ...story.picture, alt: HOSTILE, caption: HOSTILE, credit: HOSTILE },
      }),
    };
  }
});

describe("the id of a story", () => {
  const idsOf = (newspaper: Newspaper) => {
    const { rss, atom, json } = feeds(newspaper);
    const ids = rss("//item/guid");
    expect(atom("//a:entry/a:id")).toEqual(ids);
    expect(json.items.map(({ id }) => id)).toEqual(ids);
    return ids;
  };
  const storm = (header: string) =>
    `-- content/articles/storm.md --\n---\n${header}\nsection: world\n---\nIt rained.\n`;
  const FIRST = "headline: Storm\ndate: 2026-03-07 21:30";
  const ID = "tag:news.example.org,2026:story:/2026/03/07/storm/";

  test("is a tag of the paper, of the story's oldest address, and of nothing else", async () => {
    expect(idsOf(await paper(SITE + storm(FIRST)))).toEqual([ID]);
  });

  test.each([
    ["a new headline", "headline: No storm\ndate: 2026-03-07 21:30"],
    ["an update", `${FIRST}\nupdated: 2026-03-09 10:00`],
    ["a new slug", `${FIRST}\nslug: gale\naliases: [/2026/03/07/storm/]`],
    [
      "another date and another slug again",
      "headline: Storm\ndate: 2026-03-08 21:30\nslug: wind\n" +
        "aliases: [/2026/03/07/storm/, /2026/03/07/gale/]",
    ],
    ["another section", `${FIRST}\ntopics: [Weather]`],
  ])("survives %s", async (_, header) => {
    expect(idsOf(await paper(SITE + storm(header)))).toEqual([ID]);
  });

  test("survives a copy of the paper elsewhere", async () => {
    const copy = await paper(SITE + storm(FIRST), { baseUrl: "http://localhost:8080/copy/" });
    expect(idsOf(copy)).toEqual([ID]);
    expect(feeds(copy).rss("//item/link")).toEqual([
      "http://localhost:8080/copy/2026/03/07/storm/",
    ]);
  });

  test("survives the paper's move to another host, once its authority is frozen", async () => {
    const moved = SITE.replace(
      "url: https://news.example.org/",
      "url: https://example.net/\ntag_authority: news.example.org",
    );
    expect(idsOf(await paper(moved + storm(FIRST)))).toEqual([ID]);
  });

  test("keeps every letter, in a form that tags allow", async () => {
    const odd = await paper(SITE + storm(`${FIRST}\nid: "буря #1 [a]"`));
    expect(idsOf(odd)).toEqual([
      "tag:news.example.org,2026:story:%D0%B1%D1%83%D1%80%D1%8F%20%231%20%5Ba%5D",
    ]);
  });
});

test("what may not be passed on stays at home, the rest of its story does not", async () => {
  const kept = `
-- content/articles/agency.md --
---
headline: Agency picture
date: 2026-03-09 09:00
section: world
image: { src: /images/wide.jpg, alt: A wave, credit: Agency, rights: { syndicate: false } }
---
Text.

![The same wave](/images/wide.jpg credit="Agency")

![A lamp](/images/upright.jpg credit="Desk")
-- content/articles/ours.md --
---
headline: For our readers alone
date: 2026-03-10 09:00
section: world
syndicate: false
---
Text.
-- content/articles/hidden.md --
---
headline: Not for search engines
date: 2026-03-11 09:00
section: world
noindex: true
---
Text.
`;
  const { rss, atom, json } = feeds(await paper(SITE + kept, { bytes }), "/world/");
  expect(rss("//item/title")).toEqual(["Not for search engines", "Agency picture"]);
  expect(rss("//media:content")).toEqual([]);
  expect(atom("//media:content")).toEqual([]);
  expect(json.items[1]).not.toHaveProperty("image");
  const html = load(json.items[1]!.content_html);
  expect(
    html("img")
      .map((_, img) => html(img).attr("alt"))
      .get(),
  ).toEqual(["A lamp"]);
});

test("each section, topic and author has feeds of its own, and every page can name them", async () => {
  const newspaper = await paper(SITE + STORM, { bytes, baseUrl: "https://example.net/news/" });
  const lists = [
    "/",
    "/world/",
    "/science/",
    "/topics/weather/",
    "/authors/harbour/",
    "/authors/desk/",
  ];
  expect([...printed(newspaper).keys()]).toEqual(
    lists.flatMap((list) => [`${list}feed.xml`, `${list}atom.xml`, `${list}feed.json`]),
  );
  const { rss, json } = feeds(newspaper, "/authors/desk/");
  expect(json.title).toBe("Night Desk – The Broadsheet");
  expect(json.home_page_url).toBe("https://example.net/news/authors/desk/");
  expect(rss("//item/title").length).toBe(1);
  expect(feedLinks({ title: "World", address: "/world/" }, newspaper.site)).toMatchInlineSnapshot(`
    [
      {
        "href": "/news/world/feed.xml",
        "title": "World – The Broadsheet (RSS)",
        "type": "application/rss+xml",
      },
      {
        "href": "/news/world/atom.xml",
        "title": "World – The Broadsheet (Atom)",
        "type": "application/atom+xml",
      },
      {
        "href": "/news/world/feed.json",
        "title": "World – The Broadsheet (JSON Feed)",
        "type": "application/feed+json",
      },
    ]
  `);
});

test("a feed holds the newest thirty and changes when one of them does, not with the clock", async () => {
  const archive = `${SITE}${stories(40, "world")}`;
  const old = await paper(archive, { now: "2026-06-01T12:00:00Z" });
  const { rss, atom, json } = feeds(old);
  expect(json.items.map(({ url }) => url)).toEqual(
    old.stories.slice(0, 30).map(({ address }) => `https://news.example.org${address}`),
  );
  const edited = old.stories.with(20, {
    ...old.stories[20]!,
    modified: momentAt(Date.parse("2026-05-31T12:00:00Z"), "America/New_York"),
  });
  const after = feeds({ ...old, stories: edited });
  expect(after.atom("/a:feed/a:updated")).toEqual(["2026-05-31T08:00:00-04:00"]);
  expect(after.rss("//lastBuildDate")).toEqual(["Sun, 31 May 2026 08:00:00 -0400"]);
  expect(atom("/a:feed/a:updated")).toEqual([old.stories[0]!.modified.iso]);
  expect(rss("//lastBuildDate")).toEqual([rfc822(old.stories[0]!.modified)]);
  expect(printed(await paper(archive, { now: "2026-06-02T12:00:00Z" }))).toEqual(printed(old));
});

test("an empty list has feeds that are valid and say so", async () => {
  const { rss, atom, json } = feeds(await paper(SITE), "/science/");
  expect(rss("//item | //lastBuildDate")).toEqual([]);
  expect(atom("/a:feed/a:updated")).toEqual(["1970-01-01T00:00:00Z"]);
  expect(json.items).toEqual([]);
});

test("a story has the same dates in RSS, Atom, JSON Feed and sitemap", async () => {
  const newspaper = await paper(SITE + STORM, { bytes });
  const { rss, atom, json } = feeds(newspaper);
  const { byDay } = indexStories(newspaper);
  const matter = { site: newspaper.site, byDay, pages: () => [] };
  const maps = planSitemaps(matter).map(({ print }) => strictXml(print().join("")));
  for (const [index, story] of newspaper.stories.entries()) {
    const { published, modified } = story;
    const nth = `[${index + 1}]`;
    expect(rss(`//item${nth}/pubDate`).map(Date.parse)).toEqual([published.instant]);
    expect(rss(`//item${nth}/a:updated`)).toEqual([modified.iso]);
    expect(atom(`//a:entry${nth}/a:published`)).toEqual([published.iso]);
    expect(atom(`//a:entry${nth}/a:updated`)).toEqual([modified.iso]);
    expect(json.items[index]?.date_published).toBe(published.iso);
    expect(json.items[index]?.date_modified).toBe(modified.iso);
    const lastmod = `//s:url[s:loc='https://news.example.org${story.address}']/s:lastmod`;
    expect(maps.flatMap((map) => map(lastmod))).toEqual([modified.iso]);
  }
});

test("a date in RSS is the same moment, in every zone and century of an archive", () => {
  const instants = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
  const zones = fc.constantFrom("UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland");
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const moment = momentAt(instant, zone);
      const written = rfc822(moment);
      expect(Date.parse(written)).toBe(Date.parse(moment.iso));
      expect(written).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/);
      const weekday = new Date(`${moment.iso.slice(0, 10)}T12:00:00Z`).toUTCString().slice(0, 3);
      expect(written.slice(0, 3)).toBe(weekday);
    }),
  );
});

test("a right-to-left text says so", async () => {
  const arabic = `
-- content/articles/a.md --
---
headline: خبر
date: 2026-03-09 09:00
section: world
language: ar
---
نص.
`;
  const { rss, atom, json } = feeds(await paper(SITE + arabic));
  expect(json.items[0]?.content_html).toBe('<div dir="rtl">\n<p>نص.</p>\n</div>');
  expect(rss("//item/dc:language")).toEqual(["ar"]);
  expect(atom("//a:entry/@xml:lang")).toEqual(["ar"]);
});

test("whatever changes a feed changes what it says it is made from", async () => {
  const newspaper = await paper(SITE + STORM, { bytes });
  const desk = (site = newspaper.site) => openFeedDesk(site);
  const listed = (story: Story) => ({ title: "World", address: "/world/", stories: [story] });
  const [story] = newspaper.stories as [Story];
  const look = (one: Story, site = newspaper.site) => {
    const [rss] = feedFiles(listed(one), desk(site));
    return { text: rss!.print().join(""), matter: JSON.stringify(rss!.matter) };
  };
  const before = look(story);
  const other = newspaper.stories[1]!;
  for (const [key, value] of Object.entries({ ...other, ...VARIED })) {
    const after = look({ ...story, [key]: value });
    expect([key, after.text === before.text || after.matter !== before.matter]).toEqual([
      key,
      true,
    ]);
  }
  const moved = look(story, { ...newspaper.site, url: "https://example.net/" });
  expect(moved.matter).not.toBe(before.matter);
  expect(look(story)).toEqual(before);
});

const VARIED = { language: "ar", genre: "sponsored", picture: undefined, syndicate: false };
