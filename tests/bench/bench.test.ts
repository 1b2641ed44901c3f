// The benchmark measures what it says: an archive that repeats, that the press takes without a word,
// and processes whose time and memory are really theirs.

import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { load } from "cheerio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";
import { paperFiles, storyFile } from "./broadsheet-site.ts";
import { generateStories, lateStory, NOW, topicSlug } from "./generate-stories.ts";
import { lookAtOutput, unequalWork } from "./look-at-output.ts";
import { thisMachine } from "./machine.ts";
import { measureOutputs } from "./measure-outputs.ts";
import { siteOf } from "./measure-paper.ts";
import { measureProcess } from "./measure-process.ts";
import { medianOf, reportText } from "./report.ts";

const COUNT = 30;

test("the same seed writes the same archive, another seed another", () => {
  const first = [...generateStories(7, COUNT)];
  expect([...generateStories(7, COUNT)]).toEqual(first);
  expect([...generateStories(8, COUNT)].map(({ headline }) => headline)).not.toEqual(
    first.map(({ headline }) => headline),
  );
  const words = first.map(({ body }) => body.split(/\s+/).length);
  expect(Math.min(...words)).toBeGreaterThanOrEqual(250);
  expect(Math.max(...words)).toBeLessThanOrEqual(900);
});

// Long enough a day and a month that the archive's own pages are numbered too.
const BUSY_DAY = Array.from({ length: 250 }, (_, number) => lateStory(1, COUNT, number));
const STORIES = [...generateStories(1, COUNT), ...BUSY_DAY];

let built: BuiltSite;
beforeAll(async () => {
  built = await site(txtarOf([...paperFiles(COUNT), ...STORIES.map(storyFile)]), { now: NOW });
});
afterAll(() => built[Symbol.asyncDispose]());

test("the press prints the archive without a problem, every story at its address", () => {
  expect(built.summary.stories).toBe(STORIES.length);
  for (const { address, headline, section, authors, topics } of STORIES) {
    expect(built.texts(address, "h1")).toEqual([headline]);
    const lists = [
      `/${section}/`,
      ...authors.map((slug) => `/authors/${slug}/`),
      ...topics.map((name) => `/topics/${topicSlug(name)}/`),
    ];
    expect(lists.filter((list) => !built.has(list))).toEqual([]);
  }
});

test.for(["Hugo", "Eleventy"] as const)(
  "%s makes as many pages, feeds and sitemaps of each kind, and lists as much on each",
  async (system, { skip }) => {
    if (system === "Hugo" && thisMachine().hugo === undefined) skip("Hugo is not installed here");
    const rival = siteOf(system, join(dirname(built.output), system), COUNT);
    for (const story of STORIES) rival.writeStory(story);
    await measureProcess(rival.build);
    const [own, other] = [built.output, rival.output].map((folder) => lookAtOutput(folder, 0));
    expect(unequalWork({ Broadsheet: own!, [system]: other! })).toEqual([]);
    expect(own!.made.archive.files).toBeGreaterThan(COUNT);
    expect(linksByList(rival.output)).toEqual(linksByList(built.output));
  },
);

/** How many links each list and page of the archive has in its text. Numbered pages have other names in Hugo. */
function linksByList(folder: string): Readonly<Record<string, number>> {
  const isList = /^(?:archive|authors|topics|world)\/(?!.*page\/).*index\.html$/;
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => isList.test(path))
      .sort()
      .map((path) => [path, load(readFileSync(join(folder, path)))("main a").length]),
  );
}

test("an optional output is measured beside a paper without it, and has really been made", async () => {
  const order = { count: COUNT, runs: 1, seed: 1, say: () => undefined };
  const costs = await measureOutputs({ ...order, outputs: ["twins"] });
  const written = costs.map(({ output = "none", runs }) => [
    output,
    ...runs.map(({ scenario, filesWritten }) => `${scenario} ${filesWritten}`),
  ]);
  const [[, cold = "", edit = ""] = []] = written;
  const more = (text: string, files: number) =>
    text.replace(/\d+/, (number) => String(Number(number) + files));
  expect(written).toEqual([
    ["none", cold, edit],
    ["twins", more(cold, 2 * COUNT), more(edit, 2)],
  ]);
  const outputCosts = costs;
  const report = reportText(thisMachine(), [{ count: COUNT, runs: [], outputs: {}, outputCosts }]);
  expect(report).toMatch(/one story edited +twins +\d/);
}, 240_000);

test.each([
  ["as the system accounts for it", "/proc"],
  ["as the process itself reports it", "/nonexistent"],
])("processor time and memory of a process, %s", async (_, proc) => {
  const spin = `const held = Buffer.alloc(120e6, 1); let sum = 0;
    while (process.cpuUsage().user < 4e5) for (let i = 0; i < 1e7; i += 1) sum += i;
    if (held.length + sum === 0) throw new Error();`;
  const command = { file: process.execPath, words: ["-e", spin], cwd: tmpdir() };
  const { seconds, processorSeconds, peakBytes } = await measureProcess(command, proc);
  expect(seconds).toBeGreaterThan(0.4);
  expect(processorSeconds).toBeGreaterThan(0.4);
  expect(peakBytes).toBeGreaterThan(120e6);
});

test("a command that fails is no measurement", async () => {
  const words = ["-e", "console.error('no paper'); process.exitCode = 1"];
  const command = { file: process.execPath, words, cwd: tmpdir() };
  await expect(measureProcess(command)).rejects.toThrow(/ended with 1:\nno paper/);
});

test("the median is the middle, and nothing where a figure is missing", () => {
  expect(medianOf([9, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 9])).toBe(3);
  expect(medianOf([1, undefined, 2])).toBeUndefined();
});

function txtarOf(files: readonly (readonly [string, string])[]): string {
  return files.map(([path, text]) => `-- content/${path} --\n${text}`).join("\n");
}
