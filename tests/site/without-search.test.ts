// A paper without a search pays nothing for it, and a paper with one is published without it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { build } from "../../src/build.ts";
import { failureWords } from "../../src/desk/failure-words.ts";
import { contentFolder } from "../support/content-folder.ts";
import { SEARCHABLE } from "../support/searchable-paper.ts";
import { orderFor, site } from "../support/site.ts";

vi.mock("pagefind", () => {
  throw new Error("Pagefind was loaded.");
});

test("a paper that does not ask for a search has none, and never loads what makes it", async () => {
  await using paper = await site(`
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world
---
The wind rose at noon.
`);
  expect(paper.files().filter((file) => file.includes("search"))).toEqual([]);
  expect(paper.texts("/", ".navigation a, .footer a")).not.toContain("Search");
  expect(paper.summary.search).toBe(undefined);
  await expect(import("pagefind")).rejects.toThrow(/mocking a module/);
});

test("where nothing can be indexed, the paper is out all the same, and the desk is told", async () => {
  await using content = await contentFolder(SEARCHABLE);
  const order = orderFor(content, { ownState: true });
  const failure = await build(order).catch((error: unknown) => failureWords(error));
  expect(failure).toMatchObject({
    message: "Pagefind, which indexes the search, could not be loaded.",
    cure: "The paper is published, but its search lacks what is new. Build again.",
  });
  expect(existsSync(join(order.outputFolder, "2026/05/30/movement/index.html"))).toBe(true);
});
