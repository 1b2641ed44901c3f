// The search between builds: off unless the paper asks for it, never a word in it that is not
// published, and a new story costs one part of it. What a reader finds is tested in a browser.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { contentFolder } from "../support/content-folder.ts";
import { SEARCHABLE, story } from "../support/searchable-paper.ts";
import { type BuiltSite, orderFor, site } from "../support/site.ts";

const MINUTE = 60_000;

/** Every file of the index, unpacked, by its path. */
function indexOf({ output }: Pick<BuiltSite, "output">): Map<string, string> {
  const folder = join(output, "search");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "index.html")
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => {
      const bytes = readFileSync(file);
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const text = (isPacked ? gunzipSync(bytes) : bytes).toString("latin1");
      return [file.slice(folder.length + 1), text];
    }),
  );
}

const partsOf = (built: Pick<BuiltSite, "output">) => [
  ...new Set([...indexOf(built).keys()].map((file) => file.split("/").slice(0, 2).join("/"))),
];
const filesWith = (word: string, built: Pick<BuiltSite, "output">) =>
  [...indexOf(built)].filter(([, text]) => text.includes(word)).map(([file]) => file);

test(
  "each language is indexed for itself, the newest year by months, others whole",
  async () => {
    await using paper = await site(SEARCHABLE, { ownState: true });
    expect(partsOf(paper).sort()).toEqual([
      "en/2025",
      "en/2026-04",
      "en/2026-05",
      "en/start",
      "ja/2026-05",
      "ja/start",
      "ru/2026-05",
      "ru/start",
    ]);
    expect(paper.summary.search).toEqual({ parts: 8, indexed: 8, stories: 5 });
    expect(paper.texts("/", ".navigation a")).toEqual(["Rights", "Search"]);
    expect(paper.texts("/", ".footer a")).toContain("Search");
  },
  MINUTE,
);

test(
  "readers without scripts are told so, and shown the ways to every story",
  async () => {
    await using paper = await site(SEARCHABLE, {
      baseUrl: "https://example.org/news/",
      ownState: true,
    });
    const page = paper.page("/search/");
    expect(page("form[hidden]").attr("action")).toBe("/news/search/");
    expect(page(".search-without p").text()).toMatch(/^This search needs scripts/);
    const links = page(".search-without a").toArray();
    expect(links.map((link) => page(link).attr("href"))).toEqual([
      "/news/archive/",
      "/news/rights/",
    ]);
    expect(page("script:not([src]), [style], style").length).toBe(0);
    expect(page("script").attr("src")).toMatch(/^\/news\/assets\/search-[0-9a-f]{12}\.js$/);
    expect(page("meta[http-equiv]").attr("content")).toContain(
      "script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(paper.page("/")("script[src]").length).toBe(0);
    const front = paper.page("/")("meta[http-equiv]").attr("content");
    expect(front).toContain("script-src 'self'; ");
    const [fragment = ""] = filesWith("/news/2026/04/28/rest/", paper);
    expect(fragment).toMatch(/^en\/2026-04\/fragment\//);
  },
  MINUTE,
);

test(
  "what readers cannot see, and what is kept from search engines, is not in the index",
  async () => {
    const secrets = {
      zqdraft: ["2026-05-01", "status: draft"],
      zqfuture: ["2026-06-02", "genre: news"],
      zqwithdrawn: ["2026-05-02", "status: withdrawn"],
      zqexpired: ["2026-05-03", "expires: 2026-06-01 12:00"],
      zqnoindex: ["2026-05-04", "noindex: true"],
    } as const;
    const hidden = Object.entries(secrets).map(([mark, [date, line]]) =>
      story(mark, `Headline ${mark}`, date, `Text ${mark}.`, line),
    );
    await using paper = await site(`${SEARCHABLE}\n${hidden.join("\n")}\n`, { ownState: true });
    expect(filesWith("zq", paper)).toEqual([]);
    expect(filesWith("2026/04/28/rest", paper)).toHaveLength(1);
    expect(paper.has("/2026/05/04/zqnoindex/")).toBe(true);
  },
  MINUTE,
);

test(
  "a preview has the page and no index, so that no draft can be found",
  async () => {
    await using paper = await site(SEARCHABLE, { drafts: true, ownState: true });
    expect(paper.has("/search/")).toBe(true);
    expect([...indexOf(paper).keys()]).toEqual([]);
  },
  MINUTE,
);

test(
  "a story that is withdrawn has left the index when its page is gone, before any new index",
  async () => {
    const other = story("2026/work", "On work", "2026-04-27", "Free choice of employment.");
    await using paper = await site(`${SEARCHABLE}\n${other}\n`, { ownState: true });
    const withdrawn = story("2026/rest", "On rest", "2026-04-28", "Leisure.", "status: withdrawn");
    await paper.content.write(`${withdrawn}\n`);
    let atPublish: string[] | undefined;
    const order = orderFor(paper.content, { ownState: true });
    const onPublished = () => (atPublish = partsOf(paper));
    await build({ ...order, onPublished });
    expect(paper.page("/2026/04/28/rest/")("h1").text()).toBe("No longer published");
    expect(atPublish).toContain("en/2026-05");
    expect(atPublish).not.toContain("en/2026-04");
    expect(filesWith("leisure", paper)).toEqual([]);
    expect(readFileSync(join(order.stateFolder, "search.json"), "utf8")).not.toContain("rest");
  },
  MINUTE,
);

test(
  "a story that only changes is found as it was until its part is made anew",
  async () => {
    await using paper = await site(SEARCHABLE, { ownState: true });
    await paper.content.write(`${story("2026/rest", "On rest", "2026-04-28", "Holidays.")}\n`);
    let atPublish: string[] = [];
    const onPublished = () => (atPublish = filesWith("leisure", paper));
    await build({ ...orderFor(paper.content, { ownState: true }), onPublished });
    expect(atPublish.length).toBeGreaterThan(0);
    expect(filesWith("leisure", paper)).toEqual([]);
  },
  MINUTE,
);

test(
  "a new story costs the part of its month; the others keep their files and times",
  async () => {
    await using paper = await site(SEARCHABLE, { ownState: true });
    const times = (part: string) => {
      const files = [...indexOf(paper).keys()].filter((file) => file.startsWith(part));
      return files.map((file) => [file, statSync(join(paper.output, "search", file)).mtimeMs]);
    };
    const before = times("ru/2026-05").concat(times("en/2025"), times("en/start"));
    const unchanged = await paper.rebuild();
    expect(unchanged.search).toEqual({ parts: 8, indexed: 0, stories: 0 });
    const summary = await paper.rebuild(
      `${story("2026/new", "On thought", "2026-05-31", "Freedom of thought.")}\n`,
    );
    expect(summary.search).toEqual({ parts: 8, indexed: 1, stories: 2 });
    expect(times("ru/2026-05").concat(times("en/2025"), times("en/start"))).toEqual(before);
  },
  MINUTE,
);

test(
  "built upon another paper or alone, with a new year begun, the index is the same to the byte",
  async () => {
    const next = `${story("2027/new", "On thought", "2027-01-02", "Freedom of thought.")}\n`;
    const now = { now: "2027-02-01T12:00:00Z", ownState: true } as const;
    await using paper = await site(SEARCHABLE, { ownState: true });
    await paper.rebuild(next, now);
    await using alone = await site(`${SEARCHABLE}\n${next}`, now);
    expect(partsOf(paper)).toContain("en/2026");
    expect(indexOf(paper)).toEqual(indexOf(alone));
    const manifest = "/.well-known/broadsheet.json";
    expect(JSON.parse(paper.text(manifest))).toEqual(JSON.parse(alone.text(manifest)));
  },
  MINUTE,
);

test(
  "a paper that gives up its search has nothing left of it",
  async () => {
    await using paper = await site(SEARCHABLE, { ownState: true });
    const settings = SEARCHABLE.slice(0, SEARCHABLE.indexOf("-- content/articles"));
    const summary = await paper.rebuild(settings.replace("outputs: [search]", "outputs: []"));
    expect(paper.files().filter((file) => file.startsWith("search/"))).toEqual([]);
    expect(paper.texts("/", ".navigation a")).toEqual(["Rights"]);
    expect(summary.search).toBe(undefined);
  },
  MINUTE,
);

test(
  "where the output holds releases, a build makes one, and its index is in it",
  async () => {
    await using content = await contentFolder(SEARCHABLE);
    const order = { ...orderFor(content, { ownState: true }), way: "as releases" } as const;
    const root = join(dirname(content.contentFolder), "_site");
    await build(order);
    await content.write(
      `${story("2026/new", "On thought", "2026-05-31", "Freedom of conscience.")}\n`,
    );
    await build(order);
    expect(readdirSync(join(root, "releases")).sort()).toEqual(["000001", "000002"]);
    const [first, second] = ["000001", "000002"].map((name) => ({
      output: join(root, "releases", name),
    }));
    expect(filesWith("conscience", first!)).toEqual([]);
    expect(filesWith("conscience", second!).length).toBeGreaterThan(0);
    expect(partsOf(first!)).toEqual(partsOf(second!));
  },
  MINUTE,
);
