// What a reader has when a release is made under load, killed, or made on a disk that fails: the old
// paper or the new one, whole. BROADSHEET_PROOF=1 tries every call instead of a sample.

import { once } from "node:events";
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builder, isInstalled, publishWith } from "./builder.ts";
import { edition } from "./editions.ts";
import { demolish, type PressRoom, pressRoom, publishRelease, tree } from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
  publishRelease(room, edition(0));
});
afterEach(() => demolish(room));

const PROOF = process.env["BROADSHEET_PROOF"] === "1";
const timeout = PROOF ? 36_000_000 : 120_000;

/** Which of some editions readers have; a mixed one is none. */
function liveEdition(...candidates: readonly number[]): number | "mixed" {
  const live = tree(join(room.output, "current/"));
  return candidates.find((number) => isDeepStrictEqual(live, edition(number))) ?? "mixed";
}

/** What the next publish leaves that a publish onto a sound paper would not. */
function scars(number: number): string[] {
  publishRelease(room, edition(number));
  const left = readdirSync(room.projectFolder);
  const strange = left.filter((name) => ![".broadsheet", "_site", "content"].includes(name));
  return liveEdition(number) === number ? strange : ["mixed", ...strange];
}

test(
  "killed at any moment, readers have a whole paper, and the next publish clears up",
  { timeout },
  async () => {
    let live = 0;
    for (let number = 1; number <= (PROOF ? 100 : 8); number++) {
      const child = await builder(room, number);
      const end = once(child, "exit");
      child.stdin?.write("go\n");
      await setTimeout(Math.random() * 100);
      child.kill("SIGKILL");
      await end;
      const found = liveEdition(live, number);
      expect(found).not.toBe("mixed");
      live = Number(found);
      if (number % 4 !== 0) continue;
      expect(scars(number)).toEqual([]);
      live = number;
    }
  },
);

test("whoever reads while releases come and go always gets pages, of one paper at a time", async () => {
  for (let number = 1; number <= 3; number++) {
    const child = await builder(room, number);
    const end = once(child, "exit");
    child.stdin?.write("go\n");
    const seen = new Set<number | "mixed">();
    while (child.exitCode === null) {
      const front = readFileSync(join(room.output, "current/index.html"), "utf8");
      expect([edition(number - 1), edition(number)].map((paper) => paper["index.html"])).toContain(
        front,
      );
      const release = realpathSync(join(room.output, "current"));
      const files = tree(release);
      seen.add(
        [number - 1, number].find((one) => isDeepStrictEqual(files, edition(one))) ?? "mixed",
      );
      await setImmediate();
    }
    await end;
    expect(seen).not.toContain("mixed");
    expect(liveEdition(number)).toBe(number);
  }
});

const skip = !isInstalled("strace");
describe("when a call fails (skipped where strace is not installed)", { skip }, () => {
  /** As often as a second release makes them. */
  const CALLS = { mkdir: 190, link: 140, rename: 90, symlink: 1, unlink: 3, rmdir: 1 };
  const points = Object.entries(CALLS).flatMap(([call, times]) =>
    Array.from({ length: times }, (_, index) => ({ call, nth: index + 1, last: times })),
  );
  const sample = PROOF ? points : points.filter(({ nth, last }) => nth === Math.ceil(last / 2));

  test("killed at a call, the paper is whole and heals", { timeout }, async () => {
    let live = 0;
    for (const [index, { call, nth }] of sample.entries()) {
      const number = index + 1;
      await publishWith(room, number, `${call}:signal=SIGKILL:when=${nth}`);
      expect({ call, nth, live: liveEdition(live, number) }).not.toMatchObject({ live: "mixed" });
      expect({ call, nth, scars: scars(number) }).toEqual({ call, nth, scars: [] });
      live = number;
    }
  });

  test("with a disk that fails, no release appears, and one line says why", async () => {
    const lines: string[] = [];
    for (const fault of ["symlink:error=EIO:when=1", "rename:error=EROFS:when=40+"]) {
      const { code, line } = await publishWith(room, 1, fault);
      lines.push(line.replace(room.output, "_site"));
      expect([code, readlinkSync(join(room.output, "current"))]).toEqual([3, "releases/000001"]);
      expect(readdirSync(join(room.output, "releases"))).toEqual(["000001"]);
    }
    expect(lines).toMatchInlineSnapshot(`
      [
        "The paper could not be written to “_site”: the disk reports a fault. Check the disk, then build again. The paper that was live is as it was.",
        "The paper could not be written to “_site”: the disk is read-only. Make it writable or choose another --output. The paper that was live is as it was.",
      ]
    `);
    expect(scars(1)).toEqual([]);
  });

  test("a disk without links gets copies of the same bytes and times", async () => {
    const time = () => lstatSync(join(room.output, "current/style.css")).mtimeMs;
    const before = time();
    expect(await publishWith(room, 1, "link:error=EPERM")).toMatchObject({ code: 0 });
    expect([liveEdition(1), time()]).toEqual([1, before]);
    expect(lstatSync(join(room.output, "current/style.css")).nlink).toBe(1);
  });
});
