import { expect, test } from "vitest";
import { readText } from "../../src/markdown/read-text.ts";

/** The problems of a text that begins on line 10 of its file, as a report would show them. */
function report(markdown: string): string {
  const { problems } = readText(markdown, { language: "en", file: "a.md", firstLine: 10 });
  return problems
    .map(({ place, message, cure }) => {
      const at = place?.kind === "position" ? `${place.line}:${place.column}` : "?";
      return `${at} ${message}\n  ${cure}`;
    })
    .join("\n");
}

test("a link of a forbidden kind", () => {
  expect(
    report("Words [one](javascript:alert(1)),\n[two](JAVASCRIPT&colon;x), <ftp://example.org>"),
  ).toMatchInlineSnapshot(`
    "10:7 The link to “javascript:alert(1)” is of a kind that is not allowed.
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.
    11:1 The link to “JAVASCRIPT:x” is of a kind that is not allowed.
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.
    11:28 The link to “ftp://example.org” is of a kind that is not allowed.
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site."
  `);
});

test("a link that is not complete", () => {
  expect(
    report("[a]() [b](www.example.org) [c](//example.org/x) [d](desk@example.org) [e](https:/x)"),
  ).toMatchInlineSnapshot(`
    "10:1 This link has no address.
      Write it as [words](address).
    10:7 The link to “www.example.org” lacks its beginning.
      Did you mean “https://www.example.org”?
    10:28 The link to “//example.org/x” lacks its beginning.
      Did you mean “https://example.org/x”?
    10:49 The link to “desk@example.org” lacks its beginning.
      Did you mean “mailto:desk@example.org”?
    10:71 The link to “https:/x” is not a complete address.
      Write it as https://example.org/page."
  `);
});

test("a link without words", () => {
  expect(report("Words and\n[](/about/)")).toMatchInlineSnapshot(`
    "11:1 The link to “/about/” has no words.
      Write between the square brackets what the reader will find there: [words](address)."
  `);
});

test("a link with a character that cannot be seen", () => {
  expect(report("[a](https://exam\u200Bple.org) [b](<java&#10;script:x>)")).toMatchInlineSnapshot(`
    "10:1 The link to “https://exam​ple.org” contains a character that cannot be seen.
      Type the address again, or copy it percent-encoded from the browser.
    10:27 The link to “java
    script:x” contains a character that cannot be seen.
      Type the address again, or copy it percent-encoded from the browser."
  `);
});

test("a picture without credit, description, or both", () => {
  expect(
    report('![A dog](dog.jpg "Caption")\n\n![ ](cat.jpg credit="Ann")\n\n![](cow.jpg credit="")'),
  ).toMatchInlineSnapshot(`
    "10:1 The picture “dog.jpg” has no credit.
      Say who made it and whose it is, after the caption: ![What can be seen](photo.jpg "Caption" credit="Name / Agency").
    12:1 The picture “cat.jpg” has no description for those who cannot see it.
      Say between the square brackets what can be seen: ![Two ministers shake hands](…).
    14:1 The picture “cow.jpg” has no description for those who cannot see it.
      Say between the square brackets what can be seen: ![Two ministers shake hands](…).
    14:1 The picture “cow.jpg” has no credit.
      Say who made it and whose it is, after the caption: ![What can be seen](photo.jpg "Caption" credit="Name / Agency")."
  `);
});

test("a picture from elsewhere", () => {
  expect(
    report(
      '![A](https://example.org/a.jpg credit="X")\n\n![B](data:image/png;base64,AA credit="X")',
    ),
  ).toMatchInlineSnapshot(`
    "10:1 The picture “https://example.org/a.jpg” does not lie in the content folder.
      Save the picture beside the story and write its file name: a page loads nothing from elsewhere.
    12:1 The picture “data:image/png;base64,AA” does not lie in the content folder.
      Save the picture beside the story and write its file name: a page loads nothing from elsewhere."
  `);
});

test("a picture with a slip in its credit", () => {
  expect(report('![A](a.jpg "C" credits="X")\n\n![B](b.jpg credit="X" width="3")'))
    .toMatchInlineSnapshot(`
    "10:1 “credits” is not something the picture “a.jpg” can say about itself.
      Did you mean “credit”?
    12:1 “width” is not something the picture “b.jpg” can say about itself.
      Write it as ![What can be seen](photo.jpg "Caption" credit="Name / Agency")."
  `);
});

test("a picture that does not stand alone", () => {
  expect(
    report(
      'See ![A](a.jpg credit="X").\n\n- ![B](b.jpg credit="X")\n\n# ![C](c.jpg credit="X")\n\n[![D](d.jpg credit="X")](/d/)',
    ),
  ).toMatchInlineSnapshot(`
    "10:5 The picture “a.jpg” does not stand alone.
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes.
    12:3 The picture “b.jpg” does not stand alone.
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes.
    14:3 The picture “c.jpg” does not stand alone.
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes.
    16:2 The picture “d.jpg” does not stand alone.
      Give it a paragraph of its own, with an empty line before and after it, outside lists, quotations and boxes."
  `);
});

test("a picture that cannot be read", () => {
  expect(report('![A](my photo.jpg credit=“X”)\n\n![B](b.jpg credit=X)\n\n![C](c.jpg "One" "Two")'))
    .toMatchInlineSnapshot(`
    "10:1 This picture is not written in a way that can be read.
      Write it as ![What can be seen](photo.jpg "Caption" credit="Name / Agency"), with straight quotes; a file name with spaces stands between < and >.
    12:1 This picture is not written in a way that can be read.
      Write it as ![What can be seen](photo.jpg "Caption" credit="Name / Agency"), with straight quotes; a file name with spaces stands between < and >.
    14:1 This picture is not written in a way that can be read.
      Write it as ![What can be seen](photo.jpg "Caption" credit="Name / Agency"), with straight quotes; a file name with spaces stands between < and >."
  `);
});

test("a box that nobody knows", () => {
  expect(report("::: factbx\nWords.\n:::\n\n::: timeline\nWords.\n:::")).toMatchInlineSnapshot(`
    "10:1 There is no box called “factbx”.
      Did you mean “factbox”?
    14:1 There is no box called “timeline”.
      A box is one of “pullquote”, “factbox” or “embed”."
  `);
});

test("a box without an end, an end without a box", () => {
  expect(report("::: factbox One\nWords.\n\n::: pullquote\nMore words.\n:::\n\n:::\n\nLast."))
    .toMatchInlineSnapshot(`
    "10:1 The box “::: factbox One” has no end.
      A box begins with a line such as “::: factbox Title” and ends with a line “:::”.
    17:1 This “:::” ends no box.
      A box begins with a line such as “::: factbox Title” and ends with a line “:::”."
  `);
});

test("a box where none can stand", () => {
  expect(report("- item\n- ::: factbox\n\n> ::: pullquote\n> Words.\n> :::"))
    .toMatchInlineSnapshot(`
      "11:3 A box cannot stand inside a list, a quotation, a footnote or another box.
        Move the “:::” lines to the start of a line, outside of all other marks.
      13:3 A box cannot stand inside a list, a quotation, a footnote or another box.
        Move the “:::” lines to the start of a line, outside of all other marks.
      15:3 A box cannot stand inside a list, a quotation, a footnote or another box.
        Move the “:::” lines to the start of a line, outside of all other marks."
    `);
});

test("an embed of nothing, without words or of this paper, and a pull quote with a title", () => {
  expect(
    report(
      "::: embed\nA film.\n:::\n\n::: embed https://example.org/film\n\n:::\n\n::: embed /about/ Us\nA page.\n:::\n\n::: embed javascript:film() Film\nA film.\n:::\n\n::: pullquote Title\nWords.\n:::",
    ),
  ).toMatchInlineSnapshot(`
    "10:1 An embed leads to a page of another site, and this one names none.
      Write its address after the word: ::: embed https://example.org/film The film
    14:1 This embed says nothing of what is to be seen there.
      Tell it on the lines below, for readers who do not go there: who says or shows what.
    18:1 An embed leads to a page of another site, and this one names none.
      Write its address after the word: ::: embed https://example.org/film The film
    22:1 The link to “javascript:film()” is of a kind that is not allowed.
      A link begins with https:, http:, mailto: or tel:, or leads to a story (../05/storm.md) or page (/about/) of this site.
    26:1 A pull quote has no title, but this one says “Title”.
      Write the words on the next line, and who said them on the last: — Name."
  `);
});

test("footnotes without a mark, marks without a footnote", () => {
  expect(report("One[^1], [two[^2]](/about/).\n\n[^2]: Two.\n[^3]: Three.\n[^2]: Two again."))
    .toMatchInlineSnapshot(`
      "10:4 There is no footnote for the mark “[^1]”.
        Add a line “[^1]: the note” to the end of the text.
      10:18 The link to “/about/” cannot be read.
        Write it as [words](address), without links or footnotes among the words; an address with spaces stands between < and >.
      13:1 This footnote would not be printed, because nothing refers to it or there is another “[^3]”.
        Put the mark “[^3]” where the note belongs, give the note another name, or take it out.
      14:1 This footnote would not be printed, because nothing refers to it or there is another “[^2]”.
        Put the mark “[^2]” where the note belongs, give the note another name, or take it out."
    `);
});

test("a footnote that begins in another of the same name", () => {
  expect(report("Text[^1].\n\n[^1]: [^1]: Twice.")).toMatchInlineSnapshot(`
    "10:1 This footnote would not be printed, because nothing refers to it or there is another “[^1]”.
      Put the mark “[^1]” where the note belongs, give the note another name, or take it out."
  `);
});

test("lines that Markdown takes for definitions and would not print", () => {
  expect(report("[Laughter]: loud\n\nSee [this][x].\n\n[x]: /about/\n[X]: /contact/"))
    .toMatchInlineSnapshot(`
    "10:1 The line “[Laughter]: loud” would not be printed: it defines a link that nothing uses.
      Take the line out; or, if it is meant as text, write \\[ instead of [.
    15:1 The line “[X]: /contact/” would not be printed: it defines a link that nothing uses.
      Take the line out; or, if it is meant as text, write \\[ instead of [."
  `);
});

test("a table row with more cells than columns", () => {
  expect(report("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | |")).toMatchInlineSnapshot(`
    "12:11 This row has more cells than the table has columns, so “3” would not be printed.
      Give the table another column, or write \\| for a stroke that is part of the text."
  `);
});

test("text too deep to be read", () => {
  expect(report(`Words.\n\n${">".repeat(120)} lost`)).toMatchInlineSnapshot(`
    "12:1 Lists or quotations lie too deep within each other here.
      Take some of the > or list marks off."
  `);
  expect(report(`${"- ".repeat(60)} lost`)).not.toBe("");
});
