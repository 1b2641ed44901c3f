// One story with a mistake must not hold up the paper, where the newsroom says so: it is set aside,
// readers keep its last good version, and nothing that was taken down comes back by way of it.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { load } from "cheerio";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BuildOrder, BuildResult } from "../../src/build-order.ts";
import { build } from "../../src/build.ts";
import { setAsideWords } from "../../src/desk/problem-report.ts";
import { takedown } from "../../src/desk/takedown.ts";
import { formatProblem } from "../../src/problems/format-problem.ts";
import { SITE } from "../support/content-folder.ts";
import { pressCopy } from "../support/press-copy.ts";
import { orderIn } from "../support/press-process.ts";
import { txtar } from "../support/txtar.ts";

const STORM = "content/articles/storm.md";

const GOOD = `-- ${STORM} --
---
headline: Storm warning
date: 2026-03-01 09:00
section: world
topics: [Weather]
image: { src: /images/sea.jpg, alt: The sea, credit: The agency }
---
The wind rose at noon.
`;
const FLOOD = `-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-02 09:00
section: world
topics: [Weather]
---
The river rose after [the storm](storm.md).
`;
/** A date that does not exist, and words that must not come out. */
const BAD = GOOD.replace("03-01", "02-30").replace("warning", "unchecked").replace("noon", "dusk");
const NEWS = `-- content/articles/news.md --
---
headline: News of the day
date: 2026-05-31 09:00
section: world
---
It is published [beside the storm](/2026/03/01/storm/).
`;

const NOW = Date.parse("2026-06-01T12:00:00Z");
const PAGE = "2026/03/01/storm/index.html";

/** A paper that is live and sound; each test has a copy of it. */
const sound = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-sound-")));
let root: string;
beforeAll(async () => {
  root = sound;
  write(`-- content/site.yaml --\n${SITE}${GOOD}${FLOOD}-- content/images/keep.txt --\n`);
  rmSync(join(root, "content/images/keep.txt"));
  await picture("sea.jpg", "#048");
  await publish();
});
beforeEach(() => {
  root = mkdtempSync(`${sound}-`);
  cpSync(sound, root, { recursive: true, preserveTimestamps: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
afterAll(() => rmSync(sound, { recursive: true }));

function order(changes: Partial<BuildOrder> = {}): BuildOrder {
  return orderIn(root, { now: NOW, layoutsFolder: LAYOUTS, ...changes });
}
const LAYOUTS = join(import.meta.dirname, "../../layouts");

async function publish(): Promise<void> {
  const result = await build(order());
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
}

function keepGoing(changes: Partial<BuildOrder> = {}): Promise<BuildResult> {
  return build(order({ keepGoing: true, ...changes }));
}

/** The files that were set aside; those that readers still see end with "stays live". */
async function setAside(changes: Partial<BuildOrder> = {}): Promise<readonly string[]> {
  const result = await keepGoing(changes);
  if (result.kind === "refused")
    return ["refused", ...result.problems.map(({ message }) => message)];
  const files = result.summary.setAside ?? [];
  return files.map(({ file, staysLive }) => (staysLive ? `${file} stays live` : file));
}

async function picture(name: string, background: string, width = 40): Promise<void> {
  const height = width * 0.75;
  const image = sharp({ create: { width, height, channels: 3, background } });
  writeFileSync(join(root, "content/images", name), await image.jpeg().toBuffer());
}

function write(archive: string): void {
  for (const [path, text] of txtar(archive)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function edit(from: string, to: string, file = STORM): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
  writeFileSync(path, text.replace(from, to));
}

const live = (path: string) => readFileSync(join(root, "_site", path), "utf8");
const isLive = (path: string) => existsSync(join(root, "_site", path));

function files(folder = "_site"): Map<string, string> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .sort()
      .map((path) => [path.slice(join(root, folder).length + 1), readFileSync(path, "latin1")]),
  );
}

/** Links and pictures of the paper's pages that lead nowhere on it. */
function deadLinks(): string[] {
  const all = files();
  const pages = [...all].filter(([path]) => path.endsWith(".html"));
  return pages.flatMap(([path, html]) => {
    const $ = load(html);
    const targets = $("a[href^='/'], img[src^='/'], link[href^='/']")
      .toArray()
      .map((element) => $(element).attr("href") ?? $(element).attr("src") ?? "");
    return targets
      .map((target) => target.slice(1).replace(/#.*/, ""))
      .filter((file) => !all.has(file) && !all.has(`${file}index.html`))
      .map((file) => `${path}: ${file}`);
  });
}

test("without the flag a mistake holds up everything; with it, only its story", async () => {
  const before = files();
  write(`${BAD}${NEWS}`);
  expect((await build(order())).kind).toBe("refused");
  expect(files()).toEqual(before);

  expect(await setAside()).toEqual(["articles/storm.md stays live"]);
  expect(live(PAGE)).toContain("The wind rose at noon.");
  expect(live("index.html")).toContain("Storm warning");
  expect(live("index.html")).toContain("News of the day");
  expect(live("feed.xml")).toContain("The wind rose at noon.");
  expect([...files()].filter(([, bytes]) => /unchecked|dusk/.test(bytes))).toEqual([]);
  expect([...before.keys()].filter((path) => !isLive(path))).toEqual([]);
  expect(deadLinks()).toEqual([]);

  write(GOOD.replace("noon", "nine"));
  expect(await setAside()).toEqual([]);
  expect(live(PAGE)).toContain("The wind rose at nine.");
  write(BAD);
  expect(await setAside()).toEqual(["articles/storm.md stays live"]);
  expect(live(PAGE)).toContain("The wind rose at nine.");
});

test("the report leads with what was set aside, for people and for programs, and ends with 4", async () => {
  await using press = await pressCopy(GOOD);
  root = press.root;
  mkdirSync(join(root, "content/images"));
  await picture("sea.jpg", "#048");
  const now = "--now 2026-06-01T12:00:00Z";
  expect((await press.broadsheet(`build ${now}`)).code).toBe(0);
  press.write(BAD);
  expect((await press.broadsheet(`build ${now}`)).code).toBe(1);
  const { code, stderr, stdout } = await press.broadsheet(`build --keep-going ${now}`);
  expect(stderr).toMatchInlineSnapshot(`
    "1 file set aside:
      content/articles/storm.md: its last good version stays live

    content/articles/storm.md:3:7 error: 30 February 2026 does not exist.
      3 | date: 2026-02-30 09:00
      February 2026 has 28 days.

    1 problem. Everything else was published.
    "
  `);
  expect([code, stdout]).toEqual([4, expect.stringContaining("Published 1 story")]);
  const json = await press.broadsheet(`build --keep-going --json ${now}`);
  expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
    4,
    {
      published: true,
      setAside: [{ file: "articles/storm.md", staysLive: true }],
      problems: [{ file: "articles/storm.md", line: 3 }],
    },
  ]);

  await picture("sea.jpg", "#840");
  const replaced = await press.broadsheet(`build --keep-going ${now}`);
  expect([replaced.code, replaced.stderr]).toEqual([
    4,
    expect.stringContaining("stays live, and still shows the old images/sea.jpg"),
  ]);
});

test("the paper with a stand-in is the paper with the good story, to the byte", async () => {
  write(NEWS);
  await publish();
  const whole = files();
  write(BAD);
  for (const clean of [false, true, false]) {
    expect(await setAside({ clean })).toEqual(["articles/storm.md stays live"]);
    expect(files()).toEqual(whole);
  }
});

test("where readers have never seen the story, nothing stands in", async () => {
  write(BAD);
  edit("[the storm](storm.md)", "the storm", "content/articles/flood.md");
  const elsewhere = join(root, "_elsewhere");
  expect(await setAside({ outputFolder: elsewhere })).toEqual(["articles/storm.md"]);
  expect(existsSync(join(elsewhere, PAGE))).toBe(false);
  const preview = { outputFolder: join(root, "_preview"), drafts: true };
  expect(await setAside(preview)).toEqual(["articles/storm.md"]);
});

test("a new story with a mistake is left out, and so is one that leans on it", async () => {
  write(NEWS.replace("section: world", "section: wrold"));
  write(NEWS.replaceAll("news.md", "more.md").replace("/2026/03/01/storm/", "news.md"));
  write(NEWS.replaceAll("news.md", "free.md"));
  expect(await setAside()).toEqual(["articles/more.md", "articles/news.md"]);
  expect([isLive("2026/05/31/news"), isLive("2026/05/31/more")]).toEqual([false, false]);
  expect(live("2026/05/31/free/index.html")).toContain("News of the day");
  expect(deadLinks()).toEqual([]);
});

test("a new story with a mistake leaves its place on the front page to another", async () => {
  const edition = "{ from: 2026-05-31, lead: /2026/05/31/fire/, slots: [/2026/03/01/storm/] }";
  write(`-- content/front.yaml --\neditions: [${edition}]\n`);
  write(NEWS.replace("news.md", "fire.md").replace("section: world", "section: wrold"));
  expect(await setAside()).toEqual(["articles/fire.md"]);
  const $ = load(live("index.html"));
  const headlines = $(".front-top h2")
    .toArray()
    .map((heading) => $(heading).text().trim());
  expect(headlines).toEqual(["Flood", "Storm warning"]);

  edit("/2026/03/01/storm/", "/2026/03/01/strom/", "content/front.yaml");
  expect(await setAside()).toContain("No story has the id “/2026/03/01/strom/”.");
});

test("a new story with a torn picture is left out", async () => {
  writeFileSync(join(root, "content/images/torn.jpg"), "no picture at all");
  const image = "image: { src: /images/torn.jpg, alt: Torn, credit: The agency }";
  write(NEWS.replace("section: world", `section: world\n${image}`));
  expect(await setAside()).toEqual(["articles/news.md", "images/torn.jpg"]);
  expect(isLive("2026/05/31/news")).toBe(false);
});

test("a new story that wants a live story's address does not get it", async () => {
  write(
    NEWS.replace("news.md", "a-first.md").replace(
      "date: 2026-05-31",
      "slug: storm\ndate: 2026-03-01",
    ),
  );
  const before = live(PAGE);
  await setAside();
  expect(live(PAGE)).toBe(before);
});

test("a live story whose link breaks keeps its last good version", async () => {
  edit("at noon", "at noon after [nothing](nothing.md)");
  write(NEWS);
  expect(await setAside()).toEqual(["articles/storm.md stays live"]);
  expect(live(PAGE)).toContain("The wind rose at noon.");
  expect(live("index.html")).toContain("News of the day");
});

const badDate = (more = "") => edit("date: 2026-03-01", `${more}date: 2026-02-30`);

describe("what is not plainly the story's own mistake is refused, and the live paper stays", () => {
  test.each<[string, () => void | Promise<void>]>([
    ["a faulty story that is to be withdrawn", () => badDate("status: withdrawn\n")],
    ["a withdrawal that is misspelt", () => edit("date:", "status: withdrawm\ndate:")],
    ["a withdrawal under a misspelt name", () => edit("date:", "stauts: withdrawn\ndate:")],
    [
      "a withdrawal in a header without an end",
      () => writeFileSync(join(root, STORM), "---\nstatus: withdrawn\n"),
    ],
    [
      "a withdrawal in another encoding",
      () => writeFileSync(join(root, STORM), Buffer.from("---\nstatus: withdrawn\n", "utf16le")),
    ],
    ["a faulty story that is to be a draft", () => badDate("status: draft\n")],
    ["a faulty story that is to expire", () => badDate("expires: 2026-05-01\n")],
    [
      "a picture that is gone",
      () => {
        badDate();
        rmSync(join(root, "content/images/sea.jpg"));
      },
    ],
    [
      "a link in the story's place",
      () => {
        renameSync(join(root, STORM), join(root, "storm.txt"));
        symlinkSync(join(root, "storm.txt"), join(root, STORM));
      },
    ],
    ["a story that is not there any more", () => rmSync(join(root, STORM))],
    ["the settings of the paper", () => edit("timezone:", "tiemzone:", "content/site.yaml")],
    ["an author", () => write("-- content/authors/desk.md --\n---\nnaem: Desk\n---\n")],
    ["a copied file", () => write("-- content/files/page.html --\n<p>\n")],
  ])("%s", async (_, change) => {
    const before = files();
    write(NEWS);
    await change();
    expect((await keepGoing()).kind).toBe("refused");
    expect(files()).toEqual(before);
  });
});

test("a story without a version to stand in is named as what holds up the paper", async () => {
  rmSync(join(root, ".broadsheet"), { recursive: true });
  write(BAD);
  const result = await keepGoing();
  expect(result.kind === "refused" && result.problems.at(-1)).toMatchInlineSnapshot(`
    {
      "cure": "Mend the file.",
      "file": "articles/storm.md",
      "message": "The paper cannot go on without this file: this machine has kept no last good version of it. The address /2026/03/01/storm/ has been published, and would be lost.",
    }
  `);
});

const traces = () =>
  [...files(".broadsheet")].filter(([, bytes]) => bytes.includes("at noon")).map(([path]) => path);

test("and so is why its version may not stand in for it", async () => {
  badDate();
  await picture("sea.jpg", "#840");
  // What was made of the old picture is thrown away with the rest.
  const replaced = await keepGoing({ clean: true });
  rmSync(join(root, "content/images/sea.jpg"));
  const gone = await keepGoing();
  await picture("sea.jpg", "#048");
  edit("date:", "status: withdrawn\ndate:");
  const withdrawn = await keepGoing();
  const last = [replaced, gone, withdrawn].map((result) => {
    const { message, cure } = (result.kind === "refused" && result.problems.at(-1)) || {};
    return `${message} ${cure}`;
  });
  expect(last.join("\n")).toMatchInlineSnapshot(`
    "The paper cannot go on without this file: its picture “images/sea.jpg” has been replaced, and not all that was made of the old one is kept. Mend the file; or put the old picture back until then, and give the new one a name of its own.
    The paper cannot go on without this file: its picture “images/sea.jpg” is not there any more, or cannot be printed. Mend the file; or put the picture back until then.
    The paper cannot go on without this file: its header says something new of whether readers may see it, and that must not be lost. Mend the file first."
  `);
});

test("a wish to kill a story, with a mistake beside it, is told together with the mistake", async () => {
  badDate("status: killed\n");
  const { problems } = await keepGoing();
  const report = problems.map((problem) => formatProblem(problem, "content"));
  expect(report.join("\n\n")).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: 30 February 2026 does not exist.
      4 | date: 2026-02-30 09:00
      February 2026 has 28 days.

    content/articles/storm.md error: The paper cannot go on without this file: its header says something new of whether readers may see it, and that must not be lost.
      Mend the file first."
  `);
});

test("a picture under a new name waits for its story, and holds nothing up", async () => {
  write(`${BAD.replace("sea.jpg", "wave.jpg")}${NEWS}`);
  await picture("wave.jpg", "#840");
  expect(await setAside()).toEqual(["articles/storm.md stays live"]);
  expect(live("index.html")).toContain("News of the day");
  expect(deadLinks()).toEqual([]);
});

test("a replaced picture waits for its story, which keeps the old one, and holds nothing up", async () => {
  const image = "image: { src: /images/sea.jpg, alt: The sea, credit: The agency }";
  const before = live(PAGE);
  const shown = [...files().keys()].filter((path) => path.startsWith("pictures/"));
  write(BAD);
  write(NEWS.replace("section: world", `section: world\n${image}`));
  await picture("sea.jpg", "#840");
  const result = await keepGoing();
  const told = result.kind === "published" ? (result.summary.setAside ?? []) : [];
  expect(setAsideWords(told, "content")).toMatchInlineSnapshot(`
    "1 file set aside:
      content/articles/storm.md: its last good version stays live, and still shows the old images/sea.jpg
    "
  `);
  expect(live(PAGE)).toBe(before);
  expect(shown.filter((path) => !isLive(path))).toEqual([]);
  const pages = ["2026/05/31/news/index.html", PAGE];
  expect(await Promise.all(pages.map((page) => colourOfLead(page)))).toEqual(["red", "blue"]);
  expect(deadLinks()).toEqual([]);

  write(GOOD);
  expect(await setAside()).toEqual([]);
  expect(await Promise.all(pages.map((page) => colourOfLead(page)))).toEqual(["red", "red"]);
});

test("a replaced picture holds nothing up either where its story is to lead the front page", async () => {
  await picture("sea.jpg", "#048", 1800);
  await publish();
  const before = live(PAGE);
  write(
    `${BAD}-- content/front.yaml --\neditions: [{ from: 2026-05-31, lead: /2026/03/01/storm/ }]\n`,
  );
  await picture("sea.jpg", "#840", 1800);
  expect(await setAside()).toEqual(["articles/storm.md stays live"]);
  expect(load(live("index.html"))("h2").first().text().trim()).toBe("Storm warning");
  expect(await colourOfLead("index.html", ".front-top img")).toBe("blue");
  expect(live(PAGE)).toBe(before);
  expect(deadLinks()).toEqual([]);
});

async function colourOfLead(page: string, place = "main figure img"): Promise<string> {
  const $ = load(live(page));
  const shown = $(place).first().attr("src") ?? "";
  const { dominant } = await sharp(join(root, "_site", shown)).stats();
  return dominant.r > dominant.b ? "red" : "blue";
}

test("what was taken down never stands in, and no copy of it is left", async () => {
  const shelves = files(".broadsheet/last-good");
  expect(traces()).toHaveLength(1);
  expect((await takedown("/2026/03/01/storm/", order())).kind).toBe("taken down");
  expect(traces()).toEqual([]);
  write(BAD);
  expect((await keepGoing()).kind).toBe("refused");

  // Even where somebody has put the state of yesterday back.
  for (const [path, bytes] of shelves)
    writeFileSync(join(root, ".broadsheet/last-good", path), bytes, "latin1");
  expect((await keepGoing()).kind).toBe("refused");
  expect(live(PAGE)).not.toContain("wind");
});

test("a story that has moved does not come back to where it was", async () => {
  const gale = "content/articles/gale.md";
  renameSync(join(root, STORM), join(root, gale));
  edit("date:", "aliases: [/2026/03/01/storm/]\ndate:", gale);
  edit("storm.md", "gale.md", "content/articles/flood.md");
  await publish();
  write(BAD);
  expect(await setAside()).toEqual(["articles/storm.md"]);
  expect(live(PAGE)).not.toContain("wind");
  expect(live("2026/03/01/gale/index.html")).toContain("The wind rose at noon.");
});

test("a version is the one that was published, not one saved meanwhile", async () => {
  const { keepShelf, shelvesFor, findLastGood } = await import("../../src/source/last-good.ts");
  const { stampOf } = await import("../../src/source/content-index.ts");
  const content = join(root, "content");
  const file = "articles/storm.md";
  const stamp = stampOf(join(content, file));
  if (!stamp) throw new Error("no such file");
  write(BAD);
  const page = { output: PAGE, source: { file, stamp, pictures: [] } };
  for (const shelf of shelvesFor([page], order().stateFolder)) keepShelf(shelf, content);
  expect(findLastGood(new Set([file]), order().stateFolder)).toEqual([]);
});
