import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findChanges } from "../../src/publish/find-changes.ts";
import { hashBytes } from "../../src/publish/hash-file.ts";
import { staged } from "./press-room.ts";

test("files go into place after what they need, and pages leave before what they load", () => {
  const live = ["feed.xml", "index.html", "old.css", "old/index.html", "2019/b.html", "same.css"];
  const changes = findChanges(
    staged({
      "feed.xml": "new",
      "index.html": "new",
      "2019/b.html": "new",
      "same.css": "same",
      "sitemap.xml": "new",
      "topics/index.html": "new",
      "2019/z.html": "new",
      "2019/a.html": "new",
      "2019/m.html": "new",
      "z.css": "new",
    }),
    live,
    new Map(live.map((path) => [path, { hash: hashBytes("same"), stamp: [0, 0, 0, 0] }])),
  );
  expect({
    added: changes.added.map(({ path }) => path),
    changed: changes.changed.map(({ path }) => path),
    kept: changes.kept.map(({ path }) => path),
    stale: changes.stale,
  }).toMatchInlineSnapshot(`
    {
      "added": [
        "z.css",
        "2019/a.html",
        "2019/m.html",
        "2019/z.html",
        "topics/index.html",
        "sitemap.xml",
      ],
      "changed": [
        "2019/b.html",
        "index.html",
        "feed.xml",
      ],
      "kept": [
        "same.css",
      ],
      "stale": [
        "old/index.html",
        "old.css",
      ],
    }
  `);
});

const live = (...paths: readonly string[]) =>
  new Map(paths.map((path) => [path, { hash: hashBytes("same"), stamp: [0, 0, 0, 0] }] as const));

test("what stands where a new file or its folder must go leaves first", () => {
  const owned = ["a", "b/c/d.html", "E", "f.html", "b.css", "g/h"];
  const wanted = staged({ "a/index.html": "new", b: "new", e: "new", "g/i": "new" });
  const { inTheWay, stale } = findChanges(wanted, owned, live(...owned));
  expect({ inTheWay, stale }).toEqual({
    inTheWay: ["b/c/d.html", "E", "a"],
    stale: ["f.html", "b.css", "g/h"],
  });
});

test("nothing is in the way where nothing is new, and pages leave before all else, by name", () => {
  const owned = ["z.css", "b.html", "a.css", "a.html", "c.html/x"];
  expect(findChanges([], owned, live(...owned))).toEqual({
    added: [],
    changed: [],
    kept: [],
    inTheWay: [],
    stale: ["a.html", "b.html", "a.css", "c.html/x", "z.css"],
  });
});

test("bytes on disk are known by their hash, read only where nobody has told it", () => {
  const onDisk = (path: string, hash?: string) =>
    staged({ [path]: "" }).map((file) => ({
      ...file,
      bytes: { kind: "file" as const, path: import.meta.filename, ...(hash && { hash }) },
    }));
  const files = [...onDisk("read"), ...onDisk("told", hashBytes("same"))];
  const { added, kept } = findChanges(files, [], live("told"));
  expect(added.map(({ hash }) => hash)).toEqual([hashBytes(readFileSync(import.meta.filename))]);
  expect(kept.map(({ path }) => path)).toEqual(["told"]);
});
