// A publish of what differs must end where a publish of the whole paper ends: files, manifest, and what
// is noted for the next build.

import fs, { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashBytes } from "../../src/publish/hash-file.ts";
import { type Manifest, MANIFEST, parseManifest } from "../../src/publish/manifest.ts";
import { closeOutput, openOutput, type OutputFolder } from "../../src/publish/output-folder.ts";
import { publish } from "../../src/publish/publish.ts";
import { type FreshFiles, republish } from "../../src/publish/republish.ts";
import type { StagedFile } from "../../src/publish/staged-file.ts";
import {
  demolish,
  type Paper,
  pressRoom,
  type PressRoom,
  staged,
  thrownBy,
  tree,
} from "./press-room.ts";

const OLD: Paper = {
  "2019/old/index.html": "old",
  "2019/same/index.html": "same",
  "index.html": "one",
  "pictures/large.jpg": "large",
  "sitemap.xml": "map",
};
const NEW: Paper = {
  "2019/new/index.html": "new",
  "2019/old/index.html": "edited",
  "2019/same/index.html": "same",
  "index.html": "two",
  "sitemap.xml": "map",
};
const FRESH: FreshFiles = {
  files: staged({
    "2019/new/index.html": "new",
    "2019/old/index.html": "edited",
    "index.html": "two",
  }),
  copies: copiesOf({ "2019/new/index.html": "new", "2019/old/index.html": "edited" }),
  addresses: ["/2019/new/"],
  gone: ["pictures/large.jpg"],
};
const NOTHING: FreshFiles = { files: [], copies: [], addresses: [], gone: [] };

function copiesOf(paper: Paper): readonly StagedFile[] {
  const stories = Object.entries(paper).filter(([path]) => path.startsWith("2019"));
  return staged(Object.fromEntries(stories.map(([path, text]) => [`${path}.br`, `small ${text}`])));
}

let room: PressRoom;
let whole: PressRoom;
beforeEach(() => {
  [room, whole] = [pressRoom(), pressRoom()];
  for (const one of [room, whole]) publishWhole(one, OLD, ["/2019/old/", "/2019/same/"]);
});
afterEach(() => [room, whole].forEach(demolish));

function inOutput<Result>(one: PressRoom, work: (output: OutputFolder) => Result): Result {
  const output = openOutput(one.output, one, "paper");
  try {
    return work(output);
  } finally {
    closeOutput(output);
  }
}

function publishWhole(one: PressRoom, paper: Paper, addresses: readonly string[]): void {
  const files = copiesOf(paper);
  const compressed = { by: "brotli", files, made: files.length };
  inOutput(one, (output) =>
    publish({ files: staged(paper), addresses, withdrawn: [], compressed }, output),
  );
}

/** Of a paper that is as it was left. */
function republished(fresh: FreshFiles): ReturnType<typeof republish> {
  return inOutput(room, (output) => {
    if (!output.left) throw new Error("nothing is known of the files");
    return republish(fresh, output.left, output);
  });
}

const live = (one: PressRoom) => tree(one.output, "with manifest");

test("what differs is published as a whole paper is, and the next build need not look at it", () => {
  publishWhole(whole, NEW, ["/2019/old/", "/2019/same/", "/2019/new/"]);
  const { report, manifest } = republished(FRESH);
  expect(live(room)).toEqual(live(whole));
  expect(report).toEqual({ written: 5, kept: 3, removed: 1 });
  expect(manifest).toBe(hashBytes(readFileSync(join(room.output, MANIFEST))));
  inOutput(room, ({ isIntact, touched, live: { size } }) =>
    expect([isIntact, [...touched], size]).toEqual([true, [], 8]),
  );
});

test.each([
  ["nothing at all", NOTHING],
  ["files that say what they said", { ...NOTHING, files: staged({ "index.html": "one" }) }],
])("%s: nothing is written", (_, fresh) => {
  const path = join(room.output, MANIFEST);
  const before = statSync(path).ctimeMs;
  const { report, manifest } = republished(fresh);
  expect([report, statSync(path).ctimeMs]).toEqual([{ written: 0, kept: 7, removed: 0 }, before]);
  expect(manifest).toBe(hashBytes(readFileSync(path)));
});

test.each<[string, Partial<FreshFiles>, Paper]>([
  ["only replaces", { files: staged({ "index.html": "two" }) }, { ...OLD, "index.html": "two" }],
  [
    "only takes away",
    { gone: ["pictures/large.jpg"] },
    Object.fromEntries(Object.entries(OLD).filter(([path]) => !path.startsWith("pictures"))),
  ],
])("a publish that %s", (_, fresh, paper) => {
  publishWhole(whole, paper, []);
  republished({ ...NOTHING, ...fresh });
  expect(live(room)).toEqual(live(whole));
});

/** Every manifest that readers could have met meanwhile. */
function manifestsOf(work: () => void): readonly (Manifest | undefined)[] {
  const { renameSync } = fs;
  const found: string[] = [];
  const thenLook = (from: string, to: string) => {
    renameSync(from, to);
    if (to.endsWith(MANIFEST)) found.push(readFileSync(to, "utf8"));
  };
  Object.assign(fs, { renameSync: thenLook });
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    Object.assign(fs, { renameSync });
    syncBuiltinESMExports();
  }
  return found.map(parseManifest);
}

test("new files are said to be ours before they are there, and copies to be copies only then", () => {
  const [before, after] = manifestsOf(() => republished(FRESH));
  const copy = "2019/new/index.html.br";
  expect(
    [before, after].map((one) => [
      one?.files.get("index.html"),
      one?.files.has(copy),
      one?.compressed?.paths.has(copy),
      one?.addresses.includes("/2019/new/"),
      one?.files.has("pictures/large.jpg"),
    ]),
  ).toEqual([
    [hashBytes("one"), true, false, true, true],
    [hashBytes("two"), true, true, true, false],
  ]);
  expect(
    manifestsOf(() => republished({ ...NOTHING, files: staged({ "index.html": "3" }) })),
  ).toHaveLength(1);
});

test("a file that has gone from under the press is told in plain words, and the paper is as it was", () => {
  const file = join(room.folder, "encoded.jpg");
  writeFileSync(file, "picture");
  const bytes = { kind: "file", path: file, hash: hashBytes("picture") } as const;
  const picture: StagedFile = { path: "a.jpg", origin: "sea.png", kind: "asset", bytes };
  rmSync(file);
  const before = live(room);
  expect(thrownBy(() => republished({ ...NOTHING, files: [picture] }))).toMatchObject({
    message: expect.stringContaining("a file that it needs has gone"),
    cure: "Build again. The paper that was live is as it was.",
  });
  expect(live(room)).toEqual(before);
});
