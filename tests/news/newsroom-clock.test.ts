// What a reporter writes as a date, in every zone and season.

import { assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { momentAt, readDate } from "../../src/news/newsroom-clock.ts";

/** The moment in the paper's zone; throws where the press would refuse. */
function read(written: string, zone: string) {
  const result = readDate(written, zone);
  if (result.kind !== "moment") throw new Error(`${result.message} ${result.cure}`);
  return result.moment;
}

/** What the press says instead; throws where it would accept. */
function refusal(written: string, zone: string): string {
  const result = readDate(written, zone);
  if (result.kind !== "mistake") throw new Error(`${written} was read as ${result.moment.iso}`);
  return `${result.message} ${result.cure}`;
}

test.each([
  ["2026-03-08 21:30", "America/New_York", "2026-03-08T21:30:00-04:00"],
  ["2026-03-08T21:30", "America/New_York", "2026-03-08T21:30:00-04:00"],
  ["2026-03-08 21:30:15", "America/New_York", "2026-03-08T21:30:15-04:00"],
  ["2026-03-08 01:59:59", "America/New_York", "2026-03-08T01:59:59-05:00"],
  ["2026-03-08 03:00", "America/New_York", "2026-03-08T03:00:00-04:00"],
  ["  2026-03-08 21:30 ", "UTC", "2026-03-08T21:30:00+00:00"],
  ["2026-03-08T21:30:00Z", "Asia/Kathmandu", "2026-03-09T03:15:00+05:45"],
  ["2026-03-08 21:30Z", "Asia/Tokyo", "2026-03-09T06:30:00+09:00"],
  ["2026-03-08T21:30:00+09:00", "Asia/Tokyo", "2026-03-08T21:30:00+09:00"],
  ["2026-03-08 21:30 +09:00", "Asia/Tokyo", "2026-03-08T21:30:00+09:00"],
  ["2026-07-01T12:00-02:30", "America/St_Johns", "2026-07-01T12:00:00-02:30"],
  // Liberia's clocks were 44 minutes and 30 seconds behind, which no offset can say to the second.
  ["1971-05-01 09:00", "Africa/Monrovia", "1971-05-01T09:00:00-00:45"],
  ["1971-05-01T09:00:00-00:45", "Africa/Monrovia", "1971-05-01T09:00:00-00:45"],
])("%s in %s is %s", (written, zone, iso) => {
  expect(read(written, zone).iso).toBe(iso);
  expect(read(written, zone).isDayOnly).toBeUndefined();
});

test.each([
  ["2026-03-08", "America/New_York", "2026-03-08T00:00:00-05:00"],
  ["2024-02-29", "UTC", "2024-02-29T00:00:00+00:00"],
  // Midnight is skipped here, and there it strikes twice; the day has one beginning all the same.
  ["2026-03-08", "America/Havana", "2026-03-08T01:00:00-04:00"],
  ["2025-11-02", "America/Havana", "2025-11-02T00:00:00-04:00"],
])("the day %s in %s begins at %s, and readers are shown no hour", (written, zone, iso) => {
  expect(read(written, zone)).toMatchObject({ iso, isDayOnly: true });
});

/** Zone, a minute that summer time skips, a minute that it repeats. */
const TURNS = [
  ["Europe/London", "2026-03-29 01:30", "2026-10-25 01:30"],
  ["Europe/Dublin", "2026-03-29 01:30", "2026-10-25 01:30"],
  ["America/New_York", "2026-03-08 02:30", "2025-11-02 01:30"],
  ["America/Havana", "2026-03-08 00:30", "2025-11-02 00:30"],
  ["Australia/Lord_Howe", "2025-10-05 02:15", "2026-04-05 01:45"],
  ["Pacific/Chatham", "2025-09-28 03:00", "2026-04-05 03:00"],
  ["Antarctica/Troll", "2026-03-29 02:30", "2026-10-25 02:30"],
  ["Africa/Casablanca", "2024-04-14 02:30", "2024-03-10 02:30"],
] as const;

test("a minute that summer time skips is refused, in every zone", () => {
  const refusals = TURNS.map(([zone, skipped]) => refusal(skipped, zone));
  expect(refusals.join("\n")).toMatchInlineSnapshot(`
    "01:30 does not happen on 2026-03-29 in Europe/London: the clocks go forward. Did you mean 2026-03-29 02:30?
    01:30 does not happen on 2026-03-29 in Europe/Dublin: the clocks go forward. Did you mean 2026-03-29 02:30?
    02:30 does not happen on 2026-03-08 in America/New_York: the clocks go forward. Did you mean 2026-03-08 03:30?
    00:30 does not happen on 2026-03-08 in America/Havana: the clocks go forward. Did you mean 2026-03-08 01:30?
    02:15 does not happen on 2025-10-05 in Australia/Lord_Howe: the clocks go forward. Did you mean 2025-10-05 02:45?
    03:00 does not happen on 2025-09-28 in Pacific/Chatham: the clocks go forward. Did you mean 2025-09-28 04:00?
    02:30 does not happen on 2026-03-29 in Antarctica/Troll: the clocks go forward. Did you mean 2026-03-29 04:30?
    02:30 does not happen on 2024-04-14 in Africa/Casablanca: the clocks go forward. Did you mean 2024-04-14 03:30?"
  `);
});

test("a minute that happens twice is refused, in every zone, and both readings are offered", () => {
  const refusals = TURNS.map(([zone, , twice]) => refusal(twice, zone));
  expect(refusals.join("\n")).toMatchInlineSnapshot(`
    "01:30 happens twice on 2026-10-25 in Europe/London: the clocks go back. Say which: 2026-10-25T01:30:00+01:00 (the first) or 2026-10-25T01:30:00+00:00 (the second).
    01:30 happens twice on 2026-10-25 in Europe/Dublin: the clocks go back. Say which: 2026-10-25T01:30:00+01:00 (the first) or 2026-10-25T01:30:00+00:00 (the second).
    01:30 happens twice on 2025-11-02 in America/New_York: the clocks go back. Say which: 2025-11-02T01:30:00-04:00 (the first) or 2025-11-02T01:30:00-05:00 (the second).
    00:30 happens twice on 2025-11-02 in America/Havana: the clocks go back. Say which: 2025-11-02T00:30:00-04:00 (the first) or 2025-11-02T00:30:00-05:00 (the second).
    01:45 happens twice on 2026-04-05 in Australia/Lord_Howe: the clocks go back. Say which: 2026-04-05T01:45:00+11:00 (the first) or 2026-04-05T01:45:00+10:30 (the second).
    03:00 happens twice on 2026-04-05 in Pacific/Chatham: the clocks go back. Say which: 2026-04-05T03:00:00+13:45 (the first) or 2026-04-05T03:00:00+12:45 (the second).
    02:30 happens twice on 2026-10-25 in Antarctica/Troll: the clocks go back. Say which: 2026-10-25T02:30:00+02:00 (the first) or 2026-10-25T02:30:00+00:00 (the second).
    02:30 happens twice on 2024-03-10 in Africa/Casablanca: the clocks go back. Say which: 2024-03-10T02:30:00+01:00 (the first) or 2024-03-10T02:30:00+00:00 (the second)."
  `);
});

test.each(TURNS)(
  "in %s the refused minutes have neighbours, and their cures are read",
  (zone, skipped, twice) => {
    const meant = /mean ([\d-]+ [\d:]+)/.exec(refusal(skipped, zone))?.[1] ?? "";
    expect(read(meant, zone).iso.slice(0, 10)).toBe(skipped.slice(0, 10));
    const [first = "", second = ""] = refusal(twice, zone).match(/\d{4}-[\d:+T-]+(?= \()/g) ?? [];
    expect(read(first, zone).instant).toBeLessThan(read(second, zone).instant);
    for (const one of [first, second]) expect(read(one, zone).iso).toBe(one);
  },
);

test("a day that a zone has skipped does not happen there", () => {
  expect(
    [refusal("2011-12-30", "Pacific/Apia"), refusal("2011-12-30 12:00", "Pacific/Apia")].join("\n"),
  ).toMatchInlineSnapshot(`
    "30 December 2011 does not happen in Pacific/Apia: the calendar skips it. Did you mean 2011-12-31?
    12:00 does not happen on 2011-12-30 in Pacific/Apia: the clocks go forward. Did you mean 2011-12-31 12:00?"
  `);
  expect(read("2011-12-30", "Pacific/Auckland").iso).toBe("2011-12-30T00:00:00+13:00");
});

test.each([
  ["2026-03-08T21:30:00-05:00", "America/New_York"],
  ["2026-03-08T02:30:00-05:00", "America/New_York"],
  ["2026-01-01T00:00:00+01:00", "Europe/London"],
  ["2026-03-08T21:30:00-00:00", "UTC"],
  ["2026-11-01T01:30:00-06:00", "America/New_York"],
])("the offset of %s contradicts %s", (written, zone) => {
  expect(refusal(written, zone)).toMatch(/^The offset [+-]\d\d:\d\d contradicts/);
});

test("an offset that is none, or not the paper's own, is told apart and mended", () => {
  const refusals = ["2026-03-08T21:30:00+25:00", "2026-03-08T21:30:15-05:00"].map((written) =>
    refusal(written, "America/New_York"),
  );
  expect(refusals.join("\n")).toMatchInlineSnapshot(`
    "“+25:00” is not an offset from UTC. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    The offset -05:00 contradicts the paper's own clock: in America/New_York it is another at that time. Write 2026-03-08 21:30:15 for that time on the paper's clock, or 2026-03-09T02:30:15Z for that moment."
  `);
});

test("what the calendar does not have is named, and what it has instead", () => {
  const days = ["2026-02-30", "2024-02-30", "2026-04-31", "2026-01-00", "2026-13-01", "2026-00-10"];
  expect(days.map((day) => refusal(day, "UTC")).join("\n")).toMatchInlineSnapshot(`
    "30 February 2026 does not exist. February 2026 has 28 days.
    30 February 2024 does not exist. February 2024 has 29 days.
    31 April 2026 does not exist. April 2026 has 30 days.
    0 January 2026 does not exist. January 2026 has 31 days.
    There is no month 13. Months are 01 to 12.
    There is no month 00. Months are 01 to 12."
  `);
});

// 6 years × months 0 to 13 × days 0 to 32: 2,772 combinations.
test("exactly the days of the calendar are read", () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const wrong: string[] = [];
  let real = 0;
  for (let year = 2023; year <= 2028; year++) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const leapDay = year % 4 === 0 && month === 2 ? 1 : 0;
        const isReal = day >= 1 && day <= (lengths[month - 1] ?? 0) + leapDay;
        const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const result = readDate(`${iso} 12:00`, "Europe/London");
        const isRead = result.kind === "moment" && result.moment.iso.startsWith(`${iso}T12:00:00`);
        if (isRead !== isReal) wrong.push(iso);
        if (isReal) real++;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(real).toBe(4 * 365 + 2 * 366);
});

const OTHER_NOTATIONS = `
8 March 2026
8th of March 2026, 21:30
March 8, 2026
Mar. 8, 2026 at 9:30 pm
Sunday, 8 March 2026
08/03/2026
8/3/2026 9:30
13/03/2026
03/13/2026
8.3.2026
8. 3. 2026
08-03-2026
2026/03/08
2026.03.08 21.30
2026-3-8
20260308
20260308T213000Z
2026-03-08 9:30
2026-03-08 9:30 PM
2026-03-08T21:30:00.000Z
2026-03-08T21:30:00+0900
2026-03-08 21:30 CET
2026-03-08 24:00
2026-03-08 21:60
2026-03-08 23:59:60
2026-03-08 21
2026-W10-7
2026-067
1772998200
12026-03-08
8 mars 2026
2026年3月8日
tomorrow at noon
`;

test("other notations are refused, and the right form shown", () => {
  const refusals = OTHER_NOTATIONS.trim()
    .split("\n")
    .map((written) => refusal(written, "Asia/Tokyo"));
  expect(refusals.join("\n")).toMatchInlineSnapshot(`
    "“8 March 2026” is not a date the press can read. Did you mean “2026-03-08”?
    “8th of March 2026, 21:30” is not a date the press can read. Did you mean “2026-03-08 21:30”?
    “March 8, 2026” is not a date the press can read. Did you mean “2026-03-08”?
    “Mar. 8, 2026 at 9:30 pm” is not a date the press can read. Did you mean “2026-03-08 21:30”?
    “Sunday, 8 March 2026” is not a date the press can read. Did you mean “2026-03-08”?
    “08/03/2026” is not a date the press can read. Did you mean “2026-03-08” or “2026-08-03”?
    “8/3/2026 9:30” is not a date the press can read. Did you mean “2026-03-08 09:30” or “2026-08-03 09:30”?
    “13/03/2026” is not a date the press can read. Did you mean “2026-03-13”?
    “03/13/2026” is not a date the press can read. Did you mean “2026-03-13”?
    “8.3.2026” is not a date the press can read. Did you mean “2026-03-08” or “2026-08-03”?
    “8. 3. 2026” is not a date the press can read. Did you mean “2026-03-08” or “2026-08-03”?
    “08-03-2026” is not a date the press can read. Did you mean “2026-03-08” or “2026-08-03”?
    “2026/03/08” is not a date the press can read. Did you mean “2026-03-08”?
    “2026.03.08 21.30” is not a date the press can read. Did you mean “2026-03-08 21:30”?
    “2026-3-8” is not a date the press can read. Did you mean “2026-03-08”?
    “20260308” is not a date the press can read. Did you mean “2026-03-08”?
    “20260308T213000Z” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “2026-03-08 9:30” is not a date the press can read. Did you mean “2026-03-08 09:30”?
    “2026-03-08 9:30 PM” is not a date the press can read. Did you mean “2026-03-08 21:30”?
    “2026-03-08T21:30:00.000Z” is not a date the press can read. Did you mean “2026-03-08T21:30:00Z”?
    “2026-03-08T21:30:00+0900” is not a date the press can read. Did you mean “2026-03-08T21:30:00+09:00”?
    “2026-03-08 21:30 CET” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    There is no 24:00 on a clock. Write a time up to 23:59.
    There is no 21:60 on a clock. Write a time up to 23:59.
    There is no 23:59:60 on a clock. Write a time up to 23:59.
    “2026-03-08 21” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “2026-W10-7” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “2026-067” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “1772998200” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “12026-03-08” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “8 mars 2026” is not a date the press can read. Did you mean “2026-03-08”?
    “2026年3月8日” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone.
    “tomorrow at noon” is not a date the press can read. Write it as 2026-03-08 21:30, or 2026-03-08 alone."
  `);
});

test("what a cure proposes is read", () => {
  for (const written of OTHER_NOTATIONS.trim().split("\n")) {
    const [, proposals = ""] = /Did you mean (.*)\?/.exec(refusal(written, "Asia/Tokyo")) ?? [];
    for (const [, proposal = ""] of proposals.matchAll(/“(.*?)”/g)) {
      expect(readDate(proposal, "Asia/Tokyo").kind).toBe("moment");
    }
  }
});

const ZONES = constantFrom(
  ...TURNS.map(([zone]) => zone),
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Africa/Monrovia",
  "America/St_Johns",
  "Pacific/Kiritimati",
  "UTC",
);
/** Minutes since 1970, from 1900 to 2100. */
const MINUTES = integer({ min: -36_817_920, max: 68_374_080 });

test("a moment printed in its zone is itself when it is read again", () => {
  assert(
    property(ZONES, MINUTES, (zone, minutes) => {
      const moment = momentAt(minutes * 60_000, zone);
      expect(read(moment.iso, zone).iso).toBe(moment.iso);
    }),
    { numRuns: 1000 },
  );
});

test("a wall clock read and printed is itself, unless it happens twice", () => {
  assert(
    property(ZONES, MINUTES, (zone, minutes) => {
      const wall = momentAt(minutes * 60_000, zone).iso.slice(0, 19);
      const result = readDate(wall, zone);
      const printed = result.kind === "moment" ? result.moment.iso.slice(0, 19) : result.message;
      expect([wall, `${wall.slice(11, 16)} happens twice`]).toContain(
        printed.replace(/ twice .*/, " twice"),
      );
    }),
    { numRuns: 1000 },
  );
});

test("no text makes the clock wait or stumble", () => {
  for (const text of [
    "",
    " ",
    "-",
    "9".repeat(60_000),
    "1 ".repeat(30_000),
    "March ".repeat(9_000),
  ]) {
    expect(refusal(text, "UTC")).toContain("Write it as 2026-03-08 21:30");
  }
});
