// The watch, which keeps a paper current: by a clock in the test's hand, and as a real process.

import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { NextChange } from "../../src/news/newspaper.ts";
import { buildApart, type BuildOutcome } from "../../src/desk/build-apart.ts";
import { watchPaper, type WatchNews } from "../../src/desk/watch.ts";
import { closeOutput, openOutput } from "../../src/publish/output-folder.ts";
import { contentFolder } from "../support/content-folder.ts";
import { pressCopy, type PressCopy } from "../support/press-copy.ts";

const EVENING = Date.parse("2026-05-04T19:00:00Z");
const MONTHS_LATER = Date.parse("2026-11-05T06:00:00Z");

const PATIENCE = { timeout: 45_000, interval: 20 };

const SLOWLY = { ...PATIENCE, interval: 500 };

const story = (headline: string, date = "2026-03-01 09:00") => `---
headline: ${headline}
date: ${date}
section: world
---
The wind rose at noon.
`;

function published(nextChange?: NextChange): BuildOutcome {
  const summary = {
    read: { stories: 1, authors: 0, pages: 0, pictures: 0 },
    stories: 1,
    pages: 4,
    printed: 0,
    pictures: { planned: 0, encoded: 0 },
    files: { written: 0, kept: 4, removed: 0 },
    ...(nextChange && { nextChange }),
  };
  return { kind: "published", summary, preview: false, milliseconds: 1 };
}

const due = (instant: number): NextChange => ({
  at: { instant, iso: new Date(instant).toISOString() },
  what: "publishes",
  file: "articles/storm.md",
});

/** A watch over an empty folder, whose builds end as the test says, one after the other. */
function watching(outcomes: readonly (() => BuildOutcome | Promise<BuildOutcome>)[]) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-watch-"));
  const end = new AbortController();
  const time = { now: EVENING };
  const builtAsOf: number[] = [];
  const news: WatchNews[] = [];
  const ended = watchPaper({
    folders: [folder],
    clock: () => time.now,
    build: async (now) => {
      builtAsOf.push(now);
      return (outcomes[builtAsOf.length - 1] ?? published)();
    },
    onNews: (one) => news.push(one),
    end: end.signal,
  });
  return {
    folder,
    time,
    builtAsOf,
    news,
    kinds: () => news.map(({ kind }) => kind),
    save: (name: string) => writeFileSync(join(folder, name), "saved"),
    builds: async (number: number) => {
      await expect.poll(() => builtAsOf.length, PATIENCE).toBeGreaterThanOrEqual(number);
    },
    [Symbol.asyncDispose]: async () => {
      end.abort();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test("it wakes for a moment months ahead, and not before, though the clock steps meanwhile", async () => {
  await using watch = watching([() => published(due(MONTHS_LATER))]);
  await watch.builds(1);
  watch.time.now = EVENING - 60 * 60_000;
  watch.save("edit.md");
  await watch.builds(2);
  expect(watch.builtAsOf).toEqual([EVENING, EVENING - 60 * 60_000]);
});

test("it builds at the very moment, or at once where the machine slept past it", async () => {
  await using watch = watching([
    () => published(due(MONTHS_LATER)),
    () => published(due(MONTHS_LATER + 60_000)),
  ]);
  await watch.builds(1);
  watch.time.now = MONTHS_LATER;
  await watch.builds(2);
  watch.time.now = MONTHS_LATER + 3 * 60 * 60_000;
  await watch.builds(3);
  expect(watch.builtAsOf).toEqual([EVENING, MONTHS_LATER, MONTHS_LATER + 3 * 60 * 60_000]);
});

test("saves that come while a build runs lead to one more build, however many they are", async () => {
  let release = () => {};
  const first = new Promise<BuildOutcome>((resolve) => {
    release = () => resolve(published());
  });
  await using watch = watching([() => first]);
  await watch.builds(1);
  for (let number = 0; number < 50; number++) watch.save(`story-${number}.md`);
  release();
  await watch.builds(2);
  watch.save("one-more.md");
  await watch.builds(3);
  expect(watch.builtAsOf).toHaveLength(3);
});

test("what fails is told once and tried again; what is refused waits for a save, and is told once", async () => {
  const failed = () => ({ kind: "failed", report: "The disk is full." }) as const;
  const refused = () => ({ kind: "refused", report: "1 problem." }) as const;
  await using watch = watching([failed, failed, refused, refused, () => published(), refused]);
  await watch.builds(3);
  expect(watch.kinds()).toEqual(["failed", "refused"]);
  watch.save("edit.md");
  await watch.builds(4);
  watch.save("mended.md");
  await watch.builds(5);
  watch.save("spoilt.md");
  await watch.builds(6);
  await expect.poll(watch.kinds, PATIENCE).toEqual(["failed", "refused", "published", "refused"]);
});

test("a story that is due while the paper is refused is named as held up, once", async () => {
  const refused = () => ({ kind: "refused", report: "1 problem." }) as const;
  await using watch = watching([() => published(due(MONTHS_LATER)), refused, refused]);
  await watch.builds(1);
  watch.save("edit.md");
  await watch.builds(2);
  watch.time.now = MONTHS_LATER;
  await watch.builds(3);
  await expect.poll(watch.kinds, PATIENCE).toEqual(["published", "refused", "held up"]);
  expect(watch.news.at(-1)).toEqual({ kind: "held up", change: due(MONTHS_LATER) });
  watch.save("again.md");
  await watch.builds(4);
  expect(watch.builtAsOf).toHaveLength(4);
});

test("a folder that is replaced as a whole is followed to the new one", async () => {
  await using watch = watching([]);
  await watch.builds(1);
  const next = mkdtempSync(join(dirname(watch.folder), "broadsheet-watch-"));
  renameSync(watch.folder, `${watch.folder}-old`);
  renameSync(next, watch.folder);
  rmSync(`${watch.folder}-old`, { recursive: true });
  await watch.builds(2);
  await expect
    .poll(() => {
      watch.save("edit.md");
      return watch.builtAsOf.length;
      // Slower than changes take to settle: what never settles is never told.
    }, SLOWLY)
    .toBeGreaterThan(3);
});

test(
  "a scheduled story comes out at its moment, by a real build",
  { timeout: 120_000 },
  async () => {
    await using content = await contentFolder(
      `-- articles/storm.md --\n${story("Storm", "2026-11-05 06:00")}`,
    );
    const output = join(dirname(content.contentFolder), "_site");
    const page = join(output, "2026/11/05/storm/index.html");
    const end = new AbortController();
    const news: WatchNews[] = [];
    let now = EVENING;
    const ended = watchPaper({
      folders: [content.contentFolder],
      clock: () => now,
      build: buildApart([`--content=${content.contentFolder}`, `--output=${output}`]),
      onNews: (one) => news.push(one),
      end: end.signal,
    });
    await expect.poll(() => news.length, PATIENCE).toBe(1);
    expect(news[0]).toMatchObject({ summary: { nextChange: { file: "articles/storm.md" } } });
    expect(existsSync(page)).toBe(false);
    now = MONTHS_LATER;
    await expect.poll(() => existsSync(page), PATIENCE).toBe(true);
    end.abort();
    await ended;
  },
);

let press: PressCopy;

const STORM = `-- content/articles/storm.md --\n${story("Storm warning")}`;
const PAGE = "2026/03/01/storm/index.html";

/** The real command, and all it has said so far. */
function start(...options: readonly string[]) {
  const child = press.start("broadsheet", ["watch", ...options].join(" "));
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  return {
    said,
    publishes: async (times: number) => {
      await expect
        .poll(() => said.out.split("\n").length - 1, PATIENCE)
        .toBeGreaterThanOrEqual(times);
    },
    shows: async (words: string) => {
      await expect.poll(page, PATIENCE).toContain(words);
    },
    complains: async (words: string) => {
      await expect.poll(() => said.err, PATIENCE).toContain(words);
    },
    end: async (signal: NodeJS.Signals) => {
      const exit = once(child, "exit");
      child.kill(signal);
      return exit;
    },
  };
}

function page(): string {
  const file = join(press.root, "_site", PAGE);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const isLocked = () => existsSync(join(press.root, "._site.broadsheet"));
const steady = (text: string) => text.replaceAll(/\d+\.\d\d s/g, "0.00 s");

describe("a process of its own", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    press = await pressCopy(STORM);
  });
  afterAll(() => press[Symbol.asyncDispose]());
  beforeEach(() => {
    for (const folder of ["_site", "content/articles"])
      rmSync(join(press.root, folder), { recursive: true, force: true });
    press.write(STORM);
  });

  test("publishes each saved story, layout and line of the press, until it is ended", async () => {
    const watch = start();
    await watch.publishes(1);
    press.edit("content/articles/storm.md", "Storm warning", "Storm is here");
    await watch.shows("Storm is here");
    press.edit("layouts/story.11ty.tsx", 'class="story"', 'class="story edited-layout"');
    await watch.shows("edited-layout");
    press.edit("src/pages/words/en.ts", 'published: "Published"', 'published: "Given out"');
    await watch.shows("Given out");
    await watch.publishes(4);
    expect(await watch.end("SIGTERM")).toEqual([143, null]);
    const line = "Published 1 story on 9 pages in _site in 0.00 s. Next: nothing is scheduled.";
    expect(new Set(steady(watch.said.out).trimEnd().split("\n"))).toEqual(new Set([line]));
    expect(watch.said.err).toBe("Watching content, layouts and press (Ctrl-C ends).\n");
  });

  test("tells the mistakes of a refused paper once, and leaves the live one", async () => {
    const watch = start();
    await watch.publishes(1);
    const before = press.files("_site");
    press.edit("content/articles/storm.md", "section: world", "section: wrold");
    await watch.complains("The next saved change is tried.");
    press.edit("content/articles/storm.md", "rose at noon", "rose at one");
    press.write("-- content/articles/calm.md --\n" + story("Calm").replace("headline", "headlne"));
    await watch.complains("“headlne” is not a field");
    expect(press.files("_site")).toEqual(before);
    press.edit("content/articles/calm.md", "headlne", "headline");
    press.edit("content/articles/storm.md", "section: wrold", "section: world");
    await watch.publishes(2);
    expect(await watch.end("SIGINT")).toEqual([130, null]);
    expect(watch.said.err.split("\n").slice(1, 6).join("\n")).toMatchInlineSnapshot(`
      "content/articles/storm.md:4:10 error: “wrold” is not a section of this newspaper.
        4 | section: wrold
        Did you mean “world”? Sections are listed in site.yaml.

      1 problem. Nothing was published; the paper that was live is as it was."
    `);
    expect(watch.said.out + watch.said.err).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test("that keeps going sets a faulty story aside, names it, and publishes the others", async () => {
    const watch = start("--keep-going");
    await watch.publishes(1);
    press.write("-- content/articles/calm.md --\n" + story("Calm"));
    press.edit("content/articles/storm.md", "section: world", "section: wrold");
    await watch.complains("“wrold” is not a section");
    await watch.publishes(2);
    const calm = join(press.root, "_site/2026/03/01/calm/index.html");
    await expect.poll(() => existsSync(calm), PATIENCE).toBe(true);
    expect(page()).toContain("Storm warning");
    expect(watch.said.err).toContain("content/articles/storm.md");
    expect(watch.said.err).not.toContain("The next saved change is tried.");
    await watch.end("SIGTERM");
  });

  test("waits for another build that has the output, and says so once", async () => {
    const around = { projectFolder: press.root, home: homedir() };
    const folders = {
      contentFolder: join(press.root, "content"),
      stateFolder: join(press.root, ".broadsheet"),
    };
    const held = openOutput(join(press.root, "_site"), { ...around, ...folders }, "paper");
    const watch = start();
    await watch.complains("Another build holds the lock of this output");
    press.edit("content/articles/storm.md", "Storm warning", "Storm is here");
    closeOutput(held);
    await watch.shows("Storm is here");
    expect(watch.said.err.match(/holds the lock/g)).toHaveLength(1);
    await watch.end("SIGTERM");
  });

  test("that is ended during a build gives back the lock and leaves nothing behind", async () => {
    const watch = start();
    await expect.poll(isLocked, PATIENCE).toBe(true);
    expect(await watch.end("SIGTERM")).toEqual([143, null]);
    await expect.poll(isLocked, PATIENCE).toBe(false);
    expect(existsSync(join(press.root, "_site"))).toBe(false);
  });
});
