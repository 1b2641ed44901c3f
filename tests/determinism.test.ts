// The same content and the same moment give the same bytes: in any time zone and language of the
// machine, from either door, in a first build and in a second.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, "..");
let root: string;

/** A project of its own, with the demo paper in it. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "same-bytes-"));
  for (const part of [
    "content",
    "layouts",
    "src",
    "package.json",
    "tsconfig.json",
    ".eleventy.js",
  ]) {
    await cp(join(PROJECT, part), join(root, part), { recursive: true });
  }
  await symlink(join(PROJECT, "node_modules"), join(root, "node_modules"));
  await print("first", {});
});
afterAll(() => rm(root, { recursive: true }));

/** The newspaper's day, so that no run of the test straddles one. */
const TODAY = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;

async function print(output: string, env: Record<string, string>, ...options: string[]) {
  const words = ["src/bin.js", "build", "--quiet", "--now", TODAY, "--output", output, ...options];
  await run(process.execPath, words, { cwd: root, env: { ...process.env, ...env } });
}

/** Every file of an output with its bytes. */
async function bytesOf(output: string): Promise<Record<string, string>> {
  const folder = join(root, output);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const rows = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(folder, path), await readFile(path, "base64")] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

test.each([
  ["Pacific/Auckland", "ja_JP.UTF-8"],
  ["America/St_Johns", "tr_TR.UTF-8"],
])("a machine in %s prints the same paper", async (TZ, LANG) => {
  const output = TZ.replace("/", "-");
  await print(output, { TZ, LANG, LC_ALL: LANG }, "--clean");
  expect(await bytesOf(output)).toEqual(await bytesOf("first"));
});

test("a second build into the same folder changes nothing", async () => {
  const before = await bytesOf("first");
  await print("first", { TZ: "Asia/Tokyo" });
  expect(await bytesOf("first")).toEqual(before);
});

test("Eleventy's own command prints the same paper, record of the output included", async () => {
  const command = join(root, "node_modules/@11ty/eleventy/cmd.cjs");
  await run(process.execPath, [command, "--quiet"], { cwd: root });
  expect(await bytesOf("_site")).toEqual(await bytesOf("first"));
});
