// What lies in the output is known without reading it, while nobody but us has touched it.

import {
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashBytes } from "../../src/publish/hash-file.ts";
import { rewriteLeft, writeLeft } from "../../src/publish/live-files.ts";
import { closeOutput, openOutput, type OutputFolder } from "../../src/publish/output-folder.ts";
import { demolish, pressRoom, publishPaper, type PressRoom } from "./press-room.ts";

let room: PressRoom;
beforeEach(() => {
  room = pressRoom();
  publishPaper(room, { "index.html": "front", "a/index.html": "one", "b.css": "two" });
});
afterEach(() => demolish(room));

function opened(): OutputFolder {
  const output = openOutput(room.output, room, "paper");
  closeOutput(output);
  return output;
}

const path = (name: string) => join(room.output, name);

test("nothing is read where nothing was touched", () => {
  const { isIntact, touched, live } = opened();
  expect([isIntact, [...touched], live.size]).toEqual([true, [], 3]);
  expect(live.get("a/index.html")?.hash).toBe(hashBytes("one"));
  expect([live.has("a"), live.has("c"), live.has("")]).toEqual([false, false, false]);
});

test("a file with the size and time it had is read if anybody wrote into it", () => {
  const { atime, mtime } = statSync(path("b.css"));
  writeFileSync(path("b.css"), "TWO");
  utimesSync(path("b.css"), atime, mtime);
  const { isIntact, touched, live } = opened();
  expect([isIntact, [...touched.keys()]]).toEqual([false, ["b.css"]]);
  expect(live.get("b.css")?.hash).toBe(hashBytes("TWO"));
});

test("a file that was touched and says the same is as good as before", () => {
  linkSync(path("b.css"), path("copy.css"));
  rmSync(path("copy.css"));
  const { isIntact, touched } = opened();
  expect([isIntact, [...touched.keys()]]).toEqual([true, ["b.css"]]);
});

test("what is gone, or a link by now, is not there", () => {
  renameSync(path("b.css"), path("c.css"));
  symlinkSync("c.css", path("b.css"));
  rmSync(path("a"), { recursive: true });
  writeFileSync(path("a"), "a file where a folder was");
  const { isIntact, live } = opened();
  expect([isIntact, live.size, live.has("b.css"), live.has("a/index.html")]).toEqual([
    false,
    1,
    false,
    false,
  ]);
});

test("a record that is damaged anywhere counts as none, and the files are read", () => {
  const records = join(room.stateFolder, "live");
  const record = join(records, readdirSync(records)[0] ?? "");
  const whole = readFileSync(record);
  expect(opened().left?.names).toEqual(["a/index.html", "b.css", "index.html"]);
  for (const at of [0, 70, 200, whole.length - 1, -1]) {
    const damaged = at < 0 ? whole.subarray(0, whole.length >> 1) : Buffer.from(whole);
    if (at >= 0) damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(record, damaged);
    const { left, live, isIntact } = opened();
    expect([left, isIntact, live.get("b.css")?.hash]).toEqual([undefined, false, hashBytes("two")]);
  }
});

test("a record in which files were replaced, came and went is that of the files that are there then", () => {
  const [one, other] = [path("one-record"), path("other-record")];
  const stamp = (size: number) => [size, 2, 3, 4] as const;
  const stamps = (sizes: Readonly<Record<string, number>>) =>
    new Map(Object.entries(sizes).map(([name, size]) => [name, stamp(size)]));
  const names = ["b", "d", "f"];
  const left = { names, hashes: names, stamps: Float64Array.from(names.flatMap(() => stamp(1))) };
  const now = new Map([...stamps({ a: 5, c: 6, e: 7, f: 8, g: 9 }), ["d", undefined]]);
  rewriteLeft(one, "of", left, now);
  writeLeft(other, "of", stamps({ a: 5, b: 1, c: 6, e: 7, f: 8, g: 9 }));
  expect(readFileSync(one)).toEqual(readFileSync(other));
});
