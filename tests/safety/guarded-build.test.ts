// A build under Node's permission model: the second wall, should the first one have a hole. Code that
// runs in the build nonetheless, here put into a layout, finds all doors closed.

import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pressCopy, type PressCopy } from "../support/press-copy.ts";
import { stories, story } from "../support/stories.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const PROJECT = join(import.meta.dirname, "../..");
const NOW = "--now 2026-06-01T12:00:00Z";

/** What such code would try, and where it would leave its mark: beside the project. */
const INTRUDER = (mark: string) => `
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
const attempts = {
  "start a process": () => spawnSync("touch", [${JSON.stringify(mark)}]),
  "write beside the project": () => appendFileSync(${JSON.stringify(mark)}, "here"),
  "write into the content": () => appendFileSync("content/site.yaml", "# here"),
  "write into the press": () => appendFileSync("src/cli.ts", "// here"),
  "read the list of users": () => readFileSync("/etc/passwd"),
  "load native code": () => createRequire(import.meta.url)("sharp"),
};
// In the ordinary build before, which keeps the style sheet, it lies in wait.
if ("permission" in process && process.permission)
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
      console.error("DONE: " + name);
    } catch {
      console.error("refused: " + name);
    }
  }
`;

let press: PressCopy;
let mark: string;
beforeAll(async () => {
  press = await pressCopy(stories(3, "world"));
  mark = `${press.root}-mark`;
  press.edit("layouts/story.11ty.tsx", "export ", `${INTRUDER(mark)}\nexport `);
  const { code, stderr } = await press.broadsheet(`build --quiet ${NOW} --output ordinary`);
  if (code !== 0) throw new Error(stderr);
});
afterAll(async () => {
  rmSync(mark, { force: true });
  await press[Symbol.asyncDispose]();
});

/** How a guarded build ended, and what was said. */
async function guarded(words: string) {
  const command = ["src/guarded.js", "build", ...words.split(" ")];
  const child = promisify(execFile)(process.execPath, command, { cwd: press.root });
  return child.then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }: { readonly code: number; readonly stderr: string }) => ({ code, stderr }),
  );
}

test("a guarded build prints the same paper, and code that runs in it can do nothing", async () => {
  const { code, stderr } = await guarded(`--quiet ${NOW}`);
  expect(stderr.trim().split("\n").toSorted()).toEqual([
    "refused: load native code",
    "refused: read the list of users",
    "refused: start a process",
    "refused: write beside the project",
    "refused: write into the content",
    "refused: write into the press",
  ]);
  expect(code).toBe(0);
  expect(existsSync(mark)).toBe(false);
  expect(press.files("_site")).toEqual(press.files("ordinary"));
});

test("a story written since is published", async () => {
  press.write(stories(5, "world"));
  expect(await guarded(`--quiet ${NOW}`)).toMatchObject({ code: 0 });
  expect(press.files("_site").size).toBeGreaterThan(press.files("ordinary").size);
});

test("a new picture asks for an ordinary build, and the paper stays as it was", async () => {
  const before = press.files("_site");
  mkdirSync(join(press.root, "content/images"));
  cpSync(join(PROJECT, "content/images/press.jpg"), join(press.root, "content/images/press.jpg"));
  const image = "{ src: /images/press.jpg, alt: A printing press, credit: The Press Room }";
  press.write(story(6, "world", `image: ${image}\n`));
  const { code, stderr } = await guarded(`--quiet ${NOW}`);
  expect(stderr).toMatch(/New pictures, .* need an ordinary build first\.$/m);
  expect(code).toBe(3);
  expect(press.files("_site")).toEqual(before);
});
