// The text edition: the whole paper below `/text/`, in pages that are there at once on any line.

import { setTimeout } from "node:timers/promises";
import { HtmlValidate } from "html-validate";
import sharp from "sharp";
import { expect, test } from "vitest";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";
import { stories } from "../support/stories.ts";

const WITH_TEXT = `-- content/site.yaml --\n${SITE}outputs: [text]\n`;
const HOME_IS_TEXT = `-- content/site.yaml --\n${SITE}home: text\n`;

const ANA = `
-- content/authors/ana.md --
---
name: Ana
---
`;

const STORY = `
-- content/articles/storm.md --
---
headline: Storm closes "the harbour" <again>
standfirst: Ferries & trams stood still.
date: 2026-03-07 21:30
updated: 2026-03-08 12:00
section: world
authors: [ana]
dateline: PORT
genre: analysis
image: { src: /images/wave.jpg, alt: A wave, caption: The pier, credit: Agency }
corrections:
  - { date: 2026-03-08 09:00, kind: correction, text: "The pier has <two> lamps." }
  - { date: 2026-03-08 10:00, kind: update, text: Trams run again. }
---
The wind rose, as [forecast](fair.md#later), says [the port](https://example.org/).

![A lamp](/images/wave.jpg "One lamp" credit="Agency")

# Later

It fell.
`;

const FAIR = `
-- content/articles/fair.md --
---
headline: Fair weather
date: 2026-03-01
section: world
---
The sun shone. See [the section](/world/).

# Later

It set.
`;

const STORM = ANA + STORY + FAIR;

const ADDRESS = "/text/2026/03/07/storm/";
const WAVE = new Map([
  [
    "content/images/wave.jpg",
    await sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#678" } })
      .jpeg()
      .toBuffer(),
  ],
]);

const textPages = (built: BuiltSite) =>
  built.files().filter((file) => file.startsWith("text/") && file.endsWith("index.html"));

const links = (built: BuiltSite, address: string, selector: string) =>
  built
    .page(address)(`${selector} a`)
    .toArray()
    .map((link) => built.page(address)(link).attr("href"));

/** What is wrong with pages of the edition: none may be larger, load anything, or need a style sheet. */
function faultsOf(built: BuiltSite): string[] {
  const loads = /<(?:img|picture|script|style|pre|link rel="(?!canonical))| (?:style|src|class)=/;
  return textPages(built).flatMap((file) => {
    const html = built.text(`/${file}`);
    const [size, load] = [Buffer.byteLength(html), loads.exec(html)?.[0]];
    return [
      ...(size > 14 * 1024 ? [`${file} has ${size} bytes`] : []),
      ...(load === undefined ? [] : [`${file} holds ${load}`]),
    ];
  });
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "void-style": "off", "doctype-style": "off", "long-title": "off" },
});

async function invalidIn(built: BuiltSite): Promise<string[]> {
  const reports = textPages(built).map(async (file) => {
    const { results } = await validator.validateString(built.text(`/${file}`));
    return results.flatMap(({ messages }) => messages.map((one) => `${file}: ${one.message}`));
  });
  return (await Promise.all(reports)).flat();
}

test("a story stands in the text edition with all its words and no picture", async () => {
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE });
  expect(built.texts(ADDRESS, "body > *")).toMatchInlineSnapshot(`
    [
      "The Broadsheet | Text edition",
      "Storm closes "the harbour" <again>AnalysisFerries & trams stood still.By AnaPublished 7 March 2026, 21:30 UTCUpdated 8 March 2026, 12:00 UTCCorrection (8 March 2026, 09:00 UTC) The pier has <two> lamps.PORTThe wind rose, as forecast, says the port. Later It fell. Update (8 March 2026, 10:00 UTC) Trams run again.",
      "",
      "WorldThis page with pictures",
    ]
  `);
  expect(links(built, ADDRESS, "main")).toEqual([
    "/text/2026/03/01/fair/#later",
    "https://example.org/",
  ]);
  expect(links(built, ADDRESS, "nav")).toEqual(["/text/world/", "/2026/03/07/storm/"]);
  expect(built.page(ADDRESS)("link[rel=canonical]").attr("href")).toBe(
    "https://news.example.org/2026/03/07/storm/",
  );
  expect(faultsOf(built)).toEqual([]);
  expect(await invalidIn(built)).toEqual([]);
});

test("a title that reads like an attribute takes nothing of the text with it", async () => {
  const text = `See [one](/world/ "It ends in class=") and [two](https://example.org/ "So does tabindex=").\n`;
  await using built = await site(WITH_TEXT + STORM.replace("It fell.\n", text), { bytes: WAVE });
  const titled = built.page(ADDRESS)("a[title]").toArray();
  expect(titled.map(({ attribs }) => attribs)).toEqual([
    { href: "/world/", title: "It ends in class=" },
    { href: "https://example.org/", title: "So does tabindex=", rel: "noopener" },
  ]);
  expect(built.texts(ADDRESS, "main")[0]).toContain("See one and two.");
});

test("the whole page leads to its text, and every page to the front of the edition", async () => {
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE });
  const head = built.page("/2026/03/07/storm/")('link[rel="alternate"][type="text/html"]');
  expect(head.attr("href")).toBe(ADDRESS);
  expect(links(built, "/world/", "footer")).toContain("/text/");
  expect(built.texts("/text/", "h1, h2, main a")).toEqual([
    "The Broadsheet",
    'Storm closes "the harbour" <again>',
    "Fair weather",
    "Sections",
    "World",
    "Politics",
  ]);
  expect(built.texts("/text/politics/", "h1")).toEqual(["Politics"]);
});

test("a paper that has not asked for it has no text edition", async () => {
  await using built = await site(STORM, { bytes: WAVE });
  expect(textPages(built)).toEqual([]);
  expect(built.text("/")).not.toContain("/text/");
});

test("one line makes it the home page, and the whole stories are still there", async () => {
  await using built = await site(HOME_IS_TEXT + STORM, { bytes: WAVE });
  expect(built.text("/")).toBe(built.text("/text/"));
  expect(built.page("/")("link[rel=stylesheet], img, script").length).toBe(0);
  expect(built.texts("/2026/03/07/storm/", "h1")).toEqual(['Storm closes "the harbour" <again>']);
  await built.rebuild(`-- content/site.yaml --\n${SITE}`);
  expect(textPages(built)).toEqual([]);
  expect(built.page("/")("link[rel=stylesheet]").length).toBe(1);
});

test("below a path, the edition stays below it", async () => {
  const baseUrl = "https://example.org/news/";
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE, baseUrl });
  expect(links(built, ADDRESS, ":is(header, nav)")).toEqual([
    "/news/text/",
    "/news/text/world/",
    "/news/2026/03/07/storm/",
  ]);
});

const LONG = Array.from(
  { length: 400 },
  (_, index) => `Sentence ${index} of the [long](fair.md) story, with its own words.`,
);
const ONE_PARAGRAPH = LONG.join(" ");
const LIST = LONG.map((words, index) => `${index + 1}. ${words}`).join("\n");
const JAPANESE = "風は正午に強まり、夜まで吹き続けた。".repeat(600);
const NO_SPACE = "&".repeat(9000);

const HOSTILE = `
-- content/articles/hostile.md --
---
headline: ${"Headline & more ".repeat(25)}
standfirst: ${"Standfirst <b> ".repeat(60)}
date: 2026-03-09
section: world
corrections:
${Array.from({ length: 30 }, (_, index) => `  - { date: 2026-03-10 ${10 + (index % 10)}:00, kind: ${index % 2 ? "correction" : "update"}, text: "${`Note ${index}. `.repeat(40)}" }`).join("\n")}
---
First[^1].

${ONE_PARAGRAPH}

${LIST}

> ${JAPANESE}

\`\`\`
${NO_SPACE}
\`\`\`

| A | B |
|---|---|
${LONG.map((words) => `| ${words} | x |`).join("\n")}

[^1]: The note, at the very end.
`;

test("a long story is parted into pages, all of them small, and no word is lost", async () => {
  await using built = await site(WITH_TEXT + STORM + HOSTILE, { bytes: WAVE });
  expect(faultsOf(built)).toEqual([]);
  expect(await invalidIn(built)).toEqual([]);
  const first = "/text/2026/03/09/hostile/";
  const pages = textPages(built).filter((file) => file.startsWith(first.slice(1)));
  const count = pages.length;
  const addresses = Array.from({ length: count }, (_, index) =>
    index === 0 ? first : `${first}${index + 1}/`,
  );
  expect(pages.toSorted()).toEqual(addresses.map((one) => `${one.slice(1)}index.html`).toSorted());
  const words = (text: string) => text.replaceAll(/\s/g, "");
  const all = addresses.map((one) => built.texts(one, "main > div").join("")).join("");
  const whole = built.page("/2026/03/09/hostile/")(".text-run").text();
  expect(words(all)).toBe(words(whole));
  expect(built.texts(first, "main > p")[0]).toBe(`Page 1 of ${count}`);
  expect(links(built, first, "nav")[0]).toBe(`${first}2/`);
  expect(links(built, `${first}2/`, "nav").slice(0, 2)).toEqual([`${first}3/`, first]);
  // A list goes on with its numbers, and a note is found on the page it is on.
  const starts = addresses.flatMap((one) =>
    built
      .page(one)("ol")
      .toArray()
      .map((list) => [list.attribs["start"] ?? "1", built.page(one)(list).text().trim()]),
  );
  expect(starts.length).toBeGreaterThan(3);
  for (const [start, text] of starts.slice(0, -1))
    expect(text).toMatch(new RegExp(`^Sentence ${Number(start) - 1} `));
  const note = addresses
    .flatMap((one) => links(built, one, "sup"))
    .find((href) => href?.includes("note_1"));
  expect(built.page(note?.split("#")[0] ?? "")("#note_1").length).toBe(1);
});

// Going through the whole text for each page and each note took half a minute of work, and far more for more.
test("thousands of notes on hundreds of pages do not hold up the press", async () => {
  const all = Array.from({ length: 8_000 }, (_, number) => number);
  const notes = all.map((number) => `[^${number}]: n\n`).join("\n");
  const text = `${all.map((number) => `[^${number}]`).join(" ")}\n\n${notes}`;
  const before = performance.now();
  await using built = await site(
    `${WITH_TEXT}-- content/articles/long.md --\n---\nheadline: Long\ndate: 2026-05-01\nsection: world\n---\n${text}\n`,
  );
  expect(performance.now() - before).toBeLessThan(25_000);
  const last = built.files().filter((file) => file.startsWith("text/2026/05/01/long/")).length;
  expect(last).toBeGreaterThan(100);
  const to = built.page("/text/2026/05/01/long/")("sup a").first().attr("href") ?? "";
  expect(built.page(to.split("#")[0] ?? "")(`#${to.split("#")[1]}`)).toHaveLength(1);
}, 120_000);

test("a section of many stories is parted, and a new story prints few pages again", async () => {
  await using built = await site(WITH_TEXT + stories(120), { ownState: true });
  expect(faultsOf(built)).toEqual([]);
  const lists = textPages(built).filter((file) => file.startsWith("text/world/"));
  expect(lists.length).toBeGreaterThan(3);
  const found = lists.flatMap((file) => built.texts(`/${file}`, "main a"));
  expect(new Set(found).size).toBe(120);
  expect(found.length).toBe(120);
  const before = new Map(lists.map((file) => [file, built.text(`/${file}`)]));
  await built.rebuild(`-- content/articles/new.md --
---
headline: The newest
date: 2026-05-01
section: world
---
New.
`);
  const changed = [...before].filter(([file, html]) => built.text(`/${file}`) !== html);
  expect(changed.map(([file]) => file)).toEqual(["text/world/index.html"]);
});

/** Builds again when the press may trust the times of files, so that an edit goes the shortest way. */
async function settle(built: BuiltSite): Promise<void> {
  await setTimeout(2500);
  await built.rebuild();
}

test("a story that outgrows its page gets another, and loses it again when it is cut", async () => {
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE, ownState: true });
  const second = `${ADDRESS}2/`;
  await settle(built);
  expect(built.has(second)).toBe(false);
  await built.rebuild(STORY.replace("It fell.", ONE_PARAGRAPH));
  expect(built.texts(ADDRESS, "main > p")[0]).toMatch(/^Page 1 of \d$/);
  expect(built.has(second)).toBe(true);
  await settle(built);
  await built.rebuild(STORY.replace("It fell.", "It fell at last."));
  expect(built.has(second)).toBe(false);
  expect(built.texts(ADDRESS, "main").join()).toContain("It fell at last.");
});

test("an edited headline is new in every list of the edition", async () => {
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE, ownState: true });
  await settle(built);
  await built.rebuild(FAIR.replace("Fair weather", "Foul weather"));
  for (const list of ["/text/", "/text/world/", "/text/2026/03/01/fair/"])
    expect(built.texts(list, "main").join()).toContain("Foul weather");
});

test("what is withdrawn leaves the edition, and so do the links to it", async () => {
  await using built = await site(WITH_TEXT + STORM, { bytes: WAVE, ownState: true });
  const withdrawn = STORM.replace("date: 2026-03-01", "date: 2026-03-01\nstatus: withdrawn");
  await built.rebuild(withdrawn);
  expect(built.has("/text/2026/03/01/fair/")).toBe(false);
  expect(links(built, ADDRESS, "main")[0]).toBe("/2026/03/01/fair/#later");
  expect(built.texts("/text/world/", "main a")).toEqual(['Storm closes "the harbour" <again>']);
});

test("an old address leads on within the edition, and the edition may be given up again", async () => {
  const moved = (name: string, lines = "") => `
-- content/articles/${name}.md --
---
headline: ${name}
date: 2026-03-08
section: world
aliases: [/old/${name}/]
${lines}---
The text.
`;
  const archive = `${moved("storm")}${moved("killed", "status: killed\ncorrections: [{ date: 2026-03-09, kind: correction, text: It was not so. }]\n")}${moved("gone", "status: withdrawn\n")}`;
  await using built = await site(
    `-- content/site.yaml --\n${SITE}outputs: [text, twins]\n${archive}`,
  );
  const leadsTo = (address: string) => built.page(address)("main a").attr("href");
  expect(leadsTo("/text/old/storm/")).toBe("/text/2026/03/08/storm/");
  expect(leadsTo("/text/old/killed/")).toBe("/2026/03/08/killed/");
  expect(leadsTo("/text/2026/03/08/killed/")).toBe("/2026/03/08/killed/");
  expect(leadsTo("/text/old/gone/")).toBe("/2026/03/08/gone/");
  const left = built.files().filter((file) => /08\/(?:gone|killed)\//.test(file));
  expect(left).toEqual([
    "2026/03/08/gone/index.html",
    "2026/03/08/killed/index.html",
    "text/2026/03/08/killed/index.html",
  ]);
  await built.rebuild(`-- content/site.yaml --\n${SITE}`);
  expect(built.files().filter((file) => file.startsWith("text/"))).toEqual([]);
});
