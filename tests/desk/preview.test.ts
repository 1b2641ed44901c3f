// A preview shows what readers cannot see yet, and nobody can take it for the paper.

import { expect, test } from "vitest";
import { site } from "../support/site.ts";

const STORIES = `
-- content/articles/live.md --
---
headline: Out already
date: 2026-05-01 09:00
section: world
---
Anybody can read this.
-- content/articles/half.md --
---
headline: Half written
date: 2026-05-02 09:00
section: world
status: draft
---
Nobody can read this yet.
-- content/articles/later.md --
---
headline: Out tomorrow
date: 2026-06-02 06:00
section: world
language: fr
---
Demain.
`;

test("drafts and scheduled stories are marked, on their page and in lists", async () => {
  await using preview = await site(STORIES, { drafts: true });
  const mark = (address: string) => preview.texts(address, ".preview-mark");
  expect(mark("/2026/05/02/half/")).toContain("Draft");
  expect(mark("/2026/06/02/later/")[0]).toBe("Publication prévue le 2 juin 2026, 06:00 UTC");
  expect(preview.texts("/2026/05/01/live/", ".story-head .preview-mark")).toEqual([]);
  expect(mark("/world/")).toEqual(["Scheduled for 2 June 2026, 06:00 UTC", "Draft"]);
});

test("no page of a preview may be indexed", async () => {
  await using preview = await site(STORIES, { drafts: true });
  const pages = preview.files().filter((file) => file.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.filter((page) => preview.meta(page, "robots")[0] !== "noindex")).toEqual([]);
});

test("the paper itself has neither mark nor story", async () => {
  await using paper = await site(STORIES);
  expect(paper.has("/2026/05/02/half/")).toBe(false);
  expect(paper.texts("/world/", ".preview-mark")).toEqual([]);
  expect(paper.meta("/world/", "robots")).toEqual(["max-image-preview:large"]);
});
