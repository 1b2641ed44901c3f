// Whatever a newsroom does to its stories, no address falls silent: each build either is refused and
// changes nothing, or every address that was ever live answers, by itself or in one step.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Arbitrary, array, assert, asyncProperty, constantFrom, record } from "fast-check";
import { expect, test } from "vitest";
import { type BuiltSite, site } from "../support/site.ts";

const RUNS = process.env["BROADSHEET_PROOF"] === "1" ? 1000 : 6;

const FILES = ["storm", "flood", "gale"] as const;
const SLUGS = [undefined, "storm", "tide"] as const;

/** What may become of a file, as the lines of its header; none: it is deleted. */
const header = record({
  slug: constantFrom(...SLUGS),
  date: constantFrom("2026-03-08", "2026-03-09", "2026-05-30", "2026-07-01"),
  status: constantFrom("published", "published", "published", "draft", "withdrawn", "killed"),
});
const edit = record({
  file: constantFrom(...FILES),
  what: constantFrom("write", "write", "write", "delete"),
  lines: header,
  /** Names every address that would be lost, as the report asks. */
  isObedient: constantFrom(true, true, false),
});

type Edit = typeof edit extends Arbitrary<infer One> ? One : never;
type Lines = Edit["lines"];

function story(file: string, { slug, date, status }: Lines, aliases: readonly string[]): string {
  const corrections = `corrections: [{ date: ${date} 10:00, kind: correction, text: It was not so. }]`;
  return `-- content/articles/${file}.md --
---
headline: Headline
date: ${date}
section: world
status: ${status}
${slug === undefined ? "" : `slug: ${slug}\n`}${status === "killed" ? `${corrections}\n` : ""}aliases: [${aliases.join(", ")}]
---
The text.
`;
}

/** Every address of a story that this paper answers at. */
function answering(built: BuiltSite): string[] {
  return built
    .files()
    .flatMap((file) => /^(2026\/.*)index\.html$/.exec(file)?.[1] ?? [])
    .map((path) => `/${path}`);
}

function expectToAnswer(built: BuiltSite, address: string): void {
  expect(built.has(address), `${address} answers`).toBe(true);
  const target = built
    .page(address)("meta[http-equiv=refresh]")
    .attr("content")
    ?.slice("0; url=".length);
  if (target === undefined) return;
  expect(target).not.toBe(address);
  expect(built.has(target)).toBe(true);
  expect(built.page(target)("meta[http-equiv=refresh]").length).toBe(0);
}

/** Builds; the addresses that would be lost, if that is why it was refused. */
async function attempt(built: BuiltSite): Promise<readonly string[]> {
  const before = answering(built);
  const report = await built.rebuild().then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (report === undefined) return [];
  expect(answering(built)).toEqual(before);
  const lost = [...report.matchAll(/The address (\S+) has been published/g)];
  return lost.map(([, address = ""]) => address);
}

async function apply({ file, what, lines, isObedient }: Edit, built: BuiltSite): Promise<void> {
  const path = join(built.content.contentFolder, `articles/${file}.md`);
  if (what === "delete") rmSync(path, { force: true });
  else await built.content.write(story(file, lines, []));
  const lost = await attempt(built);
  if (lost.length === 0 || !isObedient || what === "delete") return;
  await built.content.write(story(file, lines, lost));
  await attempt(built);
}

test("through any history every address that was ever live answers", { timeout: 600_000 }, () =>
  assert(
    asyncProperty(array(edit, { minLength: 3, maxLength: 8 }), async (history) => {
      await using built = await site("-- content/pages/about.md --\n---\ntitle: About\n---\nWe.\n");
      const ever = new Set<string>();
      for (const one of history) {
        await apply(one, built);
        for (const address of answering(built)) ever.add(address);
        for (const address of ever) expectToAnswer(built, address);
      }
    }),
    { numRuns: RUNS },
  ),
);
