import { expect, test } from "vitest";
import { sourceProblems, storyWith } from "../support/source-problems.ts";

/** The reports on stories that each have these lines besides the required ones. */
async function reports(mistakes: readonly string[]): Promise<string> {
  const all = await Promise.all(mistakes.map((lines) => sourceProblems(storyWith(lines))));
  return all.map((report) => report.replaceAll("content/articles/storm.md:", "")).join("\n");
}

test("a field under another name is told its right one", async () => {
  const names =
    "tilte hedaline Headline title tags author draft permalink layout publishDate lastmod summary alt";
  const unknown = [
    ...names.split(" "),
    "eleventyComputed",
    "templateEngineOverride",
    "__proto__",
    "x",
  ];
  const lines = unknown.map((name) => `${name}: Budget: no`);
  expect(
    await reports([
      ...lines,
      "seo: { titel: Storm }",
      "image: { url: a.jpg, src: a.jpg, alt: A, credit: B }",
    ]),
  ).toMatchInlineSnapshot(`
    "5:1 error: “tilte” is not a field of a story.
      5 | tilte: Budget: no
      Write “headline” instead.
    5:1 error: “hedaline” is not a field of a story.
      5 | hedaline: Budget: no
      Did you mean “headline”?
    5:1 error: “Headline” is not a field of a story.
      5 | Headline: Budget: no
      Did you mean “headline”?
    5:1 error: “title” is not a field of a story.
      5 | title: Budget: no
      Write “headline” instead.
    5:1 error: “tags” is not a field of a story.
      5 | tags: Budget: no
      Write “topics” instead.
    5:1 error: “author” is not a field of a story.
      5 | author: Budget: no
      Write “authors” instead.
    5:1 error: “draft” is not a field of a story.
      5 | draft: Budget: no
      Write “status: draft” instead of “draft: true”, and nothing at all when the story is ready.
    5:1 error: “permalink” is not a field of a story.
      5 | permalink: Budget: no
      Write “slug” for the last part of the address; its folders come from “addresses” in site.yaml.
    5:1 error: “layout” is not a field of a story.
      5 | layout: Budget: no
      Every page of a kind looks the same; change the look in “layouts/”. Delete this field.
    5:1 error: “publishDate” is not a field of a story.
      5 | publishDate: Budget: no
      Write “date” instead.
    5:1 error: “lastmod” is not a field of a story.
      5 | lastmod: Budget: no
      Write “updated” instead.
    5:1 error: “summary” is not a field of a story.
      5 | summary: Budget: no
      Write “standfirst” instead.
    5:1 error: “alt” is not a field of a story.
      5 | alt: Budget: no
      Put it below “image”, indented by two spaces.
    5:1 error: “eleventyComputed” is not a field of a story.
      5 | eleventyComputed: Budget: no
      What a story says never steers the press. Delete this field.
    5:1 error: “templateEngineOverride” is not a field of a story.
      5 | templateEngineOverride: Budget: no
      What a story says never steers the press. Delete this field.
    5:1 error: The name “__proto__” means something to programs, so no field can have it.
      5 | __proto__: Budget: no
      Give it another name, or delete it.
    5:1 error: “x” is not a field of a story.
      5 | x: Budget: no
      Known fields: headline, date, section, updated, kicker, standfirst, authors, byline, dateline, topics, image, genre, sponsor, method, sources, license, status, corrections, slug, id, aliases, language, translation_of, series, related, seo, social, expires, noindex, syndicate.
    5:8 error: “titel” is not a field of “seo”.
      5 | seo: { titel: Storm }
        |        ^
      Did you mean “title”?
    5:10 error: “url” is not a field of “image”.
      5 | image: { url: a.jpg, src: a.jpg, alt: A, credit: B }
        |          ^
      Write “src” instead."
  `);
});

test("what stands under an unknown field is never read", async () => {
  const report = await reports(["tags: *x\n  - &y [[[\n- '\ntopics: [Rain]"]);
  expect(report).toBe(
    "5:1 error: “tags” is not a field of a story.\n  5 | tags: *x\n  Write “topics” instead.",
  );
});

test("every missing field is named", async () => {
  const empty = await sourceProblems("-- articles/storm.md --\n---\n---\nText\n");
  expect(
    `${empty}\n${await reports(["image:\n  src: storm.jpg", "corrections:\n  - kind: update"])}`,
  ).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The story has no “headline”.
      1 | ---
      Write, for example: headline: Budget: council says no
    content/articles/storm.md:1:1 error: The story has no “date”.
      1 | ---
      Write, for example: date: 2026-03-08 21:30
    content/articles/storm.md:1:1 error: The story has no “section”.
      1 | ---
      Write, for example: section: world
    5:1 error: “image” has no “alt”.
      5 | image:
      Write, for example: alt: A tree lies across the tram lines
    5:1 error: “image” has no “credit”: no credit, no publication.
      5 | image:
      Write, for example: credit: Name / Agency
    6:5 error: Entry 1 of “corrections” has no “date”.
      6 |   - kind: update
      Write, for example: date: 2019-06-02 09:00
    6:5 error: Entry 1 of “corrections” has no “text”.
      6 |   - kind: update
      Write, for example: text: An earlier version misspelled the name of the river."
  `);
});

test("a value of the wrong kind is shown the right form", async () => {
  const mistakes = [
    'noindex: "yes"',
    "noindex: yes",
    "topics: storm",
    "authors: [2026, true, null, ~]",
    "series: 2026-05-31 is text, but\nid: 1.50",
    "image: storm.jpg",
    "image:\n  src: a.jpg\n  alt: [A]\n  credit: ''\n  focus: [2, x]",
    "corrections: { date: 2026-03-09 }",
    "topics:\n  - Storm: the end",
    "seo: Storm",
    "kicker:",
    "genre: anlysis",
    "status: Draft",
    "language: jp",
    "standfirst: |\n  one\n  two",
  ];
  expect(await reports(mistakes)).toMatchInlineSnapshot(`
    "5:10 error: “noindex” is “yes”, neither true nor false.
      5 | noindex: "yes"
      Write noindex: true or noindex: false, without quotes.
    5:10 error: “noindex” is “yes”, neither true nor false.
      5 | noindex: yes
      Write noindex: true or noindex: false, without quotes.
    5:9 error: “topics” is “storm”, not a list.
      5 | topics: storm
      Write topics: [storm], or each entry on a line of its own after “- ”.
    5:11 error: Entry 1 of “authors” is “2026”, which is read as a number, not as text.
      5 | authors: [2026, true, null, ~]
        |           ^
      Put it in quotes: "2026"
    5:17 error: Entry 2 of “authors” is “true”, which is read as a yes-or-no value, not as text.
      5 | authors: [2026, true, null, ~]
        |                 ^
      Put it in quotes: "true"
    5:23 error: Entry 3 of “authors” is “null”, which is read as “nothing”.
      5 | authors: [2026, true, null, ~]
        |                       ^
      Put it in quotes: "null"
    5:29 error: Entry 4 of “authors” is “~”, which is read as “nothing”.
      5 | authors: [2026, true, null, ~]
        |                             ^
      Put it in quotes: "~"
    6:5 error: “id” is “1.50”, which is read as a number, not as text.
      6 | id: 1.50
      Put it in quotes: id: "1.50"
    5:8 error: “image” is “storm.jpg”, not a group of fields.
      5 | image: storm.jpg
      Write, for example: image: { src: storm.jpg, alt: …, credit: … }
    7:8 error: “alt” of “image” is a list, not a single text.
      7 |   alt: [A]
      If the colon or the brackets belong to the text, put the whole of it in quotes.
    8:11 error: “credit” of “image” is empty: no credit, no publication.
      8 |   credit: ''
      Write, for example: credit: Name / Agency
    9:11 error: Entry 1 of “focus” of “image” is 2, more than 1.
      9 |   focus: [2, x]
        |           ^
      Write, for example: focus: [0.5, 0.3]
    9:14 error: Entry 2 of “focus” of “image” is “x”, not a number.
      9 |   focus: [2, x]
        |              ^
      Write, for example: focus: [0.5, 0.3]
    5:14 error: “corrections” is a group of fields, not a list.
      5 | corrections: { date: 2026-03-09 }
      Write, for example: corrections: [{ date: 2019-06-02 09:00, kind: correction, text: … }]
    6:5 error: Entry 1 of “topics” is a group of fields, not a single text.
      6 |   - Storm: the end
      If the colon or the brackets belong to the text, put the whole of it in quotes.
    5:6 error: “seo” is “Storm”, not a group of fields.
      5 | seo: Storm
      Write, for example: seo: { title: … } It may also hold: description.
    5:1 error: “kicker” is empty.
      5 | kicker:
      Write a value after it, or delete it if it is not needed.
    5:8 error: “genre” is “anlysis”, which the press does not know.
      5 | genre: anlysis
      Did you mean “analysis”? It may be “news”, “analysis”, “opinion”, “review”, “explainer”, “obituary”, “sponsored” or “satire”.
    5:9 error: “status” is “Draft”, which the press does not know.
      5 | status: Draft
      Did you mean “draft”? It may be “published”, “draft”, “killed” or “withdrawn”.
    5:11 error: “language” is “jp”, which is not a language tag.
      5 | language: jp
      Did you mean “ja”?
    5:13 error: “standfirst” runs over several lines.
      5 | standfirst: |
      Write it on one line, however long, or put “>” after the colon to join the lines."
  `);
});

test("YAML that cannot be read is explained by its own line", async () => {
  const mistakes = [
    "image:\n  src: a.jpg\n  alt: A tree: fallen\n  credit: x",
    "image:\n  src: a.jpg\n  alt: A tree # fallen\n  credit: x",
    "series: 'It's over'",
    'series: "Yes," says mayor',
    "series: [Live] Storm",
    "series: @mayor resigns",
    'series: "never closed\nid: x',
    "topics: [Rain, Wind\nid: x",
    "topics: [Rain, , Wind]",
    "topics:\n- 'It's'",
    "series: Storm\n  more: rain",
    "series:Storm",
    "\tseries: Storm",
    "The wind rose.",
    "kicker: Weather\n  and more",
  ];
  expect(await reports(mistakes)).toMatchInlineSnapshot(`
    "7:8 error: The text of “alt” cannot be read as it stands.
      7 |   alt: A tree: fallen
      Put it in quotes: alt: "A tree: fallen"
    7:8 error: This text would end before “# fallen”: what follows “ #” counts as a comment.
      7 |   alt: A tree # fallen
      Put the text in quotes: "A tree # fallen". If it is a comment, give it a line of its own.
    5:9 error: The text of “series” cannot be read as it stands.
      5 | series: 'It's over'
      Put it in quotes: series: "'It's over'"
    5:9 error: The text of “series” cannot be read as it stands.
      5 | series: "Yes," says mayor
      Put it in quotes: series: '"Yes," says mayor'
    5:9 error: The text of “series” cannot be read as it stands.
      5 | series: [Live] Storm
      Put it in quotes: series: "[Live] Storm"
    5:9 error: The text of “series” cannot be read as it stands.
      5 | series: @mayor resigns
      Put it in quotes: series: "@mayor resigns"
    5:9 error: “series” opens with " and is never closed.
      5 | series: "never closed
      Put " at its end, or the whole text in quotes if the " belongs to it.
    5:9 error: “topics” opens with [ and is never closed.
      5 | topics: [Rain, Wind
      Put ] at its end, or the whole text in quotes if the [ belongs to it.
    5:9 error: The list has an empty entry: two commas follow each other.
      5 | topics: [Rain, , Wind]
      Write the entry, or delete one comma.
    6:7 error: This entry cannot be read as it stands.
      6 | - 'It's'
        |       ^
      Put it in quotes: - "'It's'"
    5:9 error: This field has a value, and the line below it is indented as if it belonged to it.
      5 | series: Storm
      Begin the next field below the first letter of this one, or join the two lines.
    5:1 error: There is no space after the colon.
      5 | series:Storm
      Write “name: value” with a space.
    5:1 error: This line is indented with a tab.
      5 | →series: Storm
      Indent with spaces: two for each level.
    5:1 error: This line is not a field.
      5 | The wind rose.
      Write “name: value”; the text of a story stands below the second “---”.
    6:1 error: “kicker” goes on below its line.
      6 |   and more
      Write it on one line, however long, or put “>” behind “kicker:” and the whole text below."
  `);
});
