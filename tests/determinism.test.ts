// The same content and the same moment give the same bytes: in any time zone and language of the
// machine, from either door, in a first build and in a second, on one core and on many, from another
// folder, from files written in another order, without a network, and when the machine's clock is
// wrong by a year.

import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { pressCopy, type PressCopy } from "./support/press-copy.ts";
import { stories } from "./support/stories.ts";

const run = promisify(execFile);
/** Each test prints a whole paper in a process of its own. */
vi.setConfig({ testTimeout: 240_000 });
const PROJECT = join(import.meta.dirname, "..");
let press: PressCopy;

/** The newspaper's day, so that no run of the test straddles one. */
const TODAY = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
const BUILD = `build --quiet --now ${TODAY}`;

/** The demo paper and many short stories, so that there is work for many cores. */
beforeAll(async () => {
  press = await pressCopy("");
  cpSync(join(PROJECT, "content"), join(press.root, "content"), { recursive: true });
  press.write(stories(120, "world"));
  await print("first", {});
});
afterAll(() => press[Symbol.asyncDispose]());

async function print(output: string, env: Record<string, string>, words = ""): Promise<void> {
  const { code, stderr } = await press.broadsheet(`${BUILD} --output ${output} ${words}`, env);
  if (code !== 0) throw new Error(stderr);
}

/** The build as the last words of another command: `taskset -c 0`. */
async function printUnder(command: string, output: string, words = ""): Promise<void> {
  const [program = "", ...options] = command.split(" ");
  const build = `src/bin.js ${BUILD} --output ${output} ${words}`.trim().split(" ");
  await run(program, [...options, process.execPath, ...build], { cwd: press.root });
}

/** Files that are not those of the first build, to the byte. */
function differences(folder: string, root = press.root): string[] {
  const [first, second] = [press.files("first"), filesOf(join(root, folder))];
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].filter((path) => first.get(path) !== second.get(path));
}

function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

/** A network of its own, in which there is nobody. */
const OFFLINE = "unshare --map-root-user --net";

/** Whether a process under `command` sees no network but its own, which is down. */
function isNetworkCutBy(command: string): boolean {
  try {
    const [program = "", ...options] = command.split(" ");
    const seen = execFileSync(program, [...options, process.execPath, "-p", NETWORKS]);
    return seen.toString().trim() === "0";
  } catch {
    return false;
  }
}

const NETWORKS = "Object.keys(require('node:os').networkInterfaces()).length";

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["Pacific/Auckland", "ja_JP.UTF-8"],
  ["America/St_Johns", "tr_TR.UTF-8"],
])("a machine in %s prints the same paper", async (TZ, LANG) => {
  const output = TZ.replace("/", "-");
  await print(output, { TZ, LANG, LC_ALL: LANG });
  expect(differences(output)).toEqual([]);
});

test("a second build into the same folder changes nothing", async () => {
  const before = press.files("first");
  await print("first", { TZ: "Asia/Tokyo" });
  expect(press.files("first")).toEqual(before);
});

test("Eleventy's own command prints the same paper, record of the output included", async () => {
  await press.eleventy("--quiet");
  expect(differences("_site")).toEqual([]);
});

test("files written in another order, into another folder, make the same paper", async () => {
  await using other = await pressCopy("");
  const content = filesOf(join(press.root, "content"));
  const target = join(other.root, "content");
  const paths = [...content.keys()].reverse();
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(press.root, "content", path), join(target, path));
  }
  for (const part of ["pictures", "drawings"])
    cpSync(join(press.root, ".broadsheet", part), join(other.root, ".broadsheet", part), {
      recursive: true,
    });
  const { stderr } = await other.broadsheet(BUILD);
  expect(stderr).toBe("");
  expect(differences("_site", other.root)).toEqual([]);
});

test("whatever the umask, every file is for all to read, with the same bytes", async () => {
  await run(
    "sh",
    ["-c", `umask 077; exec "$0" src/bin.js ${BUILD} --output umask`, process.execPath],
    {
      cwd: press.root,
    },
  );
  expect(differences("umask")).toEqual([]);
  const modes = [...press.files("umask").keys()].map(
    (path) => statSync(join(press.root, "umask", path)).mode & 0o777,
  );
  expect(new Set(modes)).toEqual(new Set([0o644]));
});

test.skipIf(!isInstalled("taskset"))(
  "one core prints what many print (skipped where taskset is not installed)",
  async () => {
    await printUnder("taskset -c 0", "one-core", "--clean");
    expect(differences("one-core")).toEqual([]);
  },
);

test.skipIf(!isNetworkCutBy(OFFLINE))(
  "a machine without a network prints the same paper (skipped where unshare may not cut it off)",
  async () => {
    await printUnder(OFFLINE, "offline", "--clean");
    expect(differences("offline")).toEqual([]);
  },
);

test.skipIf(!isInstalled("faketime"))(
  "a machine whose clock is 400 days ahead prints the same paper (skipped where faketime is not installed)",
  async () => {
    await printUnder("faketime -f +400d", "later");
    expect(differences("later")).toEqual([]);
  },
);
