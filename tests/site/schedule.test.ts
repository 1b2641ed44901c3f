// A story appears at its second and leaves at its second, by the paper's own clock.

import { expect, test } from "vitest";
import { site } from "../support/site.ts";

/** Zone, and the instant at which its clocks show 2026-03-08 05:00. */
test.each([
  ["UTC", "2026-03-08T05:00:00Z"],
  ["Pacific/Auckland", "2026-03-07T16:00:00Z"],
  ["America/St_Johns", "2026-03-08T07:30:00Z"],
  ["Asia/Kathmandu", "2026-03-07T23:15:00Z"],
])("in %s five in the morning is %s, not a second sooner or later", async (zone, due) => {
  const at = (seconds: number) => new Date(Date.parse(due) + seconds * 1000).toISOString();
  const archive = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: ${zone}
sections: [{ slug: world, title: World }]
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08 05:00
section: world
---
The wind rose at noon.
-- content/articles/fair.md --
---
headline: Fair weather
date: 2026-03-01 09:00
section: world
expires: 2026-03-08 05:00
---
The sun shone.
`;
  await using built = await site(archive, { now: at(-1) });
  const seen = () => ({
    front: built.texts("/", "main h2, main h3").filter((text) => /Storm|Fair/.test(text)),
    storm: built.has("/2026/03/08/storm/"),
    fair: built.texts("/2026/03/01/fair/", "h1"),
  });
  const before = { front: ["Fair weather"], storm: false, fair: ["Fair weather"] };
  const after = { front: ["Storm"], storm: true, fair: ["No longer published"] };
  expect(seen()).toEqual(before);
  expect(built.summary.nextChange?.at.iso).toMatch(/^2026-03-08T05:00:00/);
  const summary = await built.rebuild("", { now: at(0) });
  expect(seen()).toEqual(after);
  expect(summary.nextChange).toBeUndefined();
  await built.rebuild("", { now: at(1) });
  expect(seen()).toEqual(after);
});

test("a picture leaves its story when its rights end", async () => {
  const archive = `
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world
image:
  src: storm.png
  alt: A tree across the tram lines
  credit: Name / Agency
  rights: { expires: 2026-06-01 12:00 }
---
The wind rose at noon.
`;
  const bytes = new Map([["content/articles/storm.png", PNG]]);
  await using built = await site(archive, { bytes, now: "2026-06-01T11:59:59Z" });
  const pictures = () => built.files().filter((file) => file.startsWith("pictures/"));
  expect(built.texts("/2026/03/08/storm/", "figcaption").join()).toContain("Name / Agency");
  expect(pictures()).not.toEqual([]);
  await built.rebuild("", { now: "2026-06-01T12:00:00Z" });
  expect(built.text("/2026/03/08/storm/")).not.toMatch(/Name \/ Agency|tram lines/);
  expect(pictures()).toEqual([]);
});

/** One dark pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
