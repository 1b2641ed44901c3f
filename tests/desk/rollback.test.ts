// A paper that keeps its releases, from the desk: built, stepped back from, taken down. Real
// processes, on a copy of the press.

import { readdirSync, readlinkSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pressCopy, type PressCopy } from "../support/press-copy.ts";

const MARK = "zqsecret";
const ARCHIVE = `
-- content/articles/storm.md --
---
headline: Storm ${MARK}
date: 2026-03-08 09:00
section: world
topics: [Topic ${MARK}]
---
Text ${MARK}.
-- content/articles/flood.md --
---
headline: Flood
date: 2026-03-07 09:00
section: world
---
The river rose.
`;
const NOW = "--now 2026-06-01T12:00:00Z";

let press: PressCopy;
beforeEach(async () => {
  press = await pressCopy(ARCHIVE);
});
afterEach(() => press[Symbol.asyncDispose]());

function current(): string {
  return readlinkSync(join(press.root, "_site/current"));
}

function releases(): string[] {
  return readdirSync(join(press.root, "_site/releases")).sort();
}

/** Every file of the paper and of the press's own in which the mark is. */
function traces(): string[] {
  return ["_site", ".broadsheet"].flatMap((folder) =>
    [...press.files(folder)].flatMap(([file, bytes]) =>
      `${file}\n${bytes}`.includes(MARK) ? [`${folder}/${file}`] : [],
    ),
  );
}

async function build(options = ""): Promise<string> {
  const { code, stdout, stderr } = await press.broadsheet(`build ${options} ${NOW}`);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

test("a release is the paper to the byte, and only what changed is printed for the next", async () => {
  await build("--output _plain");
  expect(await build("--releases")).toContain("000001 is live, 0 more to roll back to");
  expect(press.files("_site/releases/000001")).toEqual(press.files("_plain"));
  press.edit("content/articles/flood.md", "rose", "fell");
  const before = timesOf("releases/000001");
  const told = await build();
  expect(told).toContain("pages     1 printed, ");
  expect(told).toContain("000002 is live, 1 more to roll back to");
  await build("--output _plain");
  expect(press.files("_site/releases/000002")).toEqual(press.files("_plain"));
  const after = timesOf("releases/000002");
  const changed = [...after].filter(([file, time]) => before.get(file) !== time);
  expect(changed.map(([file]) => file).sort()).toEqual([
    ".well-known/broadsheet.json",
    "2026/03/07/flood/index.html",
    "atom.xml",
    "feed.json",
    "feed.xml",
    "world/atom.xml",
    "world/feed.json",
    "world/feed.xml",
  ]);
  await build();
  expect([current(), releases()]).toEqual(["releases/000002", ["000001", "000002"]]);
});

function timesOf(release: string): Map<string, number> {
  const files = [...press.files(`_site/${release}`).keys()];
  return new Map(
    files.map((file) => [file, statSync(join(press.root, "_site", release, file)).mtimeMs]),
  );
}

test("a step back is told, and so is what can be stepped back to", async () => {
  await build("--releases");
  press.edit("content/articles/flood.md", "rose", "fell");
  await build();
  const back = await press.broadsheet("rollback");
  expect(back).toMatchObject({ code: 0, stderr: "" });
  expect(back.stdout).toMatchInlineSnapshot(`
    "Readers now get release 000001. Release 000002 is kept; \`--to 2\` brings it back.
    The content is as it was, so the next build publishes it again: mend it first, and mind a build that starts by itself.
    "
  `);
  expect(current()).toBe("releases/000001");

  const steady = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT\S+/g, "TIME");
  const asked = ["rollback", "rollback --to 9", "rollback --to 1"];
  // One after the other: each holds the output while it looks.
  const refusals: Awaited<ReturnType<typeof press.broadsheet>>[] = [];
  for (const words of asked) refusals.push(await press.broadsheet(words));
  expect(refusals.map(({ code, stdout }) => [code, stdout])).toEqual(asked.map(() => [2, ""]));
  expect(refusals.map(({ stderr }) => steady(stderr)).join("\n")).toMatchInlineSnapshot(`
    "error: there is no release before the live one. These are kept:
      000001  TIME  live
      000002  TIME
    \`broadsheet rollback --help\` lists what there is.

    error: there is no release 9. These are kept:
      000001  TIME  live
      000002  TIME
    \`broadsheet rollback --help\` lists what there is.

    error: release 1 is live already. These are kept:
      000001  TIME  live
      000002  TIME
    \`broadsheet rollback --help\` lists what there is.
    "
  `);
  expect((await press.broadsheet("rollback --to 2")).code).toBe(0);
  expect(current()).toBe("releases/000002");

  await build("--output _plain");
  expect(await press.broadsheet("rollback --output _plain")).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error: there are no releases in “_plain”. Only a paper that is built with --releases keeps its earlier ones.
    \`broadsheet rollback --help\` lists what there is.
    ",
      "stdout": "",
    }
  `);
});

test("after a step back the next build is the content again, and no address is forgotten", async () => {
  await build("--releases");
  press.write(
    "-- content/articles/calm.md --\n---\nheadline: Calm\ndate: 2026-03-09 09:00\nsection: world\n---\nThe wind fell.\n",
  );
  await build();
  const second = press.files("_site/releases/000002");
  await press.broadsheet("rollback");
  renameSync(join(press.root, "content/articles/calm.md"), join(press.root, "calm.md"));
  const lost = await press.broadsheet(`build ${NOW}`);
  expect([lost.code, current()]).toEqual([1, "releases/000001"]);
  expect(lost.stderr).toContain("/2026/03/09/calm/");
  renameSync(join(press.root, "calm.md"), join(press.root, "content/articles/calm.md"));
  await build();
  expect(current()).toBe("releases/000003");
  expect(press.files("_site/releases/000003")).toEqual(second);
});

test("a takedown reaches every release", async () => {
  await build("--releases");
  press.edit("content/articles/storm.md", "topics: [", "topics: [Later, ");
  await build();
  await press.broadsheet("rollback");
  expect(traces().length).toBeGreaterThan(8);
  const { code, stdout, stderr } = await press.broadsheet(`takedown /2026/03/08/storm/ ${NOW}`);
  expect(code).toBe(0);
  expect(traces()).toEqual([]);
  expect([current(), releases()]).toEqual(["releases/000003", ["000003"]]);
  expect(stdout).toMatchInlineSnapshot(`
    "https://news.example.org/2026/03/08/storm/
    https://news.example.org/
    https://news.example.org/.well-known/broadsheet.json
    https://news.example.org/404.html
    https://news.example.org/archive/2026/
    https://news.example.org/archive/2026/03/
    https://news.example.org/archive/2026/03/08/
    https://news.example.org/atom.xml
    https://news.example.org/feed.json
    https://news.example.org/feed.xml
    https://news.example.org/sitemap.xml
    https://news.example.org/sitemaps/2026-03.xml
    https://news.example.org/sitemaps/pages.xml
    https://news.example.org/topics/later/
    https://news.example.org/topics/later/atom.xml
    https://news.example.org/topics/later/feed.json
    https://news.example.org/topics/later/feed.xml
    https://news.example.org/topics/topic-zqsecret/
    https://news.example.org/topics/topic-zqsecret/atom.xml
    https://news.example.org/topics/topic-zqsecret/feed.json
    https://news.example.org/topics/topic-zqsecret/feed.xml
    https://news.example.org/world/
    https://news.example.org/world/atom.xml
    https://news.example.org/world/feed.json
    https://news.example.org/world/feed.xml
    "
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "articles/storm.md is withdrawn, and nothing of it is left in the paper. Purge 25 addresses from caches, as listed.
    No earlier release is left, so there is nothing to roll back to.
    The file itself and its pictures still lie in the content folder, and in its history, if it has one.
    "
  `);
  expect((await press.broadsheet("rollback")).code).toBe(2);
});

test("so does a status set by hand, and an expiry", async () => {
  await build("--releases");
  press.edit("content/articles/storm.md", "section: world", "section: world\nstatus: withdrawn");
  expect(await build()).toContain("1 removed for what they showed and no longer may");
  expect(traces()).toEqual([]);
  expect([...press.files("_site").values()].join("")).toContain("The river rose.");
  press.edit("content/articles/flood.md", "section: world", "section: world\nexpires: 2026-05-01");
  expect(await build()).toContain("1 removed for what they showed and no longer may");
  expect([...press.files("_site").values()].join("")).not.toContain("The river rose.");
});

test("releases are for readers, not for previews, and not for Eleventy’s own command", async () => {
  const asked = ["build --releases --drafts", "build --keep 2 --drafts", "build --keep 0"];
  const answers = await Promise.all(asked.map((words) => press.broadsheet(words)));
  expect(answers.map(({ code, stderr }) => `${code} ${stderr}`).join("")).toMatchInlineSnapshot(`
    "2 error: option '--releases' cannot be used with option '--drafts'
    \`broadsheet build --help\` lists what there is.
    2 error: option '--releases' cannot be used with option '--drafts'
    \`broadsheet build --help\` lists what there is.
    2 error: option '--keep <number>' argument '0' is invalid. Write a whole number, 1 or more.
    \`broadsheet build --help\` lists what there is.
    "
  `);
  await build("--keep 2");
  expect(current()).toBe("releases/000001");
  const before = press.files("_site");
  const { code, stderr } = await press.eleventy("");
  expect(code).toBe(1);
  expect(stderr).toContain("holds releases, and Eleventy’s own command writes file by file");
  expect(press.files("_site")).toEqual(before);
});
