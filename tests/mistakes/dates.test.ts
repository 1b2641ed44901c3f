// Dates that no calendar has, no clock shows, or that contradict one another. The whole table of
// notations is tested in `tests/news/newsroom-clock.test.ts`; here stand the words a writer meets.

import { expect, test } from "vitest";
import { problems } from "../support/site.ts";

/** A story of a paper in New York with these lines about time. */
function dated(lines: string): string {
  return `
-- content/site.yaml --
title: The Broadsheet
url: https://news.example.org/
language: en
timezone: America/New_York
sections: [{ slug: world, title: World }]
-- content/articles/storm.md --
---
headline: Storm
section: world
${lines}
---
The wind rose at noon.
`;
}

test("30 February does not exist", async () => {
  expect(await problems(dated("date: 2026-02-30 09:00"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: 30 February 2026 does not exist.
      4 | date: 2026-02-30 09:00
      February 2026 has 28 days."
  `);
});

test("there is no 25:00 on a clock", async () => {
  expect(await problems(dated("date: 2026-03-08 25:00"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: There is no 25:00 on a clock.
      4 | date: 2026-03-08 25:00
      Write a time up to 23:59."
  `);
});

test("a minute that summer time skips is no time", async () => {
  expect(await problems(dated("date: 2026-03-08 02:30"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: 02:30 does not happen on 2026-03-08 in America/New_York: the clocks go forward.
      4 | date: 2026-03-08 02:30
      Did you mean 2026-03-08 03:30?"
  `);
});

test("a minute that happens twice must say which", async () => {
  expect(await problems(dated("date: 2025-11-02 01:30"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: 01:30 happens twice on 2025-11-02 in America/New_York: the clocks go back.
      4 | date: 2025-11-02 01:30
      Say which: 2025-11-02T01:30:00-04:00 (the first) or 2025-11-02T01:30:00-05:00 (the second)."
  `);
});

test("an offset that contradicts the paper's own clock is refused", async () => {
  expect(await problems(dated("date: 2026-03-08T21:30:00+01:00"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: The offset +01:00 contradicts the paper's own clock: in America/New_York it is another at that time.
      4 | date: 2026-03-08T21:30:00+01:00
      Write 2026-03-08 21:30 for that time on the paper's clock, or 2026-03-08T20:30:00Z for that moment."
  `);
});

test("a date in words is told the right form", async () => {
  expect(await problems(dated("date: 8 March 2026"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: “8 March 2026” is not a date the press can read.
      4 | date: 8 March 2026
      Did you mean “2026-03-08”?"
  `);
});

test("a date with slashes may be March or August, so it is refused", async () => {
  expect(await problems(dated("date: 08/03/2026"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: “08/03/2026” is not a date the press can read.
      4 | date: 08/03/2026
      Did you mean “2026-03-08” or “2026-08-03”?"
  `);
});

test("a date without hyphens is told the right form", async () => {
  expect(await problems(dated("date: 20260308"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: “date” is “20260308”, which is not a date.
      4 | date: 20260308
      Did you mean “2026-03-08”?"
  `);
});

test("a year is not a date", async () => {
  expect(await problems(dated("date: 2026"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: “date” is “2026”, which is not a date.
      4 | date: 2026
      Write it as 2026-03-08 21:30, or 2026-03-08 alone."
  `);
});

test("an hour without its zero is told the right form", async () => {
  expect(await problems(dated("date: 2026-03-08 9:30"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: “2026-03-08 9:30” is not a date the press can read.
      4 | date: 2026-03-08 9:30
      Did you mean “2026-03-08 09:30”?"
  `);
});

test("a story without a date is refused", async () => {
  expect(await problems(dated("kicker: Weather"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:1:1 error: The story has no “date”.
      1 | ---
      Write, for example: date: 2026-03-08 21:30"
  `);
});

test("a story cannot be updated before it was published", async () => {
  expect(await problems(dated("date: 2026-03-08 21:30\nupdated: 2026-03-08 20:00")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The story says it was updated (2026-03-08 20:00) before it was published (2026-03-08 21:30).
      5 | updated: 2026-03-08 20:00
      Correct one of the two dates."
  `);
});

test("a day alone begins at midnight, which may be before the story", async () => {
  const lines = `date: 2026-03-08 21:30
updated: 2026-03-08
corrections: [{ date: 2026-03-08, kind: correction, text: The river was misspelt. }]`;
  expect(await problems(dated(lines))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The story says it was updated (2026-03-08) before it was published (2026-03-08 21:30).
      5 | updated: 2026-03-08
      Write the time too: without one it is the beginning of that day.

    content/articles/storm.md:6:23 error: A correction cannot be older than the story it corrects.
      6 | corrections: [{ date: 2026-03-08, kind: correction, text: The river was misspelt. }]
        |                       ^
      Write the time too: without one it is the beginning of that day."
  `);
});

test("a story cannot have been updated in the future", async () => {
  expect(await problems(dated("date: 2026-03-08 21:30\nupdated: 2026-07-01")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The story says it was updated at a time still to come (2026-07-01).
      5 | updated: 2026-07-01
      Write the time of the change itself."
  `);
});

test("a story cannot expire before it is published", async () => {
  expect(await problems(dated("date: 2026-03-08 21:30\nexpires: 2026-03-01")))
    .toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: The story would expire (2026-03-01) before it is published (2026-03-08 21:30).
      5 | expires: 2026-03-01
      Correct one of the two dates."
  `);
});

test("a correction is neither older than its story nor dated in the future", async () => {
  const lines = `date: 2026-03-08 21:30
corrections:
  - { date: 2026-03-01, kind: correction, text: The river was misspelt. }
  - { date: 2026-12-01, kind: update, text: The storm has a name. }`;
  expect(await problems(dated(lines))).toMatchInlineSnapshot(`
    "content/articles/storm.md:6:13 error: A correction cannot be older than the story it corrects.
      6 |   - { date: 2026-03-01, kind: correction, text: The river was misspelt. }
        |             ^
      Write the date on which it was made.

    content/articles/storm.md:7:13 error: A correction cannot be dated in the future.
      7 |   - { date: 2026-12-01, kind: update, text: The storm has a name. }
        |             ^
      Write the date on which it was made."
  `);
});

test("every date of a story is read, not only the first", async () => {
  const lines = `date: 2026-03-08 21:30
updated: yesterday
expires: 2026-11-31
image:
  src: storm.jpg
  alt: A tree across the tram lines
  credit: Name / Agency
  rights: { expires: 2027-13-01 }
corrections:
  - { date: 2026-03-09 24:10, kind: correction, text: The river was misspelt. }`;
  expect(await problems(dated(lines))).toMatchInlineSnapshot(`
    "content/articles/storm.md:5:10 error: “yesterday” is not a date the press can read.
      5 | updated: yesterday
      Write it as 2026-03-08 21:30, or 2026-03-08 alone.

    content/articles/storm.md:6:10 error: 31 November 2026 does not exist.
      6 | expires: 2026-11-31
      November 2026 has 30 days.

    content/articles/storm.md:8:8 error: There is no picture “storm.jpg” (articles/storm.jpg).
      8 |   src: storm.jpg
      Put the file beside this text, or under “images/” and write “/images/…”.

    content/articles/storm.md:11:22 error: There is no month 13.
      11 |   rights: { expires: 2027-13-01 }
         |                      ^
      Months are 01 to 12.

    content/articles/storm.md:13:13 error: There is no 24:10 on a clock.
      13 |   - { date: 2026-03-09 24:10, kind: correction, text: The river was misspelt. }
         |             ^
      Write a time up to 23:59."
  `);
});

test("a draft's dates are read as well", async () => {
  expect(await problems(dated("date: 2026-02-29\nstatus: draft"))).toMatchInlineSnapshot(`
    "content/articles/storm.md:4:7 error: 29 February 2026 does not exist.
      4 | date: 2026-02-29
      February 2026 has 28 days."
  `);
});
