// The paper's corrections: what was put right, in the open and in one place.

import { load } from "cheerio";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";
import { stories, story } from "../support/stories.ts";

const CORRECTIONS = "/corrections/";

/** A story and what was put right in it. */
function corrected(slug: string, corrections: string, header = ""): string {
  return `-- content/articles/${slug}.md --
---
headline: The ${slug}
date: 2026-03-01 09:00
section: world
${header}corrections:
${corrections}---
It stands in the harbour.
`;
}

const note = (date: string, text: string, kind = "correction") =>
  `  - { date: ${date}, kind: ${kind}, text: ${text} }\n`;

const POLICY = `-- content/pages/corrections.md --
---
title: How we correct
---
An error is called an error. See [the bridge](../articles/bridge.md).
`;

const links = (built: BuiltSite, address: string, selector: string) =>
  built
    .page(address)(selector)
    .toArray()
    .map((element) => built.page(address)(element).attr("href"));

test("whatever was put right stands on one page, newest first, with its date and the way to its story", async () => {
  await using built = await site(`${corrected(
    "bridge",
    note("2026-03-02 10:00", "It is 212 metres long.") +
      note("2026-03-05 18:30", "It was closed on Friday.", "update"),
  )}
${corrected("pier", note("2026-03-04", "It belongs to the city.", "clarification"))}
${corrected("mole", note("2026-03-03 08:00", "We cannot vouch for it.", "editors-note"), "status: killed\n")}
${corrected("quay", note("2026-03-03 09:00", "Not a word."), "status: withdrawn\n")}
`);
  expect(built.texts(CORRECTIONS, "main h1")).toEqual(["Corrections"]);
  const parts = ["> p", "h2", ".corrected-text"].map((part) =>
    built.texts(CORRECTIONS, `main article ${part}`),
  );
  expect(parts[0]?.map((_, index) => parts.map((texts) => texts[index]))).toEqual([
    ["Update 5 March 2026, 18:30 UTC", "The bridge", "It was closed on Friday."],
    ["Clarification 4 March 2026", "The pier", "It belongs to the city."],
    [
      "Editor’s note 3 March 2026, 08:00 UTC",
      "This story has been taken down",
      "We cannot vouch for it.",
    ],
    ["Correction 2 March 2026, 10:00 UTC", "The bridge", "It is 212 metres long."],
  ]);
  expect(links(built, CORRECTIONS, "main article a")).toEqual([
    "/2026/03/01/bridge/",
    "/2026/03/01/pier/",
    "/2026/03/01/mole/",
    "/2026/03/01/bridge/",
  ]);
  expect(built.text(CORRECTIONS)).not.toMatch(/The mole|quay|Not a word/);
  expect(built.page("/2026/03/01/pier/")('footer a[href="/corrections/"]').text()).toBe(
    "Corrections",
  );
  expect(built.text("/sitemaps/pages.xml")).toContain(
    "<loc>https://news.example.org/corrections/</loc>\n<lastmod>2026-03-05T18:30:00+00:00</lastmod>",
  );
});

test("what the newsroom says of its corrections stands above them, and is its policy for machines", async () => {
  await using built = await site(
    POLICY + corrected("bridge", note("2026-03-02 10:00", "It is 212 metres long.")),
  );
  expect(built.texts(CORRECTIONS, "main h1, main h2, main .text")).toEqual([
    "How we correct",
    "An error is called an error. See the bridge.",
    "The bridge",
  ]);
  expect(links(built, "/", 'footer a[href="/corrections/"]').length).toBe(1);
  expect(built.text("/sitemaps/pages.xml").split("/corrections/</loc>").length).toBe(2);
  const [publisher] = built.jsonLd("/2026/03/01/bridge/", "NewsMediaOrganization");
  expect(publisher?.["correctionsPolicy"]).toBe("https://news.example.org/corrections/");
});

test("a paper that has nothing to put right has no page for it, unless it asks for one", async () => {
  await using built = await site(stories(1));
  expect(built.has(CORRECTIONS)).toBe(false);
  expect(built.has("/corrections/feed.xml")).toBe(false);
  expect(built.texts("/", "footer a")).not.toContain("Corrections");
  await using asking = await site(`${stories(1)}
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: UTC
sections: [{ slug: world, title: World }]
policies: { corrections: /corrections/ }
`);
  expect(asking.texts(CORRECTIONS, "main p")).toEqual(["No corrections so far."]);
});

test("the corrections can be followed, and an entry keeps its id whatever else is edited", async () => {
  const first = note("2026-03-02 10:00", "It is 212 metres long.");
  await using built = await site(`${corrected("bridge", first)}
${corrected("mole", note("2026-03-03 08:00", "We cannot vouch for it."), "status: killed\n")}
${corrected("pier", note("2026-03-04 08:00", "For our own readers alone."), "syndicate: false\n")}
`);
  expect(links(built, CORRECTIONS, 'link[rel="alternate"]')).toEqual([
    "/corrections/feed.xml",
    "/corrections/atom.xml",
    "/corrections/feed.json",
  ]);
  const items = () => JSON.parse(built.text("/corrections/feed.json")).items;
  expect(items()).toMatchObject([
    {
      id: "tag:news.example.org,2026:correction:/2026/03/01/mole/@2026-03-03T08:00:00",
      title: "Correction – This story has been taken down",
      summary: "We cannot vouch for it.",
    },
    {
      id: "tag:news.example.org,2026:correction:/2026/03/01/bridge/@2026-03-02T10:00:00",
      url: "https://news.example.org/2026/03/01/bridge/",
      title: "Correction – The bridge",
      content_html:
        '<p><strong>Correction</strong> (<time datetime="2026-03-02T10:00:00+00:00">2 March 2026, 10:00 UTC</time>): It is 212 metres long.</p>',
      date_published: "2026-03-02T10:00:00+00:00",
    },
  ]);
  const [, bridge] = items();
  await built.rebuild(
    corrected(
      "bridge",
      note("2026-03-01 12:00", "It is of steel.") +
        note("2026-03-02 10:00", "It is 211 metres long.", "clarification") +
        note("2026-03-02 10:00", "It has two lamps."),
      "slug: long-bridge\naliases: [/2026/03/01/bridge/]\n",
    ).replace("The bridge", "The long bridge"),
  );
  expect(items().map(({ id }: { id: string }) => id.split("@")[1])).toEqual([
    "2026-03-03T08:00:00",
    "2026-03-02T10:00:00/2",
    "2026-03-02T10:00:00",
    "2026-03-01T12:00:00",
  ]);
  expect(items()[2]).toMatchObject({ id: bridge.id, title: "Clarification – The long bridge" });
  const ids = load(built.text("/corrections/feed.xml"), { xml: true })("item > guid").toArray();
  expect(ids.length).toBe(4);
  expect(built.text("/corrections/atom.xml")).toContain(`<id>${bridge.id}</id>`);
});

test("a correction is printed on its story and on the first page of the corrections, and costs no other story", async () => {
  const all = Array.from({ length: 60 }, (_, index) =>
    story(
      index + 1,
      "world",
      `corrections: [{ date: ${new Date(Date.UTC(2021, 0, index + 1)).toISOString().slice(0, 10)}, kind: correction, text: Number ${index + 1}. }]\n`,
    ),
  );
  await using built = await site(
    all.join("") + stories(61).split("\n-- ").at(-1)!.replace(/^/, "-- "),
  );
  expect(built.texts(CORRECTIONS, "main article").length).toBe(36);
  expect(links(built, CORRECTIONS, ".list-turn a")).toEqual(["/corrections/page/1/"]);
  expect(built.texts("/corrections/page/1/", "main article")[0]).toContain("Number 24.");
  expect(built.texts("/corrections/page/1/", ".list-number")).toEqual([
    "Older corrections, page 1",
  ]);
  const pages = built.files().filter((file) => file.endsWith(".html"));
  const bytes = () =>
    new Map(pages.map((file) => [file, readFileSync(join(built.output, file), "utf8")]));
  const before = bytes();
  await built.rebuild(
    story(61, "world", "corrections: [{ date: 2022-01-01, kind: correction, text: New. }]\n"),
  );
  const changed = [...bytes()].filter(([file, text]) => text !== before.get(file));
  expect(changed.map(([file]) => file)).toEqual([
    "2020/03/01/story-61/index.html",
    "corrections/index.html",
  ]);
});

test("the address of the corrections is kept when its text goes, and when a plain page becomes the list", async () => {
  await using built = await site(POLICY.replace("See [the bridge](../articles/bridge.md).", ""));
  expect(built.texts(CORRECTIONS, "main p")).toEqual([
    "An error is called an error.",
    "No corrections so far.",
  ]);
  await built.rebuild(`${corrected("bridge", note("2026-03-02 10:00", "It is 212 metres long."))}
${POLICY.replace("---\n", "---\nstatus: withdrawn\n")}`);
  expect(built.texts(CORRECTIONS, "main h1, main h2")).toEqual(["Corrections", "The bridge"]);
  expect(built.text(CORRECTIONS)).not.toContain("An error is called an error");
});

test("a correction in another language than the paper's says so", async () => {
  await using built = await site(
    corrected("bridge", note("2026-03-02 10:00", "גשר ארוך."), "language: he\n"),
  );
  const $ = built.page(CORRECTIONS);
  expect($("main article [lang=he][dir=rtl]").length).toBe(2);
  expect(JSON.parse(built.text("/corrections/feed.json")).items[0]).toMatchObject({
    language: "he",
    title: "תיקון – The bridge",
    content_html: expect.stringContaining('<div dir="rtl">'),
  });
});

const SETTINGS = (report: string) => `-- content/site.yaml --
title: The Broadsheet
url: https://example.org/news/
language: en
timezone: Europe/London
sections: [{ slug: world, title: World }]
corrections: { report: "${report}" }
`;

test("a reader can report an error, and the desk learns in which story and which version of it", async () => {
  const archive = corrected("bridge", note("2026-06-01 10:00", "It is long.")).replace(
    "The bridge",
    `"No" & <no>? 100% #1`,
  );
  await using built = await site(SETTINGS("mailto:corrections@example.org") + archive);
  const link = built.page("/2026/03/01/bridge/")("main .report a");
  expect(link.text()).toBe("Report an error");
  const letter = new URL(link.attr("href") ?? "");
  expect(letter.protocol + letter.pathname).toBe("mailto:corrections@example.org");
  expect([...new URLSearchParams(letter.search)]).toEqual([
    ["subject", `Report an error – "No" & <no>? 100% #1`],
    [
      "body",
      "\r\n\r\nhttps://example.org/news/2026/03/01/bridge/\r\nid: /2026/03/01/bridge/\r\nversion: 2026-06-01T10:00:00+01:00",
    ],
  ]);
  await built.rebuild(SETTINGS("https://example.org/report?desk=1"));
  const form = built.page("/2026/03/01/bridge/")("main .report a").attr("href") ?? "";
  expect([...new URL(form).searchParams]).toEqual([
    ["desk", "1"],
    ["story", "/2026/03/01/bridge/"],
    ["version", "2026-06-01T10:00:00+01:00"],
  ]);
  expect(built.texts(CORRECTIONS, ".report")).toEqual([]);
});
