// The preflight: a paper as printed has nothing to mend; one with a fault in it says so, in the file
// that somebody can mend.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { check, type CheckOrder } from "../../src/desk/check.ts";
import { findingsText } from "../../src/desk/check-report.ts";
import { type BuiltSite, orderFor, site } from "../support/site.ts";
import { wholePaper } from "../support/whole-paper.ts";

const STORM = `-- content/articles/storm.md --
---
headline: Storm warning
date: 2026-03-01 09:00
section: world
---
The wind rose at noon.

# What is known

It fell again at one.
`;

const STORM_PAGE = "2026/03/01/storm/index.html";

/** What a check of the built paper says, as the desk reads it. */
async function checked(built: BuiltSite, more: Partial<CheckOrder> = {}): Promise<string> {
  const order = orderFor(built.content, { ownState: true });
  const result = await check({ ...order, outputFolder: built.output, ...more });
  if (result.kind !== "checked") return result.kind;
  return findingsText(result.findings, { content: "content", output: "_site" }).trim();
}

/** Does to a printed file what a faulty layout, or a careless hand, would do. */
function spoil(built: BuiltSite, file: string, from: string | RegExp, to: string): void {
  const path = join(built.output, file);
  const text = readFileSync(path, "utf8");
  const spoilt = text.replace(from, () => to);
  if (spoilt === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, spoilt);
}

test("a whole paper as the press prints it has nothing to mend, but for a headline that is too long", async () => {
  await using paper = await wholePaper();
  const [advice, ...others] = (await checked(paper)).split("\n\n");
  expect(advice).toContain("longest.md:2:11 advice: The headline has 194 characters");
  expect(others).toEqual([]);
});

test("a folder without a paper is none", async () => {
  await using built = await site(STORM);
  const result = await check({
    ...orderFor(built.content),
    outputFolder: built.content.contentFolder,
  });
  expect(result).toEqual({ kind: "no paper" });
});

test("a link to a page that is not there, and to a place that is not there, are told once each", async () => {
  await using built = await site(STORM);
  const links = `<a href="/nowhere/">a</a> <a href="/nowhere/#b">b</a> <a href="#lost">c</a> <a href="/world/#page_text">d</a>`;
  spoil(built, STORM_PAGE, "<p>The wind", `<p>${links} The wind`);
  spoil(built, "index.html", "</main>", `<a href="/nowhere/">a</a></main>`);
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The page, and 1 more like it, link to “/nowhere/”, which is not in the paper.
      Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.

    content/articles/storm.md error: The page links to “#lost”, where nothing is called “lost”.
      Link to a heading that is there, or to the page as a whole."
  `);
});

test("a page needs one main headline, and leaves out no level", async () => {
  await using built = await site(STORM);
  spoil(built, STORM_PAGE, /<h2(.*)h2>/, '<h3 id="what-is-known">What is known</h3>');
  spoil(built, "world/index.html", "<h1", "<h2");
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md advice: On the page, “What is known” (h3) follows “Storm warning” (h1): a level of heading is left out.
      Write the lower heading with fewer “#”: levels follow one another.

    _site/world/index.html error: The page has 0 main headlines (h1).
      It needs exactly one: look in layouts/ for this kind of page."
  `);
});

const PICTURE = `-- content/articles/bridge.md --
---
headline: The bridge over the harbour is to be closed to lorries from next spring, the council decided after a night of debate
date: 2026-03-02 09:00
section: world
seo: { title: Harbour bridge to close to lorries from next spring after vote }
social:
  title: Lorries will have to go round the harbour from next spring, says the council
  description: One
image: { src: bridge.png, alt: The bridge at dawn., caption: The bridge at dawn, credit: Ours }
---
The vote was close.

![A lorry](bridge.png "It goes round" credit="Ours")
`;

async function bridge(): Promise<ReadonlyMap<string, Buffer>> {
  const create = { width: 1600, height: 1000, channels: 3, background: "#678" } as const;
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const bytes = await sharp({ create: { ...create, noise } })
    .png()
    .toBuffer();
  return new Map([["articles/bridge.png", bytes]]);
}

test("pictures, cards and words that others would cut are pointed out, and do no more than that", async () => {
  await using built = await site(PICTURE, { bytes: await bridge() });
  const report = await checked(built);
  expect(report.replaceAll(/[0-9a-f]{20}/g, "…").replaceAll(/\d+ kB;/g, "… kB;"))
    .toMatchInlineSnapshot(`
    "content/articles/bridge.md:2:11 advice: The headline has 116 characters; the desk’s limit is 100.
      2 | headline: The bridge over the harbour is to be closed to lorries from next spring, the council decid…
      Shorten it: whoever shows less of it cuts the end off.

    content/articles/bridge.md:5:15 advice: The title for search engines has 62 characters; the desk’s limit is 55.
      5 | seo: { title: Harbour bridge to close to lorries from next spring after vote }
        |               ^
      Shorten it: whoever shows less of it cuts the end off.

    content/articles/bridge.md:7:10 advice: The title for social networks has 76 characters; the desk’s limit is 70.
      7 |   title: Lorries will have to go round the harbour from next spring, says the council
      Shorten it: whoever shows less of it cuts the end off.

    content/articles/bridge.md:9:32 advice: The description of a picture on the page is its caption over again: “The bridge at dawn”.
      9 | image: { src: bridge.png, alt: The bridge at dawn., caption: The bridge at dawn, credit: Ours }
        |                                ^
      Describe what can be seen, for those who do not see it; the caption tells the rest."
  `);
});

test("a picture without credit or description is a fault, for readers and for machines", async () => {
  await using built = await site(PICTURE.replace("from next spring, the", ", the"), {
    bytes: await bridge(),
  });
  const page = "2026/03/02/bridge/index.html";
  spoil(built, page, / alt="A lorry"/, "");
  spoil(built, page, /<bdi>Ours<\/bdi>/g, "");
  spoil(built, page, '"creditText":"Ours"', '"creditText":""');
  const faults = (await checked(built)).split("\n\n").filter((one) => one.includes(" error: "));
  expect(faults.join("\n\n").replaceAll(/[0-9a-f]{20}/g, "…")).toMatchInlineSnapshot(`
    "content/articles/bridge.md error: The picture “/pictures/…-720.jpg” on the page has no description (alt), not even an empty one.
      Look in layouts/ for the part that prints it.

    content/articles/bridge.md error: The picture “/pictures/…-1200.jpg” on the page has no credit.
      Print it in layouts/parts/figure.tsx, in an element of the class “figure-credit”.

    content/articles/bridge.md error: The picture “/pictures/…-720.jpg” on the page has no credit.
      Print it in layouts/parts/figure.tsx, in an element of the class “figure-credit”.

    content/articles/bridge.md error: The page’s data for machines (JSON-LD) name a picture without its credit.
      Write “creditText” into every picture: see src/pages/head/news-article.ts."
  `);
});

test("a page that keeps readers waiting is pointed out", async () => {
  await using built = await site(STORM);
  const noise = Array.from({ length: 9000 }, (_, index) =>
    Math.imul(index, 2654435761).toString(36),
  );
  spoil(built, STORM_PAGE, "<p>The wind rose at noon.", `<p>${noise.join(" ")}`);
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md advice: A reader waits for 93 kB before the page can be read (page, styles and type); the limit is 75 kB.
      Divide the text, or take from the page’s styles and type."
  `);
});

test("a share card that is too heavy, or not there, is told once", async () => {
  const calm = STORM.replace("storm.md", "calm.md").replace("Storm warning", "Calm after it");
  await using built = await site(`${STORM}${calm}`);
  const [address = ""] = built.meta("/2026/03/01/calm/", "og:image");
  const card = new URL(address).pathname.slice(1);
  appendFileSync(join(built.output, card), Buffer.alloc(600_000));
  spoil(built, STORM_PAGE, /"og:image" content="[^"]*"/, '"og:image" content="/card.jpg"');
  const report = await checked(built);
  expect(report.replaceAll(/[0-9a-f]{12}/g, "…").replaceAll(/\d+ kB;/g, "… kB;"))
    .toMatchInlineSnapshot(`
    "content/articles/calm.md advice: The picture of the page’s share card, “assets/card-….jpg”, has … kB; WhatsApp shows none over 600 kB.
      Choose a picture with less fine detail for “social: { image: … }”.

    content/articles/storm.md error: The picture of the page’s share card, “/card.jpg”, is not in the paper."
  `);
});

test("a share card of another size than its page says is told once", async () => {
  const calm = STORM.replace("storm.md", "calm.md").replace("Storm warning", "Calm after it");
  await using built = await site(`${STORM}${calm}`);
  const [address = ""] = built.meta("/2026/03/01/calm/", "og:image");
  const card = new URL(address).pathname.slice(1);
  const cut = await sharp(join(built.output, card)).resize(1200, 620).jpeg().toBuffer();
  writeFileSync(join(built.output, card), cut);
  expect((await checked(built)).replaceAll(/[0-9a-f]{12}/g, "…")).toMatchInlineSnapshot(`
    "content/articles/calm.md error: The picture of the page’s share card, “assets/card-….jpg”, has 1200 × 620 pixels; the page says 1200 × 630.
      Networks lay the card out by what the page says: build again with --clean."
  `);
});

test("dates that disagree are told together, each with the places that say so", async () => {
  await using built = await site(STORM);
  expect(await checked(built)).toBe("");
  spoil(
    built,
    STORM_PAGE,
    '"datePublished":"2026-03-01T09:00',
    '"datePublished":"2026-03-01T10:00',
  );
  spoil(built, "feed.xml", "Sun, 01 Mar 2026 09:00:00 +0000</pubDate>", "yesterday</pubDate>");
  spoil(built, "sitemaps/2026-03.xml", "2026-03-01T09:00", "2026-03-02T09:00");
  spoil(
    built,
    STORM_PAGE,
    'time" content="2026-03-01T09:00:00+00:00',
    'time" content="2026-03-01T10:00:00+01:00',
  );
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The paper does not agree with itself on when the story appeared: 2026-03-01T09:00:00+00:00 on the page, in Open Graph, in atom.xml, in feed.json, in world/atom.xml, in world/feed.json, in world/feed.xml; 2026-03-01T10:00:00+00:00 in JSON-LD; yesterday in feed.xml.
      All of them are printed from one value: build again with --clean, and look for what was changed by hand.

    content/articles/storm.md error: The paper does not agree with itself on when the story last changed: 2026-03-01T09:00:00+00:00 on the page, in JSON-LD, in Open Graph, in atom.xml, in feed.json, in feed.xml, in world/atom.xml, in world/feed.json, in world/feed.xml; 2026-03-02T09:00:00+00:00 in sitemaps/2026-03.xml.
      All of them are printed from one value: build again with --clean, and look for what was changed by hand."
  `);
});

test("feeds and data that no program can read, or that name what is not there, are faults", async () => {
  await using built = await site(STORM);
  spoil(built, "feed.xml", "</item>", "");
  spoil(built, "world/feed.json", '"items"', "items");
  spoil(built, "world/atom.xml", /storm\/"/g, 'strom/"');
  spoil(built, STORM_PAGE, '{"@context"', '{@context"');
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The page’s data for machines (JSON-LD) are no JSON, so nobody reads them.
      They come whole from src/pages/head/; look at what layouts/ make of them.

    _site/feed.xml error: No program can read this file: Opening and ending tag mismatch: item line 10 and channel.

    _site/world/atom.xml error: The file links to “https://news.example.org/2026/03/01/strom/”, which is not in the paper.
      The press names in such files only what is there: build again with --clean, and look for what was changed by hand.

    _site/world/feed.json error: No program can read this file: Expected double-quoted property name in JSON at position 309."
  `);
});

describe("words that change", () => {
  const later = STORM.replace("It fell again at one.", "It fell again at two.");

  test("without a date are pointed out until they are declared", async () => {
    await using built = await site(STORM);
    expect(await checked(built)).toBe("");
    await built.rebuild(later);
    expect(await checked(built)).toMatchInlineSnapshot(`
      "content/articles/storm.md advice: The words of the story are not what they were, and nothing on the page says so.
        Write “updated” for news, an entry in “corrections” for a mistake. Where only the wording is smoother, \`broadsheet check --accept\` takes it as it is."
    `);
    expect(await checked(built)).toContain("storm.md advice: The words");
    await built.rebuild(later.replace("section:", "updated: 2026-03-02 09:00\nsection:"));
    expect(await checked(built)).toBe("");
    expect(await checked(built)).toBe("");
  });

  test("are taken as they are where the desk says so", async () => {
    await using built = await site(STORM);
    await checked(built);
    await built.rebuild(later);
    expect(await checked(built, { accept: true })).toContain("advice: The words");
    expect(await checked(built)).toBe("");
  });

  test("do not change with other quotation marks, a picture's label or another layout", async () => {
    await using built = await site(STORM.replace("noon", "“noon”"));
    await checked(built);
    spoil(built, STORM_PAGE, /“noon”/g, "«noon»");
    spoil(built, STORM_PAGE, "<p>It", '<p><span>It</span>  <span class="unseen">label</span>');
    spoil(built, STORM_PAGE, ">Published", ">Given out");
    expect(await checked(built)).toBe("");
  });
});

test("what is remembered by another rule is not compared: the present is taken as known", async () => {
  await using built = await site(STORM);
  await checked(built);
  const { stateFolder } = orderFor(built.content, { ownState: true });
  const remember = (edit: (memory: string) => string) => {
    const path = join(stateFolder, "checked-stories.json");
    writeFileSync(path, edit(readFileSync(path, "utf8")));
  };
  remember((memory) => memory.replace(/[0-9a-f]{64}/, "another hash"));
  expect(await checked(built)).toContain("advice: The words");
  remember((memory) => memory.replace(/"rule":\d+/, '"rule":1'));
  expect(await checked(built)).toBe("");
  // As they were kept at first, without a rule.
  remember((memory) =>
    JSON.stringify([["/2026/03/01/storm/", "hash", memory.match(/2026-[^"]*/)]]),
  );
  expect(await checked(built)).toBe("");
  await built.rebuild(STORM.replace("It fell again at one.", "It fell again at two."));
  expect(await checked(built)).toContain("advice: The words");
});

describe("corrections", () => {
  const corrected = (...texts: readonly string[]) =>
    STORM.replace(
      "section:",
      `corrections:\n${texts.map((text, index) => `  - { date: 2026-03-02 0${index}:00, kind: correction, text: ${text} }\n`).join("")}section:`,
    );

  test("that are rewritten or taken away are pointed out until an entry says so", async () => {
    await using built = await site(corrected("One.", "Two."));
    expect(await checked(built)).toBe("");
    await built.rebuild(corrected("One.", "Too."));
    expect(await checked(built)).toMatchInlineSnapshot(`
      "content/articles/storm.md:5:3 advice: An entry in the corrections of the story is not what readers have seen, or is gone, and no further entry says so.
        5 |   - { date: 2026-03-02 00:00, kind: correction, text: One. }
        Put it back as it was and add an entry. Where only a slip was mended, \`broadsheet check --accept\` takes it as it is."
    `);
    await built.rebuild(corrected("One."));
    expect(await checked(built)).toContain("advice: An entry");
    await built.rebuild(corrected("One.", "Too.", "The entry above said two."));
    expect(await checked(built)).toBe("");
    expect(await checked(built)).toBe("");
  });

  test("may be smoothed where the desk says so", async () => {
    await using built = await site(corrected("One."));
    await checked(built);
    await built.rebuild(corrected("Just one."));
    expect(await checked(built, { accept: true })).toContain("advice: An entry");
    expect(await checked(built)).toBe("");
  });
});

describe("the contact sheet", () => {
  const newer = STORM.replace("storm.md", "flood.md")
    .replace(
      "Storm warning",
      '<b>Flood</b> & "storm": what the harbour office knows, and what nobody on the coast has been told so far',
    )
    .replace("2026-03-01", "2026-03-05");

  test("shows the newest stories as others do, and marks what goes beyond a limit", async () => {
    await using built = await site(`${STORM}${newer}`);
    const folder = join(built.output, "../sheet");
    await checked(built, { sheet: { folder, newest: 1 } });
    const $ = load(readFileSync(join(folder, "index.html"), "utf8"));
    const texts = (selector: string) =>
      $(selector)
        .toArray()
        .map((one) => $(one).text());
    expect(texts("h2")).toEqual([expect.stringContaining('<b>Flood</b> & "storm"')]);
    expect(texts("h3")).toEqual(["Search result", "Social card", "Feed entry"]);
    expect(texts(".limits .broken")).toMatchInlineSnapshot(`
      [
        "Title: 104 of 55, too much",
        "Title (X): 104 of 70, too much",
        "Title (Facebook): 104 of 80, too much",
        "Headline: 104 of 100, too much",
      ]
    `);
    expect(texts(".search-title mark")).toMatchInlineSnapshot(`
      [
        "and what nobody on the coast has been told so far",
      ]
    `);
    for (const image of $("img").toArray())
      expect(existsSync(join(folder, image.attribs["src"]!))).toBe(true);
    expect($("script, style, [style], [onclick]").length).toBe(0);
  });

  test("marks whatever is too long or too heavy, each by its own limit", async () => {
    const header = `seo: { description: ${"d".repeat(151)} }
social: { title: ${"t".repeat(81)}, description: ${"s".repeat(201)} }
image: { src: bridge.png, alt: ${"a".repeat(421)}, credit: Ours }
section`;
    const long = STORM.replace("section", header).replace("Storm warning", "h".repeat(101));
    await using built = await site(long.replace("storm.md", "bridge.md"), {
      bytes: await bridge(),
    });
    const [card = ""] = built.meta("/2026/03/01/bridge/", "og:image");
    appendFileSync(join(built.output, new URL(card).pathname), Buffer.alloc(600_000));
    const folder = join(built.output, "../sheet");
    await checked(built, { sheet: { folder, newest: 1 } });
    const $ = load(readFileSync(join(folder, "index.html"), "utf8"));
    const limits = (selector: string) =>
      $(selector)
        .toArray()
        .map((one) => $(one).text().split(":")[0]);
    expect(limits(".broken")).toEqual(limits(".limits li"));
    expect(limits(".broken").length).toBe(8);
    const marked = $(".looks mark").toArray();
    expect(marked.map((one) => $(one).text())).toEqual([
      "h".repeat(46),
      "d",
      "t".repeat(11),
      "s",
      "h",
    ]);
  });

  test("never goes into the paper, nor among other files", async () => {
    await using built = await site(STORM);
    const before = built.files();
    for (const folder of [built.output, join(built.output, "sheet"), built.content.contentFolder])
      expect(await checked(built, { sheet: { folder, newest: 1 } })).toBe("no place for sheet");
    expect(built.files()).toEqual(before);
  });
});
