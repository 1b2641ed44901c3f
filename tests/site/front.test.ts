// The front page as the newsroom chooses it, edition by edition.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";
import { stories } from "../support/stories.ts";

const PAPER = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: Europe/London
sections: [{ slug: world, title: World }]
`;

/** Stories by day of May; the text names nothing that a search for the headline could find. */
const story = (slug: string, day: number, more = "") => `
-- content/articles/${slug}.md --
---
headline: About ${slug}
date: 2026-05-${String(day).padStart(2, "0")} 09:00
section: world
id: ${slug}
${more}
---
It was so.
`;

const MAY = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
  .map((slug, index) => story(slug, index + 1))
  .join("");

const front = (editions: string) => `\n-- content/front.yaml --\neditions:\n${editions}\n`;

/** The head of the front page: lead first. */
const head = (built: BuiltSite) =>
  built.texts("/", ".front-top h2").map((text) => text.replace("About ", ""));

const NOW = "2026-05-20T12:00:00Z";

test("chosen stories lead, in the order chosen, and the newest fill what is left", async () => {
  const choice = front("  - { from: 2026-05-20 05:00, lead: two, slots: [five, one] }");
  await using built = await site(PAPER + MAY + choice, { now: NOW });
  expect(head(built)).toEqual(["two", "five", "one", "eight", "seven"]);
  const all = built.texts("/", "main :is(h2, h3) a").filter((text) => text.startsWith("About"));
  expect(all.length).toBe(8);
  expect(new Set(all).size).toBe(8);
});

test("without a lead the newest story leads, and slots stay where they are", async () => {
  const choice = front("  - { from: 2026-05-20, slots: [eight, three] }");
  await using built = await site(PAPER + MAY + choice, { now: NOW });
  expect(head(built)).toEqual(["seven", "eight", "three", "six", "five"]);
});

test("the five o'clock edition comes at five by the paper's clock, and the next change says so", async () => {
  const choice = front(`  - { from: 2026-05-21 05:00, lead: three }
  - { from: 2026-05-20 05:00, lead: one }
  - { from: 2026-05-22 }`);
  const at = (now: string) => ({ now, ownState: true }) as const;
  await using built = await site(PAPER + MAY + choice, at("2026-05-20T03:59:59Z"));
  const due = () => built.content.stateFolder;
  const next = (): unknown => JSON.parse(readFileSync(join(due(), "next-change.json"), "utf8"));
  expect(head(built)[0]).toBe("eight");
  expect(next()).toMatchObject({
    at: "2026-05-20T05:00:00+01:00",
    what: "changes the front page",
    file: "front.yaml",
  });
  await built.rebuild("", at("2026-05-20T04:00:00Z"));
  expect(head(built)[0]).toBe("one");
  await built.rebuild("", at("2026-05-21T04:00:00Z"));
  expect(head(built)[0]).toBe("three");
  await built.rebuild("", at("2026-05-21T23:00:00Z"));
  expect(head(built)[0]).toBe("eight");
  expect(next()).toMatchObject({ at: null });
});

test("a story that readers cannot see leaves its place to others, and no trace", async () => {
  const hidden = [
    story("zqdraft", 10, "status: draft"),
    story("zqfuture", 30),
    story("zqgone", 11, "status: withdrawn"),
    story("zqexpired", 12, "expires: 2026-05-15"),
  ].join("");
  const choice = front(
    "  - { from: 2026-05-20, lead: zqfuture, slots: [zqdraft, two, zqgone, zqexpired] }",
  );
  await using built = await site(PAPER + MAY + hidden + choice, { now: NOW });
  expect(head(built)).toEqual(["eight", "two", "seven", "six", "five"]);
  const telling = built
    .files()
    .filter((file) => /zq(?:draft|future)/.test(readFileSync(join(built.output, file), "latin1")));
  expect(telling).toEqual([]);
  await built.rebuild("", { now: "2026-05-30T08:00:00Z" });
  expect(head(built)[0]).toBe("zqfuture");
});

test("a preview shows drafts and scheduled stories where they were chosen", async () => {
  const hidden = story("draft", 10, "status: draft") + story("future", 30);
  const choice = front("  - { from: 2026-05-20, lead: future, slots: [draft] }");
  await using built = await site(PAPER + MAY + hidden + choice, { now: NOW, drafts: true });
  expect(head(built).slice(0, 2)).toEqual(["future", "draft"]);
});

test("a choice prints the front page again and nothing else, and so does taking it back", async () => {
  await using built = await site(`${PAPER}${stories(40)}${MAY}`, { now: NOW, ownState: true });
  const before = built.text("/");
  const choice = front("  - { from: 2026-05-20, lead: one, slots: [two] }");
  expect((await built.rebuild(choice)).printed).toBe(1);
  expect(head(built)[0]).toBe("one");
  rmSync(join(built.content.contentFolder, "front.yaml"));
  expect((await built.rebuild()).printed).toBe(1);
  expect(built.text("/")).toBe(before);
});
