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
      "z.css": "new",
    }),
    live,
    new Map(live.map((path) => [path, { hash: hashBytes("same"), stamp: [0, 0, 0] }])),
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
