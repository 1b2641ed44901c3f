// What a reader has left when a publish is killed or its disk fails, and what the next publish makes
// of it. BROADSHEET_PROOF=1 tries every call instead of a sample.

import { once } from "node:events";
import fs, { cpSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builder, isInstalled, publishWith } from "./builder.ts";
import { deadLinks, edition } from "./editions.ts";
import {
  demolish,
  pressRoom,
  publishPaper,
  tree,
  type Paper,
  type PressRoom,
} from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
});
afterEach(() => demolish(room));

const PROOF = process.env["BROADSHEET_PROOF"] === "1";
const timeout = PROOF ? 36_000_000 : 60_000;

/** Live files with the bytes of neither paper, files of both that are not live, and dead links. */
function damage(oldPaper: Paper, newPaper: Paper): string[] {
  const live = tree(room.output);
  const lost = Object.keys(oldPaper).filter((path) => path in newPaper && !(path in live));
  const torn = Object.entries(live).filter(
    ([path, bytes]) => !path.endsWith("/") && bytes !== oldPaper[path] && bytes !== newPaper[path],
  );
  const dead = "index.html" in live ? deadLinks(live) : [];
  return [...lost, ...torn.map(([path]) => path), ...dead];
}

/** Publishes once more; where the output then is not a clean publish, or something is left over. */
function scars(number: number): string[] {
  publishPaper(room, edition(number));
  const live = tree(room.output);
  const paper = edition(number);
  const paths = Object.keys({ ...live, ...paper }).filter((path) => live[path] !== paper[path]);
  const expected = new Set([".broadsheet", "_site", "content"]);
  return [...paths, ...readdirSync(room.projectFolder).filter((name) => !expected.has(name))];
}

test(
  "killed at any moment, every live file is whole, and the next publish heals the paper",
  { timeout },
  async () => {
    let live: Paper = {};
    for (let number = 0; number < (PROOF ? 200 : 12); number++) {
      const child = await builder(room, number);
      const end = once(child, "exit");
      child.stdin?.write("go\n");
      await setTimeout(Math.random() * 80);
      child.kill("SIGKILL");
      await end;
      expect(damage(live, edition(number))).toEqual([]);
      expect(number % 3 === 2 ? scars(number + 1) : []).toEqual([]);
      live = tree(room.output);
    }
  },
);

/** Publishes, and looks at the live paper after each rename and each removal. */
function publishStepByStep(paper: Paper, look: () => void): void {
  const { renameSync, rmSync } = fs;
  const thenLook =
    <Words extends unknown[]>(call: (...words: Words) => void) =>
    (...words: Words) => {
      call(...words);
      if (words.some((word) => String(word).startsWith(`${room.output}/`))) look();
    };
  Object.assign(fs, { renameSync: thenLook(renameSync), rmSync: thenLook(rmSync) });
  syncBuiltinESMExports();
  try {
    publishPaper(room, paper);
  } finally {
    Object.assign(fs, { renameSync, rmSync });
    syncBuiltinESMExports();
  }
}

test("after every single step of a publish the paper is whole", () => {
  const [before, after] = [edition(0), edition(1)];
  publishPaper(room, before);
  const found: string[][] = [];
  publishStepByStep(after, () => found.push(damage(before, after)));
  expect(found.length).toBeGreaterThan(100);
  expect(new Set(found.flat())).toEqual(new Set());
});

const skip = !isInstalled("strace");
describe("when a call fails (skipped where strace is not installed)", { skip }, () => {
  let restore: () => void;
  beforeEach(() => {
    publishPaper(room, edition(0));
    const copy = join(room.folder, "copy");
    cpSync(room.projectFolder, copy, { recursive: true, preserveTimestamps: true });
    restore = () => {
      rmSync(room.projectFolder, { recursive: true });
      cpSync(copy, room.projectFolder, { recursive: true, preserveTimestamps: true });
    };
  });

  /** Calls that change a disk, as often as a publish of edition 1 over edition 0 makes them. */
  const CALLS = {
    openat: 200,
    write: 100,
    chmod: 118,
    utimensat: 96,
    fsync: 96,
    mkdir: 25,
    link: 74,
    rename: 122,
    unlink: 97,
    rmdir: 44,
  };
  const points = Object.entries(CALLS).flatMap(([call, times]) =>
    Array.from({ length: times }, (_, index) => ({ call, nth: index + 1 })),
  );
  const sample = PROOF ? points : points.filter((_, index) => index % 150 === 70);

  test("killed at a call, the paper is whole and heals", { timeout }, async () => {
    for (const { call, nth } of sample) {
      await publishWith(room, 1, `${call}:signal=SIGKILL:when=${nth}`);
      const found = {
        call,
        nth,
        damage: damage(edition(0), edition(1)),
        scars: scars(1 + (nth % 2)),
      };
      expect(found).toEqual({ call, nth, damage: [], scars: [] });
      restore();
    }
  });

  test(
    "with a disk that fails once, the live paper is the old or the new one",
    { timeout },
    async () => {
      const faults = ["ENOSPC", "EIO", "EROFS", "EMFILE"];
      for (const [index, { call, nth }] of sample.entries()) {
        const fault = `${call}:error=${faults[index % 4] ?? ""}:when=${nth}`;
        const before = snapshot();
        const { code, line } = await publishWith(room, 1, fault);
        const isOld =
          code === 3 &&
          /^The paper could not be .*\.$/.test(line) &&
          isDeepStrictEqual(snapshot(), before);
        const isNew = code === 0 && isDeepStrictEqual(tree(room.output), edition(1));
        expect({ fault, line, isOld, isNew }).toMatchObject(
          code === 3 ? { isOld: true } : { isNew: true },
        );
        expect({ fault, scars: scars(2) }).toEqual({ fault, scars: [] });
        restore();
      }
    },
  );

  test("a full disk, a fault and a read-only disk are told in one line each", async () => {
    const lines: string[] = [];
    for (const fault of [
      "write:error=ENOSPC:when=9",
      "fsync:error=EIO:when=3",
      "rename:error=EROFS:when=50+",
    ]) {
      const { line } = await publishWith(room, 1, fault);
      lines.push(line.replace(room.output, "_site"));
      restore();
    }
    expect(lines).toMatchInlineSnapshot(`
      [
        "The paper could not be written to “_site”: the disk is full. Free some space and build again. The paper that was live is as it was.",
        "The paper could not be written to “_site”: the disk reports a fault. Check the disk, then build again. The paper that was live is as it was.",
        "The paper could not be written to “_site”: the disk is read-only. Make it writable or choose another --output. Until then some pages may be new and others old; each file is whole.",
      ]
    `);
  });

  /** Bytes and times of the live paper. */
  function snapshot(): unknown {
    const files = Object.entries(tree(room.output, "with manifest"));
    return files.map(([path, bytes]) => [path, bytes, lstatSync(join(room.output, path)).mtimeMs]);
  }
});
