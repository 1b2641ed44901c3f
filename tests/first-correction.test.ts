// The first correction of a paper brings a page, and a line at the foot of every other page; the last
// one that is taken back takes them away. A build that goes the short way must see that coming.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { build } from "../src/build.ts";
import { contentFolder } from "./support/content-folder.ts";
import { filesOf } from "./support/files-of.ts";
import { orderFor } from "./support/site.ts";

const story = (corrections: string) => `-- articles/storm.md --
---
headline: Storm
date: 2026-05-01 09:00
section: world
${corrections}---
The wind rose.
`;

const CORRECTED = "corrections: [{ date: 2026-05-02 09:00, kind: correction, text: It fell. }]\n";

test("the ledger comes with the first correction and goes with the last", async () => {
  await using content = await contentFolder(story(""));
  const own = orderFor(content, { now: "2026-06-01T12:00:00Z", ownState: true });
  const order = { ...own, contentFolder: content.contentFolder };
  const [outputFolder, stateFolder] = [`${own.outputFolder}-clean`, `${own.stateFolder}-clean`];
  const clean = { ...order, outputFolder, stateFolder, clean: true };
  // What was written a moment ago is read again, and with it everything.
  await setTimeout(2100);
  await build(order);
  for (const [corrections, hasLedger] of [
    [CORRECTED, true],
    ["", false],
  ] as const) {
    await content.write(story(corrections));
    await build(order);
    await build(clean);
    expect(filesOf(order.outputFolder)).toEqual(filesOf(outputFolder));
    expect(existsSync(join(order.outputFolder, "corrections/index.html"))).toBe(hasLedger);
  }
});
