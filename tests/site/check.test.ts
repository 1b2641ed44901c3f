// The preflight: a paper as printed has nothing to mend; one with a fault in it says so, in the file
// that somebody can mend.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/desk/check.ts";
import { findingsText } from "../../src/desk/check-report.ts";
import { type BuiltSite, orderFor, site } from "../support/site.ts";
import { wholePaper } from "../support/whole-paper.ts";

const STORM = `-- content/articles/storm.md --
---
headline: Storm warning
date: 2026-03-01 09:00
section: world
---
The wind rose at noon.

# What is known

It fell again at one.
`;

const STORM_PAGE = "2026/03/01/storm/index.html";

/** What a check of the built paper says, as the desk reads it. */
async function checked(built: BuiltSite): Promise<string> {
  const result = await check({ ...orderFor(built.content), outputFolder: built.output });
  if (result.kind === "no paper") return "no paper";
  return findingsText(result.findings, { content: "content", output: "_site" }).trim();
}

/** Does to a printed file what a faulty layout, or a careless hand, would do. */
function spoil(built: BuiltSite, file: string, from: string | RegExp, to: string): void {
  const path = join(built.output, file);
  const text = readFileSync(path, "utf8");
  const spoilt = text.replace(from, () => to);
  if (spoilt === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, spoilt);
}

test("a whole paper as the press prints it has nothing to mend", async () => {
  await using paper = await wholePaper();
  expect(await checked(paper)).toBe("");
});

test("a folder without a paper is none", async () => {
  await using built = await site(STORM);
  const result = await check({
    ...orderFor(built.content),
    outputFolder: built.content.contentFolder,
  });
  expect(result).toEqual({ kind: "no paper" });
});

test("a link to a page that is not there, and to a place that is not there, are told once each", async () => {
  await using built = await site(STORM);
  const links = `<a href="/nowhere/">a</a> <a href="/nowhere/#b">b</a> <a href="#lost">c</a> <a href="/world/#page_text">d</a>`;
  spoil(built, STORM_PAGE, "<p>The wind", `<p>${links} The wind`);
  spoil(built, "index.html", "</main>", `<a href="/nowhere/">a</a></main>`);
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: The page, and 1 more like it, link to “/nowhere/”, which is not in the paper.
      Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.

    content/articles/storm.md error: The page links to “#lost”, where nothing is called “lost”.
      Link to a heading that is there, or to the page as a whole."
  `);
});

test("a page needs one main headline, and leaves out no level", async () => {
  await using built = await site(STORM);
  spoil(built, STORM_PAGE, /<h2(.*)h2>/, '<h3 id="what-is-known">What is known</h3>');
  spoil(built, "world/index.html", "<h1", "<h2");
  expect(await checked(built)).toMatchInlineSnapshot(`
    "content/articles/storm.md error: On the page, “What is known” (h3) follows “Storm warning” (h1): a level of heading is left out.
      Write the lower heading with fewer “#”: levels follow one another.

    _site/world/index.html error: The page has 0 main headlines (h1).
      It needs exactly one: look in layouts/ for this kind of page."
  `);
});
