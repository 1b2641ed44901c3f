// The command as people and machines meet it: words in, words out, exit codes 0 to 3. Real
// processes, on a copy of the press.

import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeOutput, openOutput } from "../src/publish/output-folder.ts";
import { pressCopy, type PressCopy } from "./support/press-copy.ts";

const STORM = `-- content/articles/storm.md --
---
headline: Storm warning
date: 2026-03-01 09:00
section: world
---
The wind rose at noon.
`;

const CALM = `-- content/articles/calm.md --
---
headline: Calm after it
date: 2026-03-02 09:00
section: world
---
The wind fell.
`;

const NOW = "--now 2026-06-01T12:00:00Z";

let press: PressCopy;
beforeAll(async () => {
  press = await pressCopy(STORM);
});
afterAll(() => press[Symbol.asyncDispose]());
beforeEach(() => press.write(STORM));
afterEach(() => {
  for (const folder of ["_site", "_preview", "content/articles", "content/images"])
    rmSync(join(press.root, folder), { recursive: true, force: true });
});

/** Without what differs from run to run. */
const steady = (text: string) => text.replaceAll(/\d+\.\d\d s/g, "0.00 s");

describe("wrong usage ends with exit code 2 and a near miss", () => {
  test.each([
    ["build --outptu x", "unknown option '--outptu'\n(Did you mean --output?)"],
    ["biuld", "unknown command 'biuld'\n(Did you mean build?)"],
    ["build extra", "too many arguments for 'build'"],
    ["build --now yesterday", "Write a moment with its zone: 2019-05-31T13:00:00Z."],
    ["build --now 2026-06-01", "Write a moment with its zone"],
    ["build --base-url example.org", "Write a whole address: https://example.org/news/."],
    ["build --base-url ftp://example.org/", "Write a whole address"],
    ["watch --now 2026-06-01T12:00:00Z", "unknown option '--now'"],
    ["watch --content contnet", "there is no content folder “contnet” here"],
    ["dev --port 99999", "Write a number from 1 to 65535."],
    ["build --content contnet", "there is no content folder “contnet” here"],
    ["", "Usage: broadsheet"],
  ])("broadsheet %s", async (words, told) => {
    const { code, stdout, stderr } = await press.broadsheet(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(told);
    expect(existsSync(join(press.root, "_site"))).toBe(false);
  });
});

test("each command explains itself, the exit codes included", async () => {
  const { code, stdout } = await press.broadsheet("build --help");
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: broadsheet build [options]

    Prints the paper and puts it in place, whole or not at all. Where the content
    has mistakes, all of them are listed and the paper that is live stays as it was.

    Options:
      --content <folder>    what the newsroom writes (default: "content")
      --now <moment>        print the paper as of this moment: 2019-05-31T13:00:00Z
      --base-url <address>  the paper's address, instead of the one in site.yaml
      --verbose             show where in the press an unexpected error came from
      --output <folder>     where the site goes (default: _site, with --drafts
                            _preview)
      --releases            keep each paper as a release of its own, to roll back
                            to; needed once only
      --keep <number>       how many releases to keep, the live one included
                            (default: 5)
      --drafts              show drafts and scheduled stories too, in an output of
                            their own
      --compress            put compressed copies (.br, .gz) beside pages and other
                            texts, for servers that hand them out
      --clean               forget what earlier builds have kept, and print
                            everything again
      --keep-going          set aside stories with mistakes, keep their last good
                            version live, publish the rest
      --json                print the summary, or the problems, as one JSON object
      --quiet               print nothing unless something is wrong
      -h, --help            explain a command and its options

    Exit code: 0 published; 1 the content has problems; 2 wrong usage; 3 not published for
    another reason (the output cannot be written, another build has it, a layout failed);
    4 published without the files that have problems (only with --keep-going).
    "
  `);
  expect((await press.broadsheet("--help")).stdout).toMatchInlineSnapshot(`
    "Usage: broadsheet [options] [command]

    A newspaper press: Markdown in, a complete news site of plain files out.

    Options:
      -V, --version               print the version of the press
      -h, --help                  explain a command and its options

    Commands:
      build [options]             print the paper and put it in place
      dev [options]               show the paper while you write
      watch [options]             publish each saved change, and whatever falls due
      check [options]             read the built paper as a stranger would
      takedown [options] <story>  withdraw a story and print the addresses to purge
      rollback [options]          give readers the release before

    \`broadsheet build --help\` explains a command.
    "
  `);
  expect((await press.broadsheet("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("a build sums up what it did, and a second one that nothing was left to do", async () => {
  press.write(CALM.replace("2026-03-02 09:00", "2026-06-05 06:00"));
  const first = await press.broadsheet(`build ${NOW}`);
  expect([first.code, first.stderr]).toEqual([0, ""]);
  expect(steady(first.stdout)).toMatchInlineSnapshot(`
    "Published 1 story on 9 pages in _site in 0.00 s.
      read      2 stories, 0 authors, 0 plain pages, 0 pictures
      pages     9 printed, 0 unchanged
      pictures  0 encoded, 0 unchanged
      files     45 written, 0 kept, 0 removed
      next      2026-06-05T06:00:00+00:00: articles/calm.md publishes; build again then
    "
  `);
  const second = await press.broadsheet(`build ${NOW}`);
  expect(steady(second.stdout)).toContain("pages     0 printed, 9 unchanged");
  expect(await press.broadsheet(`build --quiet ${NOW}`)).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
});

test("a program gets the summary as one JSON object, or the problems", async () => {
  const built = await press.broadsheet(`build --json ${NOW}`);
  const summary: unknown = JSON.parse(built.stdout);
  expect(summary).toMatchObject({
    published: true,
    preview: false,
    stories: 1,
    pictures: { planned: 0, encoded: 0 },
    files: { removed: 0 },
  });
  press.edit("content/articles/storm.md", "section: world", "section: wrold");
  const refused = await press.broadsheet(`build --json ${NOW}`);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "column": 10,
          "cure": "Did you mean “world”? Sections are listed in site.yaml.",
          "file": "articles/storm.md",
          "line": 4,
          "message": "“wrold” is not a section of this newspaper.",
        },
      ],
      "published": false,
    }
  `);
});

test("problems end with exit code 1: every one, plainly, then their number; the paper stays", async () => {
  await press.broadsheet(`build ${NOW}`);
  const before = press.files("_site");
  press.edit("content/articles/storm.md", "section: world", "section: wrold");
  press.write(CALM.replace("headline", "headlne"));
  const { code, stdout, stderr } = await press.broadsheet(`build ${NOW}`, { FORCE_COLOR: "1" });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatchInlineSnapshot(`
    "content/articles/calm.md:1:1 error: The story has no “headline”.
      1 | ---
      Write, for example: headline: Budget: council says no

    content/articles/calm.md:2:1 error: “headlne” is not a field of a story.
      2 | headlne: Calm after it
      Did you mean “headline”?

    content/articles/storm.md:4:10 error: “wrold” is not a section of this newspaper.
      4 | section: wrold
      Did you mean “world”? Sections are listed in site.yaml.

    3 problems in 2 files. Nothing was published; the paper that was live is as it was.
    "
  `);
  expect(press.files("_site")).toEqual(before);
});

test("five hundred problems arrive whole, the last line with their number", async () => {
  for (let number = 0; number < 250; number++)
    press.write(STORM.replace("storm.md", `s-${number}.md`).replace("headline", "headlne"));
  const { code, stderr } = await press.broadsheet(`build ${NOW}`);
  expect(code).toBe(1);
  expect(stderr.match(/ error: /g)).toHaveLength(500);
  expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^500 problems in 250 files\./);
});

test("a preview has an output of its own, and drafts never go where the paper is", async () => {
  press.write(CALM.replace("section", "status: draft\nsection"));
  await press.broadsheet(`build ${NOW}`);
  const preview = await press.broadsheet(`build --drafts ${NOW}`);
  expect(steady(preview.stdout).split("\n")[0]).toBe(
    "Printed a preview of 2 stories on 11 pages, drafts included, in _preview in 0.00 s. It is not for readers.",
  );
  expect(press.files("_preview").get("2026/03/02/calm/index.html")).toContain("Draft");
  expect(press.files("_site").has("2026/03/02/calm/index.html")).toBe(false);
  const over = await press.broadsheet(`build --drafts --output _site ${NOW}`);
  expect(over.code).toBe(3);
  expect(over.stderr).toContain("holds the published paper, so no drafts can be printed there");
});

test("a base address moves every link, under a sub-path too, and no folder", async () => {
  await press.broadsheet(`build --base-url https://example.org/daily/news ${NOW}`);
  const page = press.files("_site").get("2026/03/01/storm/index.html") ?? "";
  expect(page).toContain(
    '<link rel="canonical" href="https://example.org/daily/news/2026/03/01/storm/"',
  );
  expect(page).toMatch(/href="\/daily\/news\/assets\/paper-[0-9a-f]+\.css"/);
  expect(page).not.toMatch(/(?:href|src)="\/(?!daily\/news\/)/);
});

test("the moment given decides what is out", async () => {
  await press.broadsheet("build --now 2026-03-01T08:59:59Z");
  expect(press.files("_site").has("2026/03/01/storm/index.html")).toBe(false);
  await press.broadsheet("build --now 2026-03-01T09:00:00Z");
  expect(press.files("_site").has("2026/03/01/storm/index.html")).toBe(true);
});

test("a check passes, advises or fails, in words or as JSON", async () => {
  const none = await press.broadsheet(`check ${NOW}`);
  expect([none.code, none.stdout]).toEqual([2, ""]);
  expect(none.stderr).toContain("there is no paper in “_site”. Build it first");
  await press.broadsheet(`build ${NOW}`);
  const whole = await press.broadsheet(`check ${NOW}`);
  expect([whole.code, whole.stderr]).toEqual([0, ""]);
  expect(whole.stdout).toMatch(
    /^Read 9 pages, and found nothing to mend\.\nThe contact sheet is .*\/index\.html\.\n$/,
  );

  press.edit("_site/2026/03/01/storm/index.html", "</article>", "<h4>Too low</h4></article>");
  const advised = await press.broadsheet(`check --strict ${NOW}`);
  expect([advised.code, advised.stderr]).toEqual([1, expect.stringContaining("storm.md advice: ")]);
  expect(advised.stdout).toContain("Read 9 pages: 1 piece of advice.");

  press.edit("_site/index.html", "</main>", '<a href="/lost/">l</a></main>');
  const failed = await press.broadsheet(`check --json ${NOW}`);
  expect([failed.code, failed.stderr]).toEqual([1, ""]);
  const { passed, findings } = JSON.parse(failed.stdout);
  expect(passed).toBe(false);
  expect(findings.map(({ rule, file }: Record<string, string>) => [rule, file])).toEqual([
    ["headings", "articles/storm.md"],
    ["dead links", "index.html"],
  ]);
  const sheet = await press.broadsheet(`check --sheet _site/sheet ${NOW}`);
  expect([sheet.code, sheet.stderr]).toEqual([2, expect.stringContaining("cannot go into")]);
}, 180_000);

test("a clean build prints everything again, to the same bytes", async () => {
  await press.broadsheet(`build ${NOW}`);
  const before = press.files("_site");
  const { stdout } = await press.broadsheet(`build --clean ${NOW}`);
  expect(stdout).toContain("pages     9 printed, 0 unchanged");
  expect(stdout).toContain("0 written");
  expect(press.files("_site")).toEqual(before);
});

describe("what cannot be published ends with exit code 3, in plain words", () => {
  test("a folder of somebody else's", async () => {
    mkdirSync(join(press.root, "_site"));
    writeFileSync(join(press.root, "_site/holiday.txt"), "mine");
    const { code, stderr } = await press.broadsheet(`build ${NOW}`);
    expect(code).toBe(3);
    expect(stderr).toMatchInlineSnapshot(`
      "broadsheet: “_site” cannot be the output folder: it holds files that are not this paper’s (“holiday.txt” is one).
        Choose an empty folder of its own with --output.
      "
    `);
  });

  test("another build that has the output", async () => {
    const around = { projectFolder: press.root, home: homedir() };
    const folders = {
      contentFolder: join(press.root, "content"),
      stateFolder: join(press.root, ".broadsheet"),
    };
    const held = openOutput(join(press.root, "_site"), { ...around, ...folders }, "paper");
    const { code, stderr } = await press.broadsheet(`build ${NOW}`);
    closeOutput(held);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^broadsheet: Another build holds the lock of this output \(process \d+/,
    );
  });

  test("a layout that fails: its name, its line, and no stack unless asked", async () => {
    await press.broadsheet(`build ${NOW}`);
    const before = press.files("_site");
    press.edit("layouts/story.11ty.tsx", "const { words", "(story as any).a.b; const { words");
    const plain = await press.broadsheet(`build ${NOW}`);
    const verbose = await press.broadsheet(`build --verbose ${NOW}`);
    press.edit("layouts/story.11ty.tsx", "(story as any).a.b; ", "");
    expect(plain.code).toBe(3);
    expect(plain.stderr).toMatchInlineSnapshot(`
      "broadsheet: The layout “layouts/story.11ty.tsx” failed while it printed articles/storm.md: Cannot read properties of undefined (reading 'b') (layouts/story.11ty.tsx:20:20).
        Mend it and build again. The paper that was live is as it was.
      "
    `);
    expect(verbose.stderr).toMatch(/\n +at .*story\.11ty\.tsx:\d+:\d+/);
    expect(press.files("_site")).toEqual(before);
  });
});

test("a reader who closes the pipe ends nothing and breaks nothing", async () => {
  const child = press.start("broadsheet", `build ${NOW}`);
  child.stdout?.destroy();
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (told += text));
  const [code] = await once(child, "close");
  expect([code, told]).toEqual([0, ""]);
  expect(press.files("_site").has("2026/03/01/storm/index.html")).toBe(true);
  press.edit("content/articles/storm.md", "section: world", "section: wrold");
  const refused = press.start("broadsheet", `build ${NOW}`);
  refused.stderr?.destroy();
  expect((await once(refused, "exit"))[0]).toBe(1);
});

test("Ctrl-C ends a build at once, with code 130, the lock given back and nothing published", async () => {
  mkdirSync(join(press.root, "content/images"));
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const large = {
    create: { width: 3000, height: 2000, channels: 3, background: "#000", noise },
  } as const;
  writeFileSync(join(press.root, "content/images/sea.jpg"), await sharp(large).jpeg().toBuffer());
  press.edit(
    "content/articles/storm.md",
    "section: world",
    "section: world\nimage: { src: /images/sea.jpg, alt: The sea, credit: Ours }",
  );
  const child = press.start("broadsheet", `build ${NOW}`);
  const ended = once(child, "exit");
  const pictures = join(press.root, ".broadsheet/pictures");
  await expect.poll(() => existsSync(pictures), { timeout: 20_000, interval: 10 }).toBe(true);
  expect(existsSync(join(press.root, "._site.broadsheet"))).toBe(true);
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  expect(existsSync(join(press.root, "._site.broadsheet"))).toBe(false);
  expect(existsSync(join(press.root, "_site"))).toBe(false);
});

test("an edited line of the press counts in the next build", async () => {
  await press.broadsheet(`build ${NOW}`);
  press.edit("src/pages/words/en.ts", 'published: "Published"', 'published: "Given out"');
  await press.broadsheet(`build ${NOW}`);
  press.edit("src/pages/words/en.ts", 'published: "Given out"', 'published: "Published"');
  expect(press.files("_site").get("2026/03/01/storm/index.html")).toContain("Given out");
});
