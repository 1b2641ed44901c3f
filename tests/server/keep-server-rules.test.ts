// The rules for servers are written when they change, and never speak of a preview.

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { POLICY as PAGE_POLICY } from "../../layouts/parts/head.tsx";
import { POLICY } from "../../src/publish/server/server-rules.ts";
import { site } from "../support/site.ts";

const STORY = `
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world
---
The text.
`;

test("rules that say the same are not written again, those that changed are", async () => {
  await using built = await site(STORY, { ownState: true });
  const file = (name: string) => statSync(join(built.content.stateFolder, "server", name)).ino;
  const before = [file("nginx.conf"), file("_headers")];
  await built.rebuild();
  expect([file("nginx.conf"), file("_headers")]).toEqual(before);
  await built.rebuild(STORY.replace("section", "aliases: [/old/]\nsection"));
  expect(file("_headers")).toBe(before[1]);
  expect(file("nginx.conf")).not.toBe(before[0]);
});

test("a preview has no rules", async () => {
  await using built = await site(STORY, { ownState: true, drafts: true });
  expect(existsSync(join(built.content.stateFolder, "server"))).toBe(false);
});

test("servers and pages give browsers one policy, but for frames, which only a server can", () => {
  const parts = (policy: string) => policy.split("; ").sort();
  const own = parts(POLICY.everywhere).filter((part) => !part.startsWith("frame-ancestors"));
  expect(own).toEqual(parts(PAGE_POLICY));
});
