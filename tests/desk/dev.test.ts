// The live preview, driven as an editor and a browser would.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { livePreview, sharedState } from "./live-preview.ts";

const browser = useBrowser();

let state: Awaited<ReturnType<typeof sharedState>>;
beforeAll(async () => {
  state = await sharedState();
});
afterAll(() => state.remove());

const story = (headline: string, more = "") => `---
headline: ${headline}
date: 2026-05-01 09:00
section: world
${more}---
The wind rose at noon.
`;

const STORM = `-- articles/storm.md --\n${story("Storm warning")}`;
const ADDRESS = "/2026/05/01/storm/";

test("a saved story shows, whether an editor writes it in place or renames it into place", async () => {
  await using preview = await livePreview(STORM, state.path);
  const file = join(preview.content.contentFolder, "articles/storm.md");
  await preview.shows(ADDRESS, "Storm warning");
  for (const headline of ["Renamed once", "Renamed twice"]) {
    writeFileSync(`${file}.new~`, story(headline));
    renameSync(`${file}.new~`, file);
    await preview.shows(ADDRESS, headline);
  }
  writeFileSync(file, story("Written in place", "status: draft\n"));
  expect((await preview.shows(ADDRESS, "Written in place")).text).toContain("Draft");
});

test("a story in a folder that is new shows, and so does its next change", async () => {
  await using preview = await livePreview(STORM, state.path);
  const folder = join(preview.content.contentFolder, "articles/2026/05");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "calm.md"), story("Calm after it"));
  await preview.shows("/2026/05/01/calm/", "Calm after it");
  writeFileSync(join(folder, "calm.md"), story("Calm at last"));
  await preview.shows("/2026/05/01/calm/", "Calm at last");
  renameSync(folder, join(preview.content.contentFolder, "articles/may"));
  await preview.shows("/2026/05/01/calm/", "Calm at last");
  writeFileSync(join(preview.content.contentFolder, "articles/may/calm.md"), story("Calm in May"));
  expect((await preview.shows("/2026/05/01/calm/", "Calm in May")).status).toBe(200);
});

test("a mistake shows where its story would stand and above all other pages, until it is mended", async () => {
  await using preview = await livePreview(
    `${STORM}-- articles/calm.md --\n${story("Calm")}`,
    state.path,
  );
  await preview.content.write(`-- articles/storm.md --\n${story("Storm", "kickre: Weather\n")}`);
  const broken = await preview.shows(ADDRESS, "1 problem to mend");
  expect(broken.status).toBe(500);
  expect(broken.text).toContain("content/articles/storm.md:5:1 error:");
  const other = await preview.get("/2026/05/01/calm/");
  expect(other.status).toBe(200);
  expect(other.text).toMatch(/1 problem to mend.*Calm/s);
  expect((await preview.get("/world/")).text).not.toContain(ADDRESS);
  await preview.content.write(STORM);
  await preview.shows(ADDRESS, "Storm warning");
  expect((await preview.get("/")).text).not.toContain("to mend");
});

test("a choice for the front page shows, and so do its mistakes", async () => {
  const calm = story("Calm").replace("05-01", "05-02");
  await using preview = await livePreview(`${STORM}-- articles/calm.md --\n${calm}`, state.path);
  const lead = /front-top[^]*?Storm warning[^]*?Calm/;
  expect((await preview.shows("/", "Calm")).text).not.toMatch(lead);
  const choice = `-- front.yaml --\neditions: [{ from: 2026-05-03, lead: ${ADDRESS} }]\n`;
  await preview.content.write(choice);
  await expect.poll(async () => (await preview.get("/")).text, { timeout: 20_000 }).toMatch(lead);
  await preview.content.write(choice.replace("storm", "strom"));
  const faulty = await preview.shows("/", "1 problem to mend");
  expect(faulty.text).toContain("content/front.yaml:1:38 error:");
  expect(faulty.text).not.toMatch(lead);
});

test("broken settings show on every page, and the paper comes back when they are mended", async () => {
  await using preview = await livePreview("-- site.yaml --\ntitle: [\n", state.path);
  expect((await preview.get("/anything/")).text).toContain("content/site.yaml:");
  await preview.content.write(
    "-- site.yaml --\ntitle: The Paper\nurl: https://example.org/news/\nlanguage: en\ntimezone: UTC\nsections: [{ slug: world, title: World }]\n",
  );
  await preview.shows("/news/", "The Paper");
});

test("an edited layout, part and style sheet show", async () => {
  await using preview = await livePreview(STORM, state.path);
  await preview.editLayout("parts/story-head.tsx", '"story-head"', '"story-head edited-part"');
  await preview.shows(ADDRESS, "edited-part");
  await preview.editLayout("story.11ty.tsx", 'class="story"', 'class="story edited-layout"');
  const page = await preview.shows(ADDRESS, "edited-layout");
  const sheet = (text: string) => /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
  await preview.editLayout("styles/tokens.css", "--gutter:", "--edited-style: 1;\n  --gutter:");
  const css = await preview.shows(
    sheet((await settled(preview, page.text)).text),
    "--edited-style",
  );
  expect(css.status).toBe(200);
});

/** The page with another style sheet than before. */
async function settled(preview: Awaited<ReturnType<typeof livePreview>>, before: string) {
  const name = /paper-[0-9a-f]+\.css/.exec(before)?.[0] ?? "";
  let page = await preview.get(ADDRESS);
  while (page.text.includes(name)) page = await preview.get(ADDRESS);
  return page;
}

test("a picture shows, and the one that replaces it", async () => {
  await using preview = await livePreview(STORM, state.path);
  const sky = async (background: string) =>
    sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer();
  const withPicture = story("Storm", "image: { src: /images/sky.png, alt: A sky, credit: A }\n");
  const shown = async () => {
    const { text } = await preview.shows(ADDRESS, 'src="/pictures/');
    return /src="(\/pictures\/[^"]+)"/.exec(text)?.[1] ?? "";
  };
  const day = new Map([["images/sky.png", await sky("#579")]]);
  await preview.content.write(`-- articles/storm.md --\n${withPicture}`, day);
  const before = await shown();
  await preview.content.write("", new Map([["images/sky.png", await sky("#123")]]));
  let after = before;
  while (after === before) after = await shown();
  const answers = await Promise.all([after, after, after].map((address) => preview.get(address)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("a layout that cannot be read or fails says so, and the preview lives on", async () => {
  await using preview = await livePreview(STORM, state.path);
  await preview.editLayout("story.11ty.tsx", "const { words", "const { words words");
  const unreadable = await preview.shows("/", "failed while it was read");
  expect(unreadable.status).toBe(500);
  await preview.editLayout(
    "story.11ty.tsx",
    "const { words words",
    "(story as any).a.b; const { words",
  );
  const failing = await preview.shows(ADDRESS, "failed while it printed articles/storm.md");
  expect(failing.text).toMatch(/reading 'b'\) \(\S+story\.11ty\.tsx:\d+:\d+\)/);
  expect((await preview.get("/world/")).status).toBe(200);
  await preview.editLayout("story.11ty.tsx", "(story as any).a.b;", "");
  await preview.shows(ADDRESS, "Storm warning");
});

test("an editor's passing files cause nothing, and fifty files saved at once few readings", async () => {
  await using preview = await livePreview(STORM, state.path);
  const folder = join(preview.content.contentFolder, "articles");
  for (const name of [".storm.md.swp", "storm.md~", "#storm.md#", "4913", ".#storm.md"])
    writeFileSync(join(folder, name), "half a thought");
  await pause(200);
  expect(preview.readings()).toBe(1);
  for (const name of ["storm.md~", "#storm.md#", "4913"])
    renameSync(join(folder, name), join(folder, ".gone"));
  for (let number = 0; number < 50; number++)
    writeFileSync(join(folder, `story-${number}.md`), story(`Number ${number}`));
  await preview.shows("/2026/05/01/story-49/", "Number 49");
  expect(preview.readings()).toBeLessThan(5);
});

test("under a sub-path the address has it, and the bare address leads there", async () => {
  await using preview = await livePreview(STORM, state.path, {
    baseUrl: "https://example.org/daily/news/",
  });
  expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/daily\/news\/$/);
  expect((await preview.get("/")).location).toBe("/daily/news/");
  expect((await preview.get(`/daily/news${ADDRESS}`)).text).toContain('href="/daily/news/world/"');
  expect((await preview.get(`/daily/news${ADDRESS.slice(0, -1)}`)).location).toBe(
    `/daily/news${ADDRESS}`,
  );
  expect((await preview.get("/daily/news/nothing/")).status).toBe(404);
});

test("it answers this machine's browser only, and takes the next port when one is taken", async () => {
  await using first = await livePreview(STORM, state.path, { port: 18_180 });
  await using second = await livePreview(STORM, state.path, { port: 18_180 });
  expect(first.url).not.toBe(second.url);
  expect((await first.get("/", { host: "evil.example" })).status).toBe(403);
  expect((await first.get("/", { host: "localhost:18180" })).status).toBe(200);
  expect((await fetch(first.url, { method: "POST" })).status).toBe(405);
  expect((await first.get("/..%2f..%2fsite.yaml")).status).toBe(404);
});

test("an open window loads again by itself, under the policy of the page", async () => {
  await using preview = await livePreview(STORM, state.path);
  const page = await browser().newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(new URL(ADDRESS, preview.url).href);
  for (const headline of ["Storm comes nearer", "Storm is here"]) {
    await preview.content.write(`-- articles/storm.md --\n${story(headline)}`);
    await page.getByRole("heading", { level: 1, name: headline }).waitFor();
  }
  await preview.content.write(`-- articles/storm.md --\n${story("Storm", "kickre: x\n")}`);
  await page.getByText("1 problem to mend").waitFor();
  await preview.content.write(STORM);
  await page.getByRole("heading", { level: 1, name: "Storm warning" }).waitFor();
  expect(faults.filter((text) => !text.includes("500"))).toEqual([]);
  await page.close();
});
