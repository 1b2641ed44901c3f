// Feeds and sitemaps as strangers' validators read them: against the grammars of their standards.

import sharp from "sharp";
import { expect, test } from "vitest";
import { SITE } from "../support/content-folder.ts";
import { type EntryInRuby, feedsInRuby, hasRuby } from "../support/feeds-in-ruby.ts";
import { offence } from "../support/published-grammars.ts";
import { site } from "../support/site.ts";
import { stories } from "../support/stories.ts";
import { strictXml } from "../support/strict-xml.ts";

const HARD = `
-- content/site.yaml --
${SITE}
license: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
-- content/authors/ana.md --
---
name: Ana <&> "Ána"
---
-- content/authors/desk.md --
---
name: The Night Desk
kind: organization
---
-- content/articles/буря.md --
---
headline: Буря ]]> & <b>
standfirst: "Rain & wind"
date: 2026-05-31 21:30
updated: 2026-06-01 09:00
section: world
authors: [ana, desk]
topics: [Sea & air, 天気]
genre: analysis
series: The harbour
language: ru
image: { src: /images/wave.jpg, alt: A "wave", caption: The <wave>, credit: Desk & Agency }
corrections:
  - { date: 2026-06-01 08:00, kind: correction, text: "It has <two> lamps." }
---
Буря.

![The same wave](/images/wave.jpg credit="Agency")
-- content/articles/night.md --
---
headline: "\\u0007הסערה & “הנמל” \\u000B"
date: 2026-06-01 00:30
section: politics
authors: [desk, ana]
language: he
license: { name: "Own & <terms>" }
dateline: NAGOYA & <sea>
---
Night \u0007fell.\uFFFE ]]> &amp; <p>

::: factbox Five & <numbers>
- 台風が**東京**に接近。
:::

::: embed https://video.example/?a=1&b=2 The <wave> & "sea"
Ana films ]]> the wave.
:::
-- content/articles/paid.md --
---
headline: Paid for
date: 2026-06-01
section: world
genre: sponsored
sponsor: { name: A Bank, url: https://bank.example/ }
---
The text.
`;

const WAVE = new Map([
  [
    "content/images/wave.jpg",
    await sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#678" } })
      .jpeg()
      .toBuffer(),
  ],
]);

test("every Atom feed and every sitemap is as its standard has it", async () => {
  await using built = await site(HARD + stories(40), { bytes: WAVE });
  const judged = built.files().filter((file) => /(?:atom|sitemap|sitemaps\/.*)\.xml$/.test(file));
  expect(judged).toEqual(
    expect.arrayContaining([
      "atom.xml",
      "corrections/atom.xml",
      "authors/ana/atom.xml",
      "news-sitemap.xml",
      "sitemap.xml",
      "sitemaps/2026-05.xml",
      "sitemaps/pages.xml",
    ]),
  );
  const wrong = judged.map((file) => [file, offence(built.text(`/${file}`))]);
  expect(wrong.filter(([, why]) => why !== undefined)).toEqual([]);
});

test.skipIf(!hasRuby)(
  "a reader in Ruby refuses no feed, and has the same of all notations (skipped without Ruby)",
  async () => {
    await using built = await site(HARD + stories(3), { bytes: WAVE });
    const folders = built.files().flatMap((file) => /^(.*)atom\.xml$/.exec(file)?.[1] ?? []);
    expect(folders.length).toBeGreaterThan(7);
    const texts = (name: string) => folders.map((folder) => built.text(`/${folder}${name}`));
    const inJson = texts("feed.json").map((text) => {
      const { items } = JSON.parse(text) as { items: JsonItem[] };
      return items.map(asInRuby);
    });
    expect(feedsInRuby(texts("atom.xml"))).toEqual(inJson);
    expect(feedsInRuby(texts("feed.xml"))).toEqual(inJson);
  },
);

test.skipIf(!hasRuby)("the reader in Ruby refuses what is wrong (skipped without it)", async () => {
  await using built = await site(HARD, { bytes: WAVE });
  const rss = built.text("/feed.xml");
  const answers = feedsInRuby([
    rss.replace(/<description>.*<\/description>/, ""),
    rss.replace(/<pubDate>/, "<pubDate>yesterday"),
    rss.replace('isPermaLink="false"', 'isPermaLink="no"'),
    rss.replace(/(<link>.*<\/link>)/, "$1$1"),
    built.text("/atom.xml").replace(/<updated>.*<\/updated>/, ""),
  ]);
  expect(answers.map((answer) => typeof answer)).toEqual(Array(5).fill("string"));
});

interface JsonItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date_published: string;
  readonly content_html: string;
  readonly authors?: readonly { readonly name: string }[];
}

function asInRuby(item: JsonItem): EntryInRuby {
  const { id, title, url, date_published, content_html: html, authors = [] } = item;
  const published = new Date(date_published).toISOString().replace(".000", "");
  return { id, title, url, published, authors: authors.map(({ name }) => name), html };
}

test("the news sitemap is valid at any time, and names what is new or the front page alone", async () => {
  const storm = stories(1).replace("2020-01-01 09:00", "2026-05-31 21:30");
  await using built = await site(storm, { now: "2026-05-31T21:29:59Z" });
  // Before the story, as it appears, two days later, a second more, and long after.
  for (const [now, path] of [
    ["2026-05-31T21:29:59Z", "/"],
    ["2026-05-31T21:30:00Z", "/2026/05/31/story-1/"],
    ["2026-06-02T21:30:00Z", "/2026/05/31/story-1/"],
    ["2026-06-02T21:30:01Z", "/"],
    ["2027-01-01T00:00:00Z", "/"],
  ] as const) {
    await built.rebuild("", { now });
    const map = built.text("/news-sitemap.xml");
    const url = `https://news.example.org${path}`;
    expect([now, offence(map), strictXml(map)("//s:loc")]).toEqual([now, undefined, [url]]);
    expect(strictXml(map)("//news:title")).toEqual(path === "/" ? [] : ["Story 1"]);
  }
});

test("the judge of feeds and sitemaps finds what is wrong", async () => {
  await using built = await site(HARD, { bytes: WAVE });
  const broken = (file: string, from: string | RegExp, to: string) => {
    const text = built.text(file);
    expect(text.replace(from, to)).not.toBe(text);
    return offence(text.replace(from, to));
  };
  expect(broken("/atom.xml", /<updated>[^<]*<\/updated>/, "")).toContain("updated");
  expect(broken("/atom.xml", /<content type="html">[^<]*/, "<content><p/>")).toContain("content");
  expect(broken("/atom.xml", /<published>[^T]*T/, "<published>yesterday")).toBeTruthy();
  expect(broken("/sitemap.xml", /<loc>[^<]*<\/loc>/, "<loc>/a</loc>")).toContain("loc");
  expect(broken("/sitemaps/2026-05.xml", "<image:loc>", "<image:loc>  :x:%")).toBeTruthy();
  expect(broken("/news-sitemap.xml", /<news:title>.*<\/news:title>/, "")).toContain("news");
});
