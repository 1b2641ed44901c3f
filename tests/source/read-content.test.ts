import { expect, test } from "vitest";
import { field, type Problem } from "../../src/problems/problem.ts";
import { locateProblems } from "../../src/source/locate-problems.ts";
import { readContent } from "../../src/source/read-content.ts";
import { contentFolder } from "../support/content-folder.ts";
import { sourceProblems } from "../support/source-problems.ts";

const STORM = `-- articles/storm.md --
---
headline: "Storm": the evening after # report
date: 2026-03-08 21:30
section: world
topics: [Weather]
---

The wind rose at noon.
`;

test("a sound folder is read whole", async () => {
  await using folder = await contentFolder(`${STORM}
-- authors/desk.md --
---
name: The Desk
kind: organization
---
-- pages/about.md --
---
title: About
---
Text.
-- files/ads.txt --
x
`);
  const { value, problems } = await readContent(folder);
  expect(problems).toEqual([]);
  expect(value?.stories).toEqual([
    {
      file: "articles/storm.md",
      spec: expect.objectContaining({
        headline: '"Storm": the evening after # report',
        date: "2026-03-08 21:30",
        genre: "news",
        topics: ["Weather"],
      }),
      text: "\nThe wind rose at noon.\n\n",
      textLine: 7,
      hash: expect.any(String),
      isUnchanged: false,
      stamp: expect.any(Array),
    },
  ]);
  expect(value?.authors).toMatchObject([{ spec: { name: "The Desk", listed: false }, text: "" }]);
  expect(value?.pages).toMatchObject([{ spec: { title: "About" }, textLine: 4 }]);
  const hash = "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac";
  expect(value?.files).toEqual([{ path: "ads.txt", hash }]);
  expect(value?.broken).toEqual(new Set());
});

test("one broken story does not hide the others or their problems", async () => {
  await using folder = await contentFolder(`${STORM}
-- articles/a.md --
no header
-- articles/b.md --
---
headline: B
date: 2026-03-08
section: world
tpoics: [x]
---
-- pages/about.md --
---
---
`);
  const { value, problems } = await readContent(folder);
  expect(value?.stories.map(({ file }) => file)).toEqual(["articles/storm.md"]);
  expect(value?.broken).toEqual(new Set(["articles/a.md", "articles/b.md", "pages/about.md"]));
  expect(problems).toHaveLength(3);
});

test("without sound settings every other problem is still reported", async () => {
  expect(
    await sourceProblems(`
-- site.yaml --
title: The Broadsheet
-- articles/a.md --
no header
`),
  ).toMatchInlineSnapshot(`
    "content/articles/a.md:1:1 error: The file does not begin with a header.
      1 | no header
      The first line must be exactly “---”, then one field a line (“headline: …”), then “---” again.
    content/site.yaml:1:1 error: The newspaper has no “url”.
      1 | title: The Broadsheet
      Write, for example: url: https://news.example.org/
    content/site.yaml:1:1 error: The newspaper has no “language”.
      1 | title: The Broadsheet
      Write, for example: language: en
    content/site.yaml:1:1 error: The newspaper has no “timezone”.
      1 | title: The Broadsheet
      Write, for example: timezone: Europe/London
    content/site.yaml:1:1 error: The newspaper has no “sections”.
      1 | title: The Broadsheet
      Write, for example: sections: [{ slug: world, title: World }]"
  `);
});

test("a field is found again, however it was written", async () => {
  await using folder = await contentFolder(`
-- articles/storm.md --
---
# the evening edition
headline: "Storm": after
kicker:   Weather # now
"date": 2026-03-08 21:30
standfirst: >
  Trees
  fell.
image:
    src: storm.jpg
    alt:
topics:
- Rain
-   Wind
seo: { title: Storm, description: }
corrections: [{ date: 2026-03-09 }]
---
`);
  const paths = [
    ["headline"],
    ["kicker"],
    ["date"],
    ["standfirst"],
    ["image", "src"],
    ["image", "alt"],
    ["image", "credit"],
    ["topics", 1],
    ["topics", 7],
    ["seo", "title"],
    ["seo", "description"],
    ["corrections", 0, "text"],
    ["section"],
    ["section", "deeper"],
  ];
  const file = "articles/storm.md";
  const problems = paths.map((path): Problem => ({
    file,
    place: field(...path),
    message: path.join("."),
  }));
  const located = locateProblems(problems, folder.contentFolder);
  const places = located.map(({ message, at }) => `${at?.line}:${at?.column} ${message}`);
  expect(places.join("\n")).toMatchInlineSnapshot(`
    "1:1 section
    1:1 section.deeper
    3:11 headline
    4:11 kicker
    5:9 date
    6:13 standfirst
    9:1 image.credit
    10:10 image.src
    11:5 image.alt
    12:1 topics.7
    14:5 topics.1
    15:15 seo.title
    15:22 seo.description
    16:15 corrections.0.text"
  `);
});

test("problems come in order of file, line and column, the whole file first", async () => {
  await using folder = await contentFolder("-- articles/a.md --\nx\ny\n");
  const at = (file: string, line: number, column: number): Problem => ({
    file,
    place: { kind: "position", line, column },
    message: `${file} ${line}:${column}`,
  });
  const wrong = [at("b", 1, 1), at("articles/a.md", 2, 9), at("articles/a.md", 2, 1)];
  const located = locateProblems(
    [...wrong, { file: "articles/a.md", message: "whole" }, at("a", 12, 1)],
    folder.contentFolder,
  );
  expect(located.map(({ message }) => message)).toEqual([
    "a 12:1",
    "whole",
    "articles/a.md 2:1",
    "articles/a.md 2:9",
    "b 1:1",
  ]);
});
