// Whatever a newsroom does to its paper, a reader's search finds the stories that are in it and no
// other: not even in the moment when a story has left and its part of the index is not yet made again.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, nat, record } from "fast-check";
import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { POLICY } from "../../src/publish/server/server-rules.ts";
import { useBrowser } from "../support/browser.ts";
import { newsroomDesk } from "../support/newsroom-desk.ts";
import {
  addressOf,
  type Edit,
  edited,
  EDITS,
  newNewsroom,
  type Newsroom,
  SLOTS,
} from "../support/newsroom-model.ts";
import { orderIn } from "../support/press-process.ts";
import { serve } from "../support/serve.ts";
import { isAnswered } from "./in-page.js";
import { visit, type Visit } from "./visit.ts";

const browser = useBrowser();
const HEADERS = { "content-security-policy": POLICY.search };
/** Beside the one below; `npm run proof` tries them. */
const MORE = process.env["BROADSHEET_PROOF"] === "1" ? 40 : 0;
const LENGTH = 20;

/** Each way in which a story leaves, comes or changes. */
const EACH_WAY: Edit[] = [
  { what: "add", slot: 3, choice: 0 },
  { what: "withdraw", slot: 0, choice: 0 },
  { what: "schedule", slot: 4, choice: 0 },
  { what: "kill", slot: 1, choice: 0 },
  { what: "write", slot: 3, choice: 0 },
  { what: "wait days", slot: 0, choice: 1 },
  { what: "let expire", slot: 3, choice: 0 },
  { what: "rename", slot: 2, choice: 0 },
  { what: "let expire", slot: 4, choice: 1 },
  { what: "wait days", slot: 0, choice: 0 },
];

const edit = record<Edit>(
  {
    what: constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
    slot: nat(SLOTS - 1),
    choice: nat(3),
  },
  { noNullPrototype: true },
);

test(
  "a search finds what is in the paper and nothing that has left it, after any history",
  { timeout: 86_400_000 },
  async () => {
    const histories = array(edit, { minLength: LENGTH, maxLength: LENGTH, size: "max" });
    const options = { numRuns: 1 + MORE, examples: [[EACH_WAY] as [Edit[]]], endOnFailure: true };
    await assert(asyncProperty(histories, live), options);
  },
);

async function live(history: readonly Edit[]): Promise<void> {
  using desk = await newsroomDesk();
  const [paper, atPublish] = ["_site", "at-publish"].map((name) => join(desk.root, name)) as [
    string,
    string,
  ];
  await using server = await serve(paper, HEADERS);
  await using earlier = await serve(atPublish, HEADERS);
  await using reader = await visit(browser(), server.origin);
  await using early = await visit(browser(), earlier.origin);
  let room = searchable(newNewsroom());
  for (const [index, edit] of [undefined, ...history].entries()) {
    const next = edit ? searchable(edited(room, edit)) : room;
    desk.write(next);
    const order = orderIn(desk.root, { now: next.now });
    let hasWaited = false;
    const onPublished = () => {
      hasWaited = true;
      rmSync(atPublish, { recursive: true, force: true });
      cpSync(paper, atPublish, { recursive: true });
    };
    const result = await build({ ...order, onPublished }).catch(() => undefined);
    if (result?.kind === "published") room = next;
    else desk.write(room);
    const inPaper = addressesIn(room);
    expect([index, edit, await foundBy(reader)]).toEqual([index, edit, inPaper]);
    const left = hasWaited ? (await foundBy(early)).filter((one) => !inPaper.includes(one)) : [];
    expect([index, edit, left]).toEqual([index, edit, []]);
  }
}

/** As far as this test goes, the paper has a search and nothing else beside its pages. */
function searchable(room: Newsroom): Newsroom {
  const site = room.site.replace(/outputs: .*\n|$/, "outputs: [search]\n");
  return { ...room, site };
}

/** Stories that readers may see. */
function addressesIn({ copies, now }: Newsroom): string[] {
  return [...copies.values()]
    .filter(({ status, date, expires }) => {
      const isDue = Date.parse(`${date.replace(" ", "T")}Z`) <= now;
      return status === "published" && isDue && !(expires && Date.parse(expires) <= now);
    })
    .map(addressOf)
    .sort();
}

/** The addresses that a search for a word of all stories leads to. */
async function foundBy({ page, open }: Visit): Promise<string[]> {
  await open("/search/?q=wind");
  await page.waitForFunction(isAnswered);
  const links = await page.locator(".search-results a").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  return hrefs.map(String).sort();
}
