// The door for people who know Eleventy: its own command, on a copy of the press.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pressCopy, type PressCopy } from "./support/press-copy.ts";

const STORM = `
-- content/articles/storm.md --
---
headline: Storm warning
date: 2026-03-01 09:00
section: world
topics: [Weather]
---
The wind rose at noon.
-- content/articles/calm.md --
---
headline: Calm after it
date: 2026-03-02 09:00
section: world
---
The wind fell [at night](storm.md).
-- content/files/.well-known/security.txt --
Contact: mailto:desk@example.org
`;

let press: PressCopy;
beforeAll(async () => {
  press = await pressCopy(STORM);
});
afterAll(() => press[Symbol.asyncDispose]());

/** The newest editions of both doors; both carry the date of the same day. */
async function bothDoors() {
  const eleventy = await press.eleventy("--quiet");
  const broadsheet = await press.broadsheet("build --output _other --quiet");
  expect([eleventy.code, broadsheet.code]).toEqual([0, 0]);
  return { eleventy: press.files("_site"), broadsheet: press.files("_other") };
}

test("it prints the bytes that broadsheet build prints, at first and after changes", async () => {
  const first = await bothDoors();
  expect(first.eleventy.size).toBeGreaterThan(10);
  expect([...first.eleventy.keys()]).toContain(".well-known/broadsheet.json");
  expect(first.eleventy).toEqual(first.broadsheet);
  press.edit("content/articles/storm.md", "topics: [Weather]", "topics: [Wind]");
  press.write(
    "-- content/articles/new.md --\n---\nheadline: New\ndate: 2026-03-03 09:00\nsection: world\n---\nNew.\n",
  );
  const second = await bothDoors();
  expect([...second.eleventy.keys()]).toContain("topics/wind/index.html");
  expect([...second.eleventy.keys()]).not.toContain("topics/weather/index.html");
  expect(second.eleventy).toEqual(second.broadsheet);
});

test("it refuses with every problem, exit code 1, and the live paper as it was", async () => {
  const before = press.files("_site");
  press.edit("content/articles/storm.md", "section: world", "section: wrold");
  press.edit("content/articles/calm.md", "headline:", "headlne:");
  const { code, stdout, stderr } = await press.eleventy("--quiet");
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.replaceAll("[11ty] ", "").trimEnd()).toMatchInlineSnapshot(`
    "Eleventy Fatal Error (CLI):
    1. Error in your Eleventy config file '.eleventy.js'. (via EleventyConfigError)
    2. content/articles/calm.md:1:1 error: The story has no “headline”.
      1 | ---
      Write, for example: headline: Budget: council says no

    content/articles/calm.md:2:1 error: “headlne” is not a field of a story.
      2 | headlne: Calm after it
      Did you mean “headline”?

    content/articles/storm.md:4:10 error: “wrold” is not a section of this newspaper.
      4 | section: wrold
      Did you mean “world”? Sections are listed in site.yaml.

    3 problems in 2 files."
  `);
  expect(press.files("_site")).toEqual(before);
  press.edit("content/articles/storm.md", "section: wrold", "section: world");
  press.edit("content/articles/calm.md", "headlne:", "headline:");
});

test("it refuses to lose an address that was published", async () => {
  const before = press.files("_site");
  press.edit("content/articles/calm.md", "section: world", "section: world\nslug: windless");
  const { code, stderr } = await press.eleventy("--quiet");
  expect(code).toBe(1);
  expect(stderr.replaceAll("[11ty] ", "")).toContain(
    "Write “aliases: [/2026/03/02/calm/]” into its header, or give it its old address back.",
  );
  expect(press.files("_site")).toEqual(before);
  expect(existsSync(join(press.root, "._site.broadsheet"))).toBe(false);
  press.edit("content/articles/calm.md", "\nslug: windless", "");
});

test("it leaves the live paper as it was when a layout fails, or when nothing is to be written", async () => {
  const before = press.files("_site");
  press.edit("layouts/story.11ty.tsx", "const { words", "(story as any).a.b; const { words");
  const failed = await press.eleventy("--quiet");
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain("The layout “layouts/story.11ty.tsx” failed while it printed");
  press.edit("layouts/story.11ty.tsx", "(story as any).a.b; ", "");
  expect((await press.eleventy("--dryrun --quiet")).code).toBe(0);
  expect(press.files("_site")).toEqual(before);
  expect(existsSync(join(press.root, "._site.broadsheet"))).toBe(false);
});

test("it shows each edited story, layout, part and line of the press while it serves, and mends itself", async () => {
  const port = 18_480;
  const { stderr } = press.start("eleventy", `--serve --quiet --port=${port}`);
  let told = "";
  stderr?.setEncoding("utf8").on("data", (text: string) => (told += text));
  const page = async () =>
    fetch(`http://localhost:${port}/2026/03/01/storm/`).then(
      (response) => response.text(),
      () => "",
    );
  const shows = async (words: string) => {
    const end = performance.now() + 20_000;
    let text = await page();
    while (!text.includes(words) && performance.now() < end) {
      await pause(50);
      text = await page();
    }
    expect(text).toContain(words);
  };
  const tells = async (words: string) => {
    await expect.poll(() => told, { timeout: 20_000 }).toContain(words);
  };
  const edit = async (file: string, from: string, to: string) => {
    // Its watcher takes two changes within a moment for one.
    await pause(300);
    press.edit(file, from, to);
  };
  await shows("Storm warning");
  await edit("content/articles/storm.md", "Storm warning", "Edited story");
  await shows("Edited story");
  await edit("layouts/story.11ty.tsx", 'class="story"', 'class="story edited-layout"');
  await shows("edited-layout");
  await edit("layouts/parts/story-head.tsx", '"story-head"', '"story-head edited-part"');
  await shows("edited-part");
  await edit("src/pages/words/en.ts", 'published: "Published"', 'published: "Edited word"');
  await shows("Edited word");
  await edit("content/articles/storm.md", "headline:", "headlne:");
  await tells("“headlne” is not a field of a story.");
  await edit("content/articles/storm.md", "headlne: Edited story", "headline: Mended story");
  await shows("Mended story");
  await edit("content/articles/calm.md", "section: world", "slug: windless\nsection: world");
  await tells("The address /2026/03/02/calm/ has been published, and would be lost");
  await edit("content/articles/calm.md", "slug: windless\n", "");
  await edit("content/articles/storm.md", "Mended story", "Mended address");
  await shows("Mended address");
  await edit("layouts/story.11ty.tsx", "const { words", "const { words words");
  await tells("failed while it was read");
  await edit("layouts/story.11ty.tsx", "words words", "words");
  await edit("content/articles/storm.md", "Mended address", "Mended layout");
  await shows("Mended layout");
});

test("what it has published, and nothing older, stands in where the story has a mistake later", async () => {
  await using press = await pressCopy(STORM);
  await press.broadsheet("build --quiet");
  press.edit("content/articles/storm.md", "at noon", "at nine");
  expect((await press.eleventy("--quiet")).code).toBe(0);
  expect([...press.files(".broadsheet")].filter(([, text]) => text.includes("at noon"))).toEqual(
    [],
  );
  press.edit("content/articles/storm.md", "section: world", "section: wrold");
  const { code, stderr } = await press.broadsheet("build --quiet --keep-going");
  expect([code, stderr]).toEqual([4, expect.stringContaining("its last good version stays live")]);
  expect(press.files("_site").get("2026/03/01/storm/index.html")).toContain("at nine");
});

test("it indexes the search of a paper that has one, to the same bytes", async () => {
  await using press = await pressCopy(STORM);
  press.edit("content/site.yaml", "language: en", "language: en\noutputs: [search]");
  const [eleventy, broadsheet] = [
    await press.eleventy("--quiet"),
    await press.broadsheet("build --output _other --quiet"),
  ];
  expect([eleventy.code, broadsheet.code]).toEqual([0, 0]);
  const files = press.files("_site");
  expect([...files.keys()]).toContain("search/en/2026-03/pagefind-entry.json");
  expect(files).toEqual(press.files("_other"));
});
