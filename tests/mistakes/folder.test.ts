// What lies in the content folder and should not, and texts that are not UTF-8.

import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

const STORY = storyWith("");

test("code is never run, wherever it lies", async () => {
  const archive = `
-- content/articles/storm.njk --
{{ 7*7 }}
-- content/articles/articles.11tydata.js --
export default {};
-- content/articles/articles.json --
{}
-- content/pages/about.html --
<p>Hello</p>
-- content/files/shell.php --
<?php phpinfo();
-- content/files/page.html --
<script>alert(1)</script>
${STORY}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/articles.11tydata.js error: “articles.11tydata.js” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content.

    content/articles/articles.json error: “articles.json” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content.

    content/articles/storm.njk error: “storm.njk” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content.

    content/files/page.html error: “page.html” could run in a reader's browser or on the server.
      “files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …

    content/files/shell.php error: “shell.php” could run in a reader's browser or on the server.
      “files/” is for documents, tables, sound and proof of ownership: pdf, csv, txt, mp3, …

    content/pages/about.html error: “about.html” is code or data for code, and nothing in the content is ever run.
      Write stories as “.md” files; templates belong in “layouts/”, outside the content."
  `);
});

test("a file that lies in the wrong place is told the right one", async () => {
  const archive = `
-- content/flood.md --
Flood
-- content/storys/flood.md --
Flood
-- content/articles/notes.docx --
Notes
-- content/authors/london/jane-doe.md --
---
name: Jane Doe
---
${STORY}`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/notes.docx error: “notes.docx” is not a Markdown file.
      Save the text as plain text with the ending “.md”; a document to be downloaded belongs in “files/”.

    content/authors/london/jane-doe.md error: Authors stand in “authors/” itself, not in a folder below it.
      Move the file up into “authors/”.

    content/flood.md error: “flood.md” lies outside every folder.
      Put a story in “articles/”, a page in “pages/”.

    content/storys error: The press does not know a folder “storys”, so nothing in it was read.
      The folders of a paper are articles, authors, pages, images, files."
  `);
});

test("a symbolic link is not followed", async () => {
  const before = (folder: string) => {
    symlinkSync("/etc/hostname", `${folder}/articles/secret.md`);
    symlinkSync("/etc", `${folder}/articles/etc`);
  };
  expect(await problems(STORY, { before })).toMatchInlineSnapshot(`
    "content/articles/etc error: This is a symbolic link; links are never followed, they could lead out of the content.
      Put the file or folder itself here.

    content/articles/secret.md error: This is a symbolic link; links are never followed, they could lead out of the content.
      Put the file or folder itself here."
  `);
});

test("a file with a second name elsewhere is refused", async () => {
  const before = (folder: string) => {
    writeFileSync(`${folder}/../elsewhere.txt`, "not the newsroom's");
    mkdirSync(`${folder}/files`);
    linkSync(`${folder}/../elsewhere.txt`, `${folder}/files/here.txt`);
  };
  expect(await problems(STORY, { before })).toMatchInlineSnapshot(`
    "content/files/here.txt error: This file has a second name elsewhere (a hard link), so it may belong to something else.
      Make it a file of its own: copy it, delete this one, and give the copy its name."
  `);
});

const TEXT = "---\nheadline: Caf\u00e9\ndate: 2026-03-08\nsection: world\n---\nThe wind rose.\n";

test("a story in UTF-16 is refused", async () => {
  const bytes = new Map([["content/articles/cafe.md", Buffer.from(`\ufeff${TEXT}`, "utf16le")]]);
  expect(await problems(STORY, { bytes })).toMatchInlineSnapshot(`
    "content/articles/cafe.md error: The file is written in UTF-16 (little-endian); the press reads UTF-8 only.
      Open it in your editor and save it again with the encoding UTF-8."
  `);
});

test("a story in Latin-1 is refused at its first strange byte", async () => {
  const bytes = new Map([["content/articles/cafe.md", Buffer.from(TEXT, "latin1")]]);
  expect(await problems(STORY, { bytes })).toMatchInlineSnapshot(`
    "content/articles/cafe.md:2:14 error: The file is not UTF-8: the byte at offset 17 (0xE9; in Latin-1 it would be “é”) cannot stand there.
      2 | headline: Caf�
        |              ^
      Open it in your editor and save it again with the encoding UTF-8."
  `);
});

test("a story as long as a library is refused", async () => {
  const bytes = new Map([["content/articles/long.md", Buffer.from(TEXT.padEnd(2 ** 20 + 1, "x"))]]);
  expect(await problems(STORY, { bytes })).toMatchInlineSnapshot(`
    "content/articles/long.md error: The file holds 1048578 bytes; the press reads a text of 1048576 at most.
      Split the text, or put long tables into a file under “files/” and link to it."
  `);
});

test("an empty file is no story", async () => {
  const bytes = new Map([["content/articles/empty.md", Buffer.alloc(0)]]);
  expect(await problems(STORY, { bytes })).toMatchInlineSnapshot(`
    "content/articles/empty.md:1:1 error: The file is empty.
      1 |
      Delete it, or begin it with a header: “---”, one field a line (“headline: …”), “---”."
  `);
});
