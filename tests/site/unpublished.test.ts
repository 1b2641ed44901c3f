// What is not published cannot be found, by anybody, in any byte of the paper: every word of such
// stories carries a mark, and the whole output is searched for it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SITE } from "../support/content-folder.ts";
import { type BuiltSite, site } from "../support/site.ts";

/** One dark pixel, and its story's mark behind the end of the picture. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A story, its only author and its only topic, every word of which ends in the story's mark. */
function secretStory(mark: string, lines: string): string {
  return `
-- content/authors/author-${mark}.md --
---
name: Author ${mark}
role: Role ${mark}
---
Biography ${mark}.
-- content/articles/slug-${mark}.md --
---
headline: Headline ${mark}
kicker: Kicker ${mark}
standfirst: Standfirst ${mark}
authors: [author-${mark}]
topics: [Topic ${mark}]
section: world
series: Series ${mark}
dateline: Dateline ${mark}
seo: { title: Seo ${mark}, description: Seo ${mark} }
image: { src: picture-${mark}.png, alt: Alt ${mark}, caption: Caption ${mark}, credit: Credit ${mark} }
${lines}
---
Text ${mark}.

![Alt ${mark}](picture-${mark}.png "Caption ${mark}" credit="Credit ${mark}")
`;
}

const REASON = (date: string, text: string) =>
  `corrections: [{ date: ${date}, kind: correction, text: ${text} }]`;

/** Mark, and the lines that keep the story away from readers. */
const SECRETS = {
  zqdraft: "date: 2026-05-01\nstatus: draft",
  zqfuture: "date: 2026-06-01 12:00:01",
  zqwithdrawn: "date: 2026-05-02\nstatus: withdrawn",
  zqexpired: "date: 2026-05-03\nexpires: 2026-06-01 12:00:00",
  zqkilled: `date: 2026-05-04\nstatus: killed\n${REASON("2026-05-20 10:00", "The quotation was invented.")}`,
  // Killed or withdrawn before anybody could have read it: there is no address to answer for.
  zqstillborn: `date: 2026-07-01\nstatus: killed\n${REASON("2026-05-20 10:00", "Never ran.")}`,
  zqunborn: "date: 2026-07-01\nstatus: withdrawn",
};

/** With every output there is. */
const SETTINGS = `
-- content/site.yaml --
${SITE}outputs: [twins, text]
`;

const ARCHIVE = `${SETTINGS}
-- content/articles/storm.md --
---
headline: Storm
date: 2026-03-08
section: world
---
The wind rose at noon.
${Object.entries(SECRETS)
  .map(([mark, lines]) => secretStory(mark, lines))
  .join("")}`;

const BYTES = new Map(
  Object.keys(SECRETS).map((mark) => [
    `content/articles/picture-${mark}.png`,
    Buffer.concat([PNG, Buffer.from(mark)]),
  ]),
);

/** Every mark in the output, in a file or in a file's name: `file: mark`. */
function marksIn(built: BuiltSite): string[] {
  const found = built.files().flatMap((file) => {
    const text = `${file}\n${readFileSync(join(built.output, file), "latin1")}`;
    return [...text.matchAll(/[\w/-]*zq[a-z]{4,}/g)].map(([mark]) => `${file}: ${mark}`);
  });
  return [...new Set(found)];
}

test("nothing of an unpublished story is anywhere in the paper", async () => {
  await using built = await site(ARCHIVE, { bytes: BYTES });
  expect(marksIn(built)).toMatchInlineSnapshot(`
    [
      ".well-known/broadsheet.json: /2026/05/02/slug-zqwithdrawn",
      ".well-known/broadsheet.json: /2026/05/03/slug-zqexpired",
      ".well-known/broadsheet.json: /2026/05/04/slug-zqkilled",
      ".well-known/broadsheet.json: 2026/05/02/slug-zqwithdrawn",
      ".well-known/broadsheet.json: 2026/05/03/slug-zqexpired",
      ".well-known/broadsheet.json: 2026/05/04/slug-zqkilled",
      ".well-known/broadsheet.json: text/2026/05/04/slug-zqkilled",
      "2026/05/02/slug-zqwithdrawn/index.html: 2026/05/02/slug-zqwithdrawn",
      "2026/05/03/slug-zqexpired/index.html: 2026/05/03/slug-zqexpired",
      "2026/05/04/slug-zqkilled/index.html: 2026/05/04/slug-zqkilled",
      "corrections/atom.xml: /2026/05/04/slug-zqkilled",
      "corrections/atom.xml: org/2026/05/04/slug-zqkilled",
      "corrections/feed.json: /2026/05/04/slug-zqkilled",
      "corrections/feed.json: org/2026/05/04/slug-zqkilled",
      "corrections/feed.xml: org/2026/05/04/slug-zqkilled",
      "corrections/feed.xml: /2026/05/04/slug-zqkilled",
      "corrections/index.html: /2026/05/04/slug-zqkilled",
      "text/2026/05/04/slug-zqkilled/index.html: text/2026/05/04/slug-zqkilled",
      "text/2026/05/04/slug-zqkilled/index.html: org/2026/05/04/slug-zqkilled",
      "text/2026/05/04/slug-zqkilled/index.html: /2026/05/04/slug-zqkilled",
    ]
  `);
});

test("a killed story's address says when and why, and no more", async () => {
  await using built = await site(ARCHIVE, { bytes: BYTES });
  const address = "/2026/05/04/slug-zqkilled/";
  expect(built.texts(address, "main")).toMatchInlineSnapshot(`
    [
      "This story has been taken downThe story at this address is no longer published. The reason is given below.Correction 20 May 2026, 10:00 UTCThe quotation was invented.",
    ]
  `);
  expect(built.meta(address, "robots")).toEqual(["noindex"]);
  expect(built.texts("/", "main").join()).not.toContain("invented");
});

test("a withdrawn and an expired story's address say that something is gone, in the same words", async () => {
  await using built = await site(ARCHIVE, { bytes: BYTES });
  const [withdrawn, expired] = ["/2026/05/02/slug-zqwithdrawn/", "/2026/05/03/slug-zqexpired/"];
  expect(built.texts(withdrawn, "main")).toMatchInlineSnapshot(`
    [
      "No longer publishedWhat stood at this address is no longer published.",
    ]
  `);
  expect(built.text(withdrawn)).toBe(built.text(expired));
  expect(built.meta(withdrawn, "robots")).toEqual(["noindex"]);
});

test("what was live is gone from the paper when it is withdrawn, pictures included", async () => {
  const live = SETTINGS + secretStory("zqlive", "date: 2026-05-05");
  const bytes = new Map([["content/articles/picture-zqlive.png", PNG]]);
  await using built = await site(live, { bytes });
  expect(marksIn(built).length).toBeGreaterThan(10);
  expect(built.files().filter((file) => file.startsWith("pictures/"))).not.toEqual([]);
  await built.rebuild(secretStory("zqlive", "date: 2026-05-05\nstatus: withdrawn"));
  expect(marksIn(built).map((mark) => mark.replace(/^.*: /, ""))).toEqual(
    marksIn(built).map(() => expect.stringMatching(/05\/05\/slug-zqlive$/)),
  );
  expect(built.files().filter((file) => file.startsWith("pictures/"))).toEqual([]);
});

test("a preview shows drafts and what is scheduled, kept from search engines", async () => {
  await using built = await site(ARCHIVE, { bytes: BYTES, drafts: true });
  const shown = ["/2026/05/01/slug-zqdraft/", "/2026/06/01/slug-zqfuture/"];
  expect(shown.map((address) => built.texts(address, "h1")[0])).toEqual([
    "Headline zqdraft",
    "Headline zqfuture",
  ]);
  for (const address of shown) expect(built.meta(address, "robots")).toEqual(["noindex"]);
  expect(built.has("/2026/07/01/slug-zqunborn/")).toBe(false);
});
