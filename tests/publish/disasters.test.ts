// A build, from content to live paper, that is killed or whose disk fails or fills: what readers have
// then, what is said, and what the next build makes of it. Once where everything is looked at, and once
// the short way. BROADSHEET_PROOF=1 tries every call that changes the disk instead of a sample.

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pressCopy, type PressCopy } from "../support/press-copy.ts";
import { stories, story } from "../support/stories.ts";
import { isStraceInstalled, pointsOf, runWith, type Point } from "./faulty-disk.ts";
import { withoutOldAssets } from "../support/without-old-assets.ts";

const PROOF = process.env["BROADSHEET_PROOF"] === "1";
const timeout = PROOF ? 36_000_000 : 240_000;
const BUILD = "build --quiet --now 2026-06-01T12:00:00Z";
const WORDS = ["src/bin.js", ...BUILD.split(" ")];
/** All that a build writes to. */
const WRITTEN = ["_site", ".broadsheet"];

let press: PressCopy;
let oldPaper: ReadonlyMap<string, string>;
let newPaper: ReadonlyMap<string, string>;

const SHOWN = "image: { src: /images/sea.png, alt: Sea, credit: Ours }\n";

interface Way {
  readonly isShort: boolean;
  readonly change: () => void;
}

const LONG: Way = {
  isShort: false,
  change: () => {
    press.write(
      `${story(9)}\n${story(2, "politics", "topics: [Weather]\n")}\n${story(3, "world", "status: withdrawn\n")}\n-- content/files/notes/plan.txt --\nA plan.`,
    );
    press.edit("layouts/styles/tokens.css", "#17130f", "#171310");
  },
};

/** The new story takes the lead from the one before it, whose large picture goes. */
const SHORT: Way = {
  isShort: true,
  change: () => {
    const edited = story(2).replace("The text", "Another text");
    press.write(`${story(9, "world", SHOWN.replace("sea", "sky"))}\n${edited}`);
  },
};

/** The old paper is live, and what changes is in the content. */
async function begin({ change }: Way): Promise<void> {
  press = await pressCopy(`${stories(7)}\n${story(8, "world", SHOWN)}`);
  mkdirSync(join(press.root, "content/images"));
  for (const [name, background] of Object.entries({ sea: "#246", sky: "#8cf" }))
    await sharp({ create: { width: 1000, height: 700, channels: 3, background } })
      .png()
      .toFile(join(press.root, `content/images/${name}.png`));
  // What was written a moment ago may be written again with nothing to show it.
  await setTimeout(2100);
  await built(BUILD);
  oldPaper = press.files("_site");
  cpSync(join(press.root, "_site"), join(press.root, "kept/_site"), KEEPING_TIMES);
  cpSync(join(press.root, ".broadsheet"), join(press.root, "kept/.broadsheet"), KEEPING_TIMES);
  change();
  await built(`${BUILD} --output clean`);
  newPaper = press.files("clean");
  restore();
}

const KEEPING_TIMES = { recursive: true, preserveTimestamps: true };

async function built(words: string): Promise<void> {
  const { code, stderr } = await press.broadsheet(words);
  if (code !== 0) throw new Error(stderr);
}

/** The old paper is live again, and its state is as it was. */
function restore(): void {
  for (const folder of WRITTEN) {
    rmSync(join(press.root, folder), { recursive: true, force: true });
    cpSync(join(press.root, "kept", folder), join(press.root, folder), KEEPING_TIMES);
  }
}

/** What readers would stumble over: files of neither paper, lost ones, and links to nothing. */
function damage(): string[] {
  const live = press.files("_site");
  const lost = [...oldPaper.keys()].filter((path) => newPaper.has(path) && !live.has(path));
  const torn = [...live].filter(([path, bytes]) => !isWhole(path, bytes)).map(([path]) => path);
  return [...lost, ...torn, ...deadLinks(live)];
}

/** Of the record of the output there is a third edition, which lists the files of both papers. */
function isWhole(path: string, bytes: string): boolean {
  if (path === ".well-known/broadsheet.json") return bytes.endsWith("]}\n");
  return bytes === oldPaper.get(path) || bytes === newPaper.get(path);
}

function deadLinks(live: ReadonlyMap<string, string>): string[] {
  const pages = [...live].filter(([path]) => path.endsWith(".html"));
  return pages.flatMap(([path, html]) => {
    const links = [...html.matchAll(/(?:href|src)="\/([^"#?]*)/g)].map(([, to = ""]) => to);
    const dead = links.filter(
      (to) => !live.has(to === "" || to.endsWith("/") ? `${to}index.html` : to),
    );
    return dead.map((to) => `${path} links to ${to}`);
  });
}

/** Builds once more, unhindered: what then differs from a first build, or is left lying about. */
async function scars(): Promise<string[]> {
  const { code, stderr } = await press.broadsheet(BUILD);
  if (code !== 0) return [stderr];
  const litter = (readdirSync(press.root, { recursive: true }) as string[]).filter(isLitter);
  return [...differing(press.files("_site"), newPaper), ...litter];
}

function isLitter(path: string): boolean {
  return /\.(new|part)$|\.broadsheet($|\.)/.test(path) && path !== ".broadsheet" && !isKept(path);
}

function isKept(path: string): boolean {
  return /^(kept|node_modules|src)\//.test(path);
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const [a, b] = [withoutOldAssets(one), withoutOldAssets(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

/** A spread of points with each kind of call in it, or all. */
function chosen(points: readonly Point[], count: number): readonly Point[] {
  const step = points.length / count;
  return PROOF ? points : points.filter((_, at) => Math.floor(at % step) === Math.floor(step / 2));
}

const skip = !isStraceInstalled();
describe.each([
  ["a build of the whole paper", LONG],
  ["the short way to a new story", SHORT],
])("when a call of %s fails (skipped where strace is not installed)", { skip }, (_, way) => {
  let points: readonly Point[];
  let wrong: readonly string[];
  let wasShort: boolean;
  beforeAll(async () => {
    await begin(way);
    points = await pointsOf(WORDS, press.root);
    wrong = differing(press.files("_site"), newPaper);
    wasShort = existsSync(join(press.root, ".broadsheet/standing/journal"));
    restore();
  }, timeout);
  afterAll(() => press[Symbol.asyncDispose]());

  test("its calls are known", () => {
    expect({ wrong, wasShort }).toEqual({ wrong: [], wasShort: way.isShort });
    expect(points.map(({ call }) => call)).toEqual(
      expect.arrayContaining(["openat", "write", "rename", "link", "mkdir", "unlink"]),
    );
    expect(points.length).toBeGreaterThan(100);
  });

  test(
    "killed there, every live file is whole, no link is dead, and it heals",
    { timeout },
    async () => {
      for (const point of chosen(points, 5)) {
        const { code } = await runWith(WORDS, press.root, point, "signal=SIGKILL");
        const found = { point, damage: damage(), scars: await scars() };
        expect({ ...found, code }).toMatchObject({ point, damage: [], scars: [] });
        restore();
      }
    },
  );

  test("if the disk fails there, the paper is the old or the new one", { timeout }, async () => {
    const faults = ["ENOSPC", "EIO", "EROFS", "EMFILE"];
    const hits: Point[] = [];
    for (const [at, point] of chosen(points, 5).entries()) {
      const fault = faults[at % faults.length] ?? "";
      const { code, stderr, isHit } = await runWith(WORDS, press.root, point, `error=${fault}`);
      if (isHit) hits.push(point);
      const wrong = isHit ? [...ending(code, stderr), ...(await scars())] : [];
      expect({ point, fault, stderr, wrong }).toEqual({ point, fault, stderr, wrong: [] });
      restore();
    }
    expect(hits.length).toBeGreaterThan(chosen(points, 5).length / 3);
  });
});

/** Where a build has ended otherwise than well, or in one line with the old paper as it was. */
function ending(
  code: number | null,
  stderr: string,
  live: ReadonlyMap<string, string> = press.files("_site"),
): string[] {
  if (code === 0)
    return stderr === "" ? differing(live, newPaper) : ["it published and complained"];
  const isTold = code === 3 && ONE_REASON.test(stderr);
  return isTold ? differing(live, oldPaper) : [`it ended with ${code}`];
}

/** The reason in one line, the cure in another. */
const ONE_REASON = /^broadsheet: The paper could not be .*\.\n {2}.*\.\n$/;

describe.skipIf(!isMountable())(
  "on a disk that fills up (skipped where none can be mounted)",
  () => {
    let disk: Disk | undefined;
    beforeAll(async () => {
      disk = mountedDisk();
      await begin(LONG);
    }, timeout);
    afterAll(async () => {
      disk?.unmount();
      await press[Symbol.asyncDispose]();
    });

    const sizes = [0, 8, 16, 32, 64, 96, 128, 192, 256, 384];
    test.each(PROOF ? sizes : [0, 64])(
      "with %d kilobytes left, it says so and the paper stays",
      { timeout },
      async (kilobytes) => {
        const { folder } = disk!;
        const order = `${BUILD} --content ${folder}/content --output ${folder}/_site`;
        for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
        for (const name of WRITTEN)
          cpSync(join(press.root, "kept", name), join(folder, name), KEEPING_TIMES);
        cpSync(join(press.root, "content"), join(folder, "content"), { recursive: true });
        fill(folder, kilobytes * 1024);
        const { code, stderr } = await press.broadsheet(order);
        expect({ stderr, wrong: ending(code, stderr, filesOf(folder)) }).toMatchObject({
          wrong: [],
        });
        expect(code === 3 || kilobytes > 64).toBe(true);
        rmSync(join(folder, "filler"));
        await built(order);
        expect(differing(filesOf(folder), newPaper)).toEqual([]);
      },
    );
  },
);

interface Disk {
  readonly folder: string;
  unmount(): void;
}

/** Tried and taken down at once: where no test is run, nobody takes a disk down. */
function isMountable(): boolean {
  const disk = mountedDisk();
  disk?.unmount();
  return disk !== undefined;
}

/** A disk of our own in memory, where this process may have one. */
function mountedDisk(): Disk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const unmount = () => {
    execFileSync("umount", [folder]);
    rmSync(folder, { recursive: true });
  };
  return { folder, unmount };
}

/** Leaves so many bytes free. */
function fill(folder: string, left: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, "filler"), Buffer.alloc(bavail * bsize - left));
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  return press.files(relative(press.root, join(folder, "_site")));
}
