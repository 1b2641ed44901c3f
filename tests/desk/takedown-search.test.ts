// A takedown in a paper whose search cannot be indexed: the story is gone from it all the same, and
// whoever purges the caches is told of everything.

import { expect, test, vi } from "vitest";
import { takedown } from "../../src/desk/takedown.ts";
import { NotIndexed } from "../../src/render/index-stories.ts";
import { SEARCHABLE, story } from "../support/searchable-paper.ts";
import { orderFor, site } from "../support/site.ts";

const pagefind = vi.hoisted(() => ({ isBroken: false }));
vi.mock("pagefind", async (original) => {
  const real = await original<Record<"createIndex", () => unknown>>();
  const createIndex = () =>
    pagefind.isBroken ? Promise.resolve({ errors: ["no room"] }) : real.createIndex();
  return { ...real, createIndex };
});

const PAPER = `${SEARCHABLE}${story("2026/opinion", "On opinion", "2026-05-27", "Everyone has the right to an opinion.")}\n`;
const MOVEMENT = "/2026/05/30/movement/";

test("when the search cannot be indexed, every address to purge is named", async () => {
  await using paper = await site(PAPER, { ownState: true });
  const ofMay = (files: readonly string[]) =>
    files.filter((file) => file.startsWith("search/en/2026-05/"));
  const before = ofMay(paper.files());
  expect(before).not.toEqual([]);
  pagefind.isBroken = true;
  const order = orderFor(paper.content, { ownState: true });
  const result = await takedown("articles/2026/movement.md", order);
  if (result.kind !== "taken down") throw new Error(result.kind);
  expect(result.failure).toBeInstanceOf(NotIndexed);
  expect(ofMay(paper.files())).toEqual([]);
  const addresses = [MOVEMENT.slice(1), ...before].map(
    (file) => `https://news.example.org/${file}`,
  );
  expect(result.purge).toEqual(expect.arrayContaining(addresses));

  pagefind.isBroken = false;
  await paper.rebuild();
  expect(ofMay(paper.files())).not.toEqual([]);
  expect(paper.page(MOVEMENT)("h1").text()).toBe("No longer published");
});
