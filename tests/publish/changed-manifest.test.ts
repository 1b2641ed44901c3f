// A manifest that is changed line by line reads as one that is printed.

import { expect, test } from "vitest";
import { changedManifest } from "../../src/publish/changed-manifest.ts";
import { NO_MANIFEST, printManifest } from "../../src/publish/manifest.ts";

const [one, two] = ["1".repeat(64), "2".repeat(64)];

test.each([
  ["before all others, between them and behind", ["b", "m", "x"], ["a", "c", "l", "y", "z"]],
  ["all of them", [], ["a", "b"]],
  ["where names are quoted or beyond ASCII", ['a"b', "é"], ['a"a', "à", "\u{1f30a}", "\uffee"]],
])(
  "a manifest to which files, copies and addresses come (%s) is the one that would be printed",
  (_, old, come) => {
    const manifest = (names: readonly string[]) => ({
      ...NO_MANIFEST,
      addresses: names.map((name) => `/${name}/`).sort(),
      compressed: { by: "brotli", paths: new Set(names.map((name) => `${name}.br`)) },
      files: new Map(names.flatMap((name) => [name, `${name}.br`].map((path) => [path, one]))),
    });
    const added = come.flatMap((path) => [
      { path, hash: one },
      { path: `${path}.br`, hash: one, isCopy: true },
    ]);
    const addresses = [...come, ...old.slice(0, 1)].map((name) => `/${name}/`);
    const printed = Buffer.from(printManifest(manifest(old)));
    const all = printManifest(manifest([...old, ...come]));
    expect(changedManifest(printed, { added, addresses }).toString()).toBe(all);
  },
);

test("a manifest from which files go while others come and change is the one that would be printed", () => {
  const manifest = (files: readonly (readonly [string, string])[]) =>
    Buffer.from(printManifest({ ...NO_MANIFEST, files: new Map(files) }));
  const before = manifest(["a", "c", "d", "e", "z"].map((path) => [path, one]));
  const after = manifest([
    ["b", two],
    ["d2", one],
    ["e", two],
    ["z", one],
  ]);
  const amended = changedManifest(before, {
    replaced: [{ path: "e", before: one, hash: two }],
    added: [
      { path: "d2", hash: one },
      { path: "b", hash: two },
    ],
    removed: ["a", "d", "c"].map((path) => ({ path, hash: one })),
  });
  expect(amended.toString()).toBe(after.toString());
});
