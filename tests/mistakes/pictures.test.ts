// Pictures that are missing, damaged, dangerous or without the words they may not go without.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";
import { storyWith } from "../support/source-problems.ts";

/** One dark pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const STORM = new Map([["content/articles/storm.png", PNG]]);

/** A story whose text holds this paragraph. */
const textWith = (paragraph: string) =>
  storyWith("").replace("The wind rose at noon.", `The wind rose.\n\n${paragraph}\n\nIt fell.`);

test("a lead picture that is not there names the near miss", async () => {
  const archive = storyWith("image: { src: strom.png, alt: A tree, credit: Name / Agency }");
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:15 error: There is no picture “strom.png” (articles/strom.png).
      5 | image: { src: strom.png, alt: A tree, credit: Name / Agency }
        |               ^
      Did you mean “storm.png”?"
  `);
});

test("a lead picture in another folder is found by its name", async () => {
  const bytes = new Map([["content/images/2026/storm.png", PNG]]);
  const archive = storyWith("image: { src: storm.png, alt: A tree, credit: Name / Agency }");
  expect(await problems(archive, { bytes })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:15 error: There is no picture “storm.png” (articles/storm.png).
      5 | image: { src: storm.png, alt: A tree, credit: Name / Agency }
        |               ^
      Did you mean “../images/2026/storm.png”?"
  `);
});

test("a picture in the text that is not there names its line", async () => {
  const archive = textWith('![A tree](images/tree.jpg "The tree" credit="Name / Agency")');
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:1 error: There is no picture “images/tree.jpg” (articles/images/tree.jpg).
      9 | ![A tree](images/tree.jpg "The tree" credit="Name / Agency")
      Put the file beside this text, or under “images/” and write “/images/…”."
  `);
});

test("no credit, no publication", async () => {
  const archive = storyWith("image: { src: storm.png, alt: A tree }");
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “image” has no “credit”: no credit, no publication.
      5 | image: { src: storm.png, alt: A tree }
      Write, for example: credit: Name / Agency"
  `);
});

test("a picture without a description is refused", async () => {
  const archive = storyWith("image:\n  src: storm.png\n  credit: Name / Agency");
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:1 error: “image” has no “alt”.
      5 | image:
      Write, for example: alt: A tree lies across the tram lines"
  `);
});

test("a picture in the text needs description and credit too", async () => {
  expect(await problems(textWith("![](storm.png)"), { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:1 error: The picture “storm.png” has no description for those who cannot see it.
      9 | ![](storm.png)
      Say between the square brackets what can be seen: ![Two ministers shake hands](…).

    content/articles/storm.md:9:1 error: The picture “storm.png” has no credit.
      9 | ![](storm.png)
      Say who made it and whose it is, after the caption: ![What can be seen](photo.jpg "Caption" credit="Name / Agency")."
  `);
});

test("a damaged picture is refused", async () => {
  const bytes = new Map([["content/articles/storm.png", PNG.subarray(0, 50)]]);
  const archive = storyWith("image: { src: storm.png, alt: A tree, credit: Name / Agency }");
  expect(await problems(archive, { bytes })).toMatchInlineSnapshot(`
    "content/articles/storm.png error: This picture is damaged: it cannot be read to its end.
      Copy it again from where it came from, or open it in a picture editor and save it anew."
  `);
});

test("a picture named for another kind is refused", async () => {
  const bytes = new Map([["content/articles/storm.jpg", PNG]]);
  expect(await problems(storyWith(""), { bytes })).toMatchInlineSnapshot(`
    "content/articles/storm.jpg error: This file is named “.jpg”, but it is a picture of the kind “.png”.
      Rename it so that it ends in “.png”, and name it so in the story."
  `);
});

test("an SVG is refused", async () => {
  const archive = `${storyWith("")}-- content/images/map.svg --\n<svg xmlns="http://www.w3.org/2000/svg"/>\n`;
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/images/map.svg error: “map.svg” is an SVG, which can carry scripts.
      Export it as PNG or WebP."
  `);
});

test("a picture from another site is refused", async () => {
  const archive = textWith('![A tree](https://example.org/tree.jpg "The tree" credit="Name")');
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:1 error: The picture “https://example.org/tree.jpg” does not lie in the content folder.
      9 | ![A tree](https://example.org/tree.jpg "The tree" credit="Name")
      Save the picture beside the story and write its file name: a page loads nothing from elsewhere."
  `);
});

test("a lead picture from another site is refused", async () => {
  const archive = storyWith("image: { src: https://example.org/tree.jpg, alt: A tree, credit: B }");
  expect(await problems(archive)).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:15 error: The picture “https://example.org/tree.jpg” does not lie in the content folder.
      5 | image: { src: https://example.org/tree.jpg, alt: A tree, credit: B }
        |               ^
      Save the picture beside the story and write its file name: a page loads nothing from elsewhere."
  `);
});

test("a picture inside a list is refused", async () => {
  const archive = textWith('- ![A tree](storm.png "The tree" credit="Name / Agency")');
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:3 error: The picture “storm.png” does not stand alone.
      9 | - ![A tree](storm.png "The tree" credit="Name / Agency")
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes."
  `);
});

test("a picture in the middle of a sentence is refused", async () => {
  const archive = textWith('The tree ![A tree](storm.png credit="Name / Agency") fell.');
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:9:10 error: The picture “storm.png” does not stand alone.
      9 | The tree ![A tree](storm.png credit="Name / Agency") fell.
        |          ^
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes."
  `);
});

test("a focus point lies inside the picture", async () => {
  const archive = storyWith(
    "image: { src: storm.png, alt: A tree, credit: Name / Agency, focus: [0.5, 30] }",
  );
  expect(await problems(archive, { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:75 error: Entry 2 of “focus” of “image” is 30, more than 1.
      5 | image: { src: storm.png, alt: A tree, credit: Name / Agency, focus: [0.5, 30] }
        |                                                                           ^
      Write, for example: focus: [0.5, 0.3]"
  `);
});

test("a picture of another shape is told its fields", async () => {
  expect(await problems(storyWith("image: storm.png"), { bytes: STORM })).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:8 error: “image” is “storm.png”, not a group of fields.
      5 | image: storm.png
      Write, for example: image: { src: storm.jpg, alt: …, credit: … }"
  `);
});

test("a caption may say what the description says", async () => {
  const archive = storyWith(
    "image: { src: storm.png, alt: A tree, caption: A tree, credit: Name / Agency }",
  );
  expect(await problems(archive, { bytes: STORM })).toBe("");
});
