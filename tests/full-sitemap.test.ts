// A file of the sitemaps is full with 50,000 addresses or 50 MB. Here with a few of them, so that a
// single story fills one: the short way must end where a build ends that looks at everything.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { build } from "../src/build.ts";
import type * as Sitemaps from "../src/pages/sitemaps/plan-sitemaps.ts";
import { contentFolder } from "./support/content-folder.ts";
import { filesOf } from "./support/files-of.ts";
import { orderFor } from "./support/site.ts";

const limits = vi.hoisted(() => ({ addresses: 50_000, bytes: 50 * 1024 * 1024 }));
vi.mock("../src/pages/sitemaps/plan-sitemaps.ts", async (original) => {
  const room = await original<typeof Sitemaps>();
  const planSitemaps: typeof room.planSitemaps = (matter, known) =>
    room.planSitemaps(matter, known, limits);
  return { ...room, planSitemaps };
});

const story = (day: number, header = "") => `-- articles/day-${day}.md --
---
headline: Day ${day}
date: 2026-05-${String(day).padStart(2, "0")} 09:00
section: world
${header}---
The text.
`;

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => story(from + index)).join("");

test.each([
  ["addresses", { addresses: 8, bytes: 50_000 }],
  ["bytes", { addresses: 50_000, bytes: 3300 }],
])(
  "stories that fill a sitemap (%s) open another, the short way too",
  { timeout: 240_000 },
  async (_, most) => {
    Object.assign(limits, most);
    await using content = await contentFolder(days(2, 8));
    const order = {
      ...orderFor(content, { ownState: true }),
      contentFolder: content.contentFolder,
    };
    const [outputFolder, stateFolder] = [
      `${order.outputFolder}-clean`,
      `${order.stateFolder}-clean`,
    ];
    const has = (number: number) =>
      existsSync(join(order.outputFolder, `sitemaps/2026-05-${number}.xml`));
    await setTimeout(2100);
    await build(order);
    const before = [has(2), has(3)];
    for (const saved of [
      days(9, 9),
      days(10, 10),
      story(10, "updated: 2026-05-20 09:00\n"),
      story(2, "updated: 2026-05-21 09:00\n"),
      story(1),
      days(11, 18),
      story(19, "noindex: true\n"),
    ]) {
      await content.write(saved);
      await build(order);
      expect({ saved, isQuick: existsSync(join(order.stateFolder, "standing/journal")) }).toEqual({
        saved,
        isQuick: true,
      });
      await build({ ...order, outputFolder, stateFolder, clean: true });
      expect(filesOf(order.outputFolder)).toEqual(filesOf(outputFolder));
    }
    expect([before, [has(2), has(3)]]).toEqual([
      [false, false],
      [true, true],
    ]);
  },
);
