// Mistakes in `site.yaml`. Without sound settings there is no paper, but the stories' own mistakes
// are told in the same run.

import { renameSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

/** A paper with these settings instead of the sound ones. */
function settings(changes: Record<string, string>): string {
  const all = {
    title: "The Broadsheet",
    url: "https://news.example.org/",
    language: "en",
    timezone: "UTC",
    sections: "[{ slug: world, title: World }]",
    ...changes,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\n`);
  return `-- content/site.yaml --\n${lines.join("")}${storyWith("")}`;
}

test("an address without its beginning names what was probably meant", async () => {
  expect(await problems(settings({ url: "news.example.org" }))).toMatchInlineSnapshot(`
    "content/site.yaml:2:6 error: “url” is “news.example.org”, which is not the address of a website.
      2 | url: news.example.org
      Did you mean “https://news.example.org”?"
  `);
});

test("a city alone is not a time zone, but its zone is found", async () => {
  expect(await problems(settings({ timezone: "London" }))).toMatchInlineSnapshot(`
    "content/site.yaml:4:11 error: “timezone” is “London”, which is not a time zone.
      4 | timezone: London
      Did you mean “Europe/London”?"
  `);
});

test("a misspelt time zone names the near miss", async () => {
  expect(await problems(settings({ timezone: "Europe/Lodnon" }))).toMatchInlineSnapshot(`
    "content/site.yaml:4:11 error: “timezone” is “Europe/Lodnon”, which is not a time zone.
      4 | timezone: Europe/Lodnon
      Did you mean “Europe/London”?"
  `);
});

test("a language is a tag, not a word", async () => {
  expect(await problems(settings({ language: "English" }))).toMatchInlineSnapshot(`
    "content/site.yaml:3:11 error: “language” is “English”, which is not a language tag.
      3 | language: English
      Did you mean “en”?"
  `);
});

test("a setting the press does not know names the near miss", async () => {
  expect(await problems(settings({ descripton: "The news" }))).toMatchInlineSnapshot(`
    "content/site.yaml:6:1 error: “descripton” is not a field of the settings.
      6 | descripton: The news
      Did you mean “description”?"
  `);
});

test("two sections cannot share a slug", async () => {
  const sections = "[{ slug: world, title: World }, { slug: world, title: Abroad }]";
  expect(await problems(settings({ sections }))).toMatchInlineSnapshot(`
    "content/site.yaml:5:51 error: “slug” of entry 2 of “sections” is “world” a second time.
      5 | sections: [{ slug: world, title: World }, { slug: world, title: Abroad }]
        |                                                   ^
      Give each section a slug of its own."
  `);
});

test("a section cannot take an address the press needs", async () => {
  const sections = "[{ slug: world, title: World }, { slug: authors, title: Authors }]";
  expect(await problems(settings({ sections }))).toMatchInlineSnapshot(`
    "content/site.yaml:5:51 error: “slug” of entry 2 of “sections” is “authors”, which the press needs for pages of its own.
      5 | sections: [{ slug: world, title: World }, { slug: authors, title: Authors }]
        |                                                   ^
      Choose another word; these are taken: archive, assets, authors, corrections, feed, images, pictures, search, series, staff, text, topics."
  `);
});

test("a pattern of addresses without the slug would give all stories one address", async () => {
  expect(await problems(settings({ addresses: '{ article: "/:year/:month/" }' })))
    .toMatchInlineSnapshot(`
    "content/site.yaml:6:23 error: “article” of “addresses” is “/:year/:month/”, without “:slug”.
      6 | addresses: { article: "/:year/:month/" }
        |                       ^
      Write it like “/:year/:month/:day/:slug/”."
  `);
});

test("settings that lack everything are told everything, and so are the stories", async () => {
  const archive = `-- content/site.yaml --\ntitle:\n${storyWith("draft: true")}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “draft” is not a field of a story.
      5 | draft: true
      Write “status: draft” instead of “draft: true”, and nothing at all when the story is ready.

    content/site.yaml:1:1 error: “title” is empty.
      1 | title:
      Write, for example: title: The Broadsheet

    content/site.yaml:1:1 error: The newspaper has no “url”.
      1 | title:
      Write, for example: url: https://news.example.org/

    content/site.yaml:1:1 error: The newspaper has no “language”.
      1 | title:
      Write, for example: language: en

    content/site.yaml:1:1 error: The newspaper has no “timezone”.
      1 | title:
      Write, for example: timezone: Europe/London

    content/site.yaml:1:1 error: The newspaper has no “sections”.
      1 | title:
      Write, for example: sections: [{ slug: world, title: World }]"
  `);
});

test("a logo that is not there is refused", async () => {
  expect(await problems(settings({ publisher: "{ logo: images/logo.png }" })))
    .toMatchInlineSnapshot(`
      "content/site.yaml:6:20 error: There is no picture “images/logo.png”.
        6 | publisher: { logo: images/logo.png }
          |                    ^
        Put the file under “images/” and write “/images/…”."
    `);
});

test("a policy leads to a page that is there", async () => {
  const policies = "{ ethics: /ethics/, ownership: javascript:alert(1) }";
  expect(await problems(settings({ policies }))).toMatchInlineSnapshot(`
    "content/site.yaml:6:42 error: “ownership” of “policies” is “javascript:alert(1)”, which is not an address.
      6 | policies: { ethics: /ethics/, ownership: javascript:alert(1) }
        |                                          ^
      Write it as /policies/corrections/ for a page of this site, or as https://…."
  `);
  expect(await problems(settings({ policies: "{ ethics: /ethics/ }" }))).toMatchInlineSnapshot(`
    "content/site.yaml:6:21 error: There is no page at /ethics/.
      6 | policies: { ethics: /ethics/ }
        |                     ^
      Write it under “pages/”, or give the policy's whole address: https://…."
  `);
});

test("errors are reported to one mailbox or to a form behind https", async () => {
  const told = (report: string) => problems(settings({ corrections: `{ report: ${report} }` }));
  expect(await told("desk@example.org")).toMatchInlineSnapshot(`
    "content/site.yaml:6:24 error: “report” of “corrections” is “desk@example.org”, which is not an address to report an error to.
      6 | corrections: { report: desk@example.org }
        |                        ^
      Did you mean “mailto:desk@example.org”?"
  `);
  const cure = async (report: string) => (await told(report)).split("\n").at(-1)?.trim();
  const meant = "Did you mean “mailto:desk@example.org”?";
  expect(await cure('"mailto:desk@example.org?bcc=other@example.org"')).toBe(meant);
  expect(await cure("http://example.org/a")).toBe("Did you mean “https://example.org/a”?");
  expect(await cure("example.org/a")).toBe("Did you mean “https://example.org/a”?");
  const unsafe = ["javascript:alert(1)", "https://name:secret@example.org/", "/report/"];
  expect(new Set(await Promise.all(unsafe.map(cure)))).toEqual(
    new Set([
      "Write it as mailto:corrections@example.org, or as https://example.org/report for a form.",
    ]),
  );
});

test("where errors are reported stands below “corrections”", async () => {
  expect(await problems(settings({ corrections: "{ reports: mailto:desk@example.org }" })))
    .toMatchInlineSnapshot(`
      "content/site.yaml:6:1 error: “corrections” has no “report”.
        6 | corrections: { reports: mailto:desk@example.org }
        Write, for example: report: mailto:corrections@example.org

      content/site.yaml:6:16 error: “reports” is not a field of “corrections”.
        6 | corrections: { reports: mailto:desk@example.org }
          |                ^
        Did you mean “report”?"
    `);
  expect(await problems(settings({ corrections: "mailto:desk@example.org" })))
    .toMatchInlineSnapshot(`
      "content/site.yaml:6:14 error: “corrections” is “mailto:desk@example.org”, not a group of fields.
        6 | corrections: mailto:desk@example.org
        Write, for example: corrections: { report: mailto:corrections@example.org }"
    `);
});

test("a paper without settings is refused", async () => {
  const before = (folder: string) => rmSync(`${folder}/site.yaml`);
  expect(await problems(storyWith(""), { before })).toMatchInlineSnapshot(`
    "content/site.yaml error: The settings of the newspaper are missing: there is no “site.yaml” in the content folder.
      Write one with the fields title, url, language, timezone and sections."
  `);
});

test("settings under another name are found, and told their name", async () => {
  const before = (folder: string) => renameSync(`${folder}/site.yaml`, `${folder}/site.yml`);
  expect(await problems(storyWith(""), { before })).toMatchInlineSnapshot(`
    "content/site.yml error: “site.yml” is not the name of the settings.
      Rename it “site.yaml”."
  `);
});

test("a home page is the paper or its text, and nothing else", async () => {
  expect(await problems(settings({ home: "txt" }))).toMatchInlineSnapshot(`
    "content/site.yaml:6:7 error: “home” is “txt”, which the press does not know.
      6 | home: txt
      Did you mean “text”? It may be “paper” or “text”."
  `);
});
