// `.broadsheet/next-change.json`: what cron jobs, timers and the watch rely on to know when the paper
// changes by itself; and the clock that goes back, which must not unpublish what has come out.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pressCopy } from "../support/press-copy.ts";
import { type BuiltSite, site } from "../support/site.ts";

const SITE = `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: Europe/London
sections: [{ slug: world, title: World }]
`;

const story = (slug: string, header: string, text = "The wind rose.") => `
-- content/articles/${slug}.md --
---
headline: Headline
section: world
${header}
---
${text}
`;

const ARCHIVE =
  SITE +
  story("fair", "date: 2026-05-01 09:00\nexpires: 2026-05-06 12:00") +
  story("storm", "date: 2026-05-05 06:00");

const EVENING = { ownState: true, now: "2026-05-04T19:00:00Z" } as const;

const pathOf = ({ content }: BuiltSite) => join(content.stateFolder, "next-change.json");

/** The file as a program reads it, the output aside, which lies elsewhere in each test. */
function left(built: BuiltSite): unknown {
  const { output, ...rest }: { output: string } = JSON.parse(readFileSync(pathOf(built), "utf8"));
  expect(output).toBe(built.output);
  return rest;
}

test("each publish names the next moment at which something is due, until nothing is", async () => {
  await using built = await site(ARCHIVE, EVENING);
  expect(left(built)).toEqual({
    at: "2026-05-05T06:00:00+01:00",
    what: "publishes",
    file: "articles/storm.md",
    asOf: "2026-05-04T20:00:00+01:00",
  });
  await built.rebuild("", { now: "2026-05-05T05:00:00Z" });
  expect(left(built)).toMatchObject({ at: "2026-05-06T12:00:00+01:00", what: "expires" });
  await built.rebuild("", { now: "2026-05-06T11:00:00Z" });
  expect(left(built)).toEqual({ at: null, asOf: "2026-05-06T12:00:00+01:00" });
  expect(readdirSync(built.content.stateFolder).filter((name) => name.endsWith(".new"))).toEqual(
    [],
  );
});

test("a preview and a refused build leave it as it was", async () => {
  await using built = await site(ARCHIVE, EVENING);
  const before = readFileSync(pathOf(built), "utf8");
  const later = { now: "2026-05-06T11:00:00Z" };
  const wrong = story("storm", "date: 2026-05-05 06:00\nkickre: Weather");
  await expect(built.rebuild(wrong, later)).rejects.toThrow("kickre");
  expect(readFileSync(pathOf(built), "utf8")).toBe(before);
  rmSync(built.output, { recursive: true });
  await built.rebuild(story("storm", "date: 2026-05-05 06:00"), { ...later, drafts: true });
  expect(readFileSync(pathOf(built), "utf8")).toBe(before);
});

test("where it cannot be written the paper is published all the same, and no old word stays", async () => {
  await using built = await site(ARCHIVE, EVENING);
  rmSync(pathOf(built));
  mkdirSync(join(pathOf(built), "in the way"), { recursive: true });
  await built.rebuild("", { now: "2026-05-05T05:00:00Z" });
  expect(built.has("/2026/05/05/storm/")).toBe(true);
  expect(readdirSync(built.content.stateFolder).filter((name) => name.endsWith(".new"))).toEqual(
    [],
  );
});

test("Eleventy's own command leaves it too", async () => {
  await using press = await pressCopy(story("storm", "date: 2096-05-05 06:00"));
  expect((await press.eleventy("--quiet")).code).toBe(0);
  const file: unknown = JSON.parse(
    readFileSync(join(press.root, ".broadsheet/next-change.json"), "utf8"),
  );
  expect(file).toMatchObject({
    at: "2096-05-05T06:00:00+00:00",
    what: "publishes",
    file: "articles/storm.md",
    output: join(press.root, "_site"),
  });
});

test("a clock that has gone back is named, not the stories that would vanish", async () => {
  await using built = await site(ARCHIVE, { ...EVENING, now: "2026-05-05T08:00:00Z" });
  const back = built.rebuild("", { now: "2026-05-04T08:00:00Z" });
  await expect(back).rejects.toThrowErrorMatchingInlineSnapshot(
    `[CannotWrite: The clock says 2026-05-04T09:00:00+01:00, but this paper was last published as of 2026-05-05T09:00:00+01:00: what has come out since would vanish.]`,
  );
  expect(built.has("/2026/05/05/storm/")).toBe(true);
  const linked = story("fair", "date: 2026-05-01 09:00", "Then came [the storm](storm.md).");
  await built.rebuild(linked, { now: "2026-05-05T08:00:01Z" });
  await expect(built.rebuild("", { now: "2026-05-04T08:00:00Z" })).rejects.toThrow(
    "The clock says",
  );
});

test("a mistake is told as such by any clock, and where nothing would vanish it may go back", async () => {
  await using built = await site(ARCHIVE, { ...EVENING, now: "2026-05-05T08:00:00Z" });
  await built.rebuild("", { now: "2026-05-05T07:00:00Z" });
  await built.rebuild("", { now: "2026-05-05T08:00:00Z" });
  rmSync(join(built.content.contentFolder, "articles/fair.md"));
  await expect(built.rebuild("", { now: "2026-05-05T07:00:00Z" })).rejects.toThrow(
    "content/articles/fair.md error: The address /2026/05/01/fair/ has been published",
  );
  expect(existsSync(pathOf(built))).toBe(true);
});
