// The newsroom clock: what a reporter writes as a date, read on the paper's own wall clock. A day
// that does not exist, a minute that summer time skips, a minute that happens twice and an offset
// that contradicts the zone are each refused: a silently moved hour is a wrong newspaper.

import { Temporal } from "temporal-polyfill";
import { quote } from "../problems/quote.ts";
import { dateCure } from "../source/date-notation.ts";
import type { Moment } from "./newspaper.ts";
import { steadyMoment } from "./steady-clock.ts";

/** A date as read, or what is wrong with it. */
export type ReadDate =
  | { readonly kind: "moment"; readonly moment: Moment }
  | { readonly kind: "mistake"; readonly message: string; readonly cure: string };

const NOTATION = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)( ?(?:Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * Reads a date in the forms of the content contract: `2026-03-08 21:30`, with seconds or a `T`,
 * `2026-03-08` for the start of that day, or ISO 8601 with `Z` or an offset.
 *
 * @param written the text as it stands in the header
 * @param zone IANA zone of the newspaper
 */
export function readDate(written: string, zone: string): ReadDate {
  const [, day, time, offset] = NOTATION.exec(written.trim()) ?? [];
  if (day === undefined) return notADate(written);
  const steady = offset === undefined ? steadyMoment(day, time ?? "00:00", zone) : undefined;
  if (steady) return { kind: "moment", moment: time ? steady : { ...steady, isDayOnly: true } };
  const date = parsed(() => Temporal.PlainDate.from(day, { overflow: "reject" }));
  if (!date) return noSuchDay(day);
  if (time === undefined) return onDay(date, zone);
  const clock = clockTime(time);
  if (!clock) return mistake(`There is no ${time} on a clock.`, "Write a time up to 23:59.");
  const wall = date.toPlainDateTime(clock);
  return offset === undefined ? onWallClock(wall, zone) : withOffset(wall, offset.trim(), zone);
}

/** The paper's own reading of an instant (milliseconds since 1970, UTC). */
export function momentAt(instant: number, zone: string): Moment {
  return toMoment(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone));
}

/**
 * A day without a time begins at midnight, or as soon after as the clocks allow: some zones skip or
 * repeat midnight itself, and readers are shown the day alone. Samoa has skipped a whole day.
 */
function onDay(date: Temporal.PlainDate, zone: string): ReadDate {
  const start = date.toZonedDateTime(zone);
  if (start.toPlainDate().equals(date)) {
    return { kind: "moment", moment: { ...toMoment(start), isDayOnly: true } };
  }
  return mistake(
    `${spokenDay(date.toString())} does not happen in ${zone}: the calendar skips it.`,
    `Did you mean ${start.toPlainDate().toString()}?`,
  );
}

/** Temporal takes the leap second 23:59:60 for 23:59:59; a newsroom never means it. */
function clockTime(time: string): Temporal.PlainTime | undefined {
  if (time.endsWith(":60")) return undefined;
  return parsed(() => Temporal.PlainTime.from(time, { overflow: "reject" }));
}

function onWallClock(wall: Temporal.PlainDateTime, zone: string): ReadDate {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return { kind: "moment", moment: toMoment(earlier) };
  return earlier.toPlainDateTime().equals(wall)
    ? happensTwice(wall, earlier, later)
    : isSkipped(wall, later);
}

function happensTwice(
  wall: Temporal.PlainDateTime,
  earlier: Temporal.ZonedDateTime,
  later: Temporal.ZonedDateTime,
): ReadDate {
  return mistake(
    `${minuteOf(wall)} happens twice on ${wall.toPlainDate().toString()} in ${earlier.timeZoneId}: the clocks go back.`,
    `Say which: ${isoText(earlier)} (the first) or ${isoText(later)} (the second).`,
  );
}

function isSkipped(wall: Temporal.PlainDateTime, later: Temporal.ZonedDateTime): ReadDate {
  return mistake(
    `${minuteOf(wall)} does not happen on ${wall.toPlainDate().toString()} in ${later.timeZoneId}: the clocks go forward.`,
    `Did you mean ${spaced(later.toPlainDateTime())}?`,
  );
}

/** An offset must be one that the paper's zone has at that time: so a slip of the hour shows. */
function withOffset(wall: Temporal.PlainDateTime, offset: string, zone: string): ReadDate {
  const instant = parsed(() => Temporal.Instant.from(`${wall.toString()}${offset}`));
  if (!instant) return mistake(`“${offset}” is not an offset from UTC.`, dateCure(""));
  if (offset === "Z") return { kind: "moment", moment: toMoment(instant.toZonedDateTimeISO(zone)) };
  const own = BOTH.map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation })).find(
    (zoned) => zoned.toPlainDateTime().equals(wall) && isoText(zoned).endsWith(offset),
  );
  if (own) return { kind: "moment", moment: toMoment(own) };
  return mistake(
    `The offset ${offset} contradicts the paper's own clock: in ${zone} it is another at that time.`,
    `Write ${spaced(wall)} for that time on the paper's clock, or ${instant.toString()} for that moment.`,
  );
}

/** A wall clock that shows a time twice shows it with two offsets. */
const BOTH = ["earlier", "later"] as const;

function toMoment(zoned: Temporal.ZonedDateTime): Moment {
  return { instant: zoned.epochMilliseconds, iso: isoText(zoned) };
}

/** With a numeric offset in whole minutes (RFC 3339): before 1900 some zones had odd seconds. */
function isoText(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

function minuteOf(wall: Temporal.PlainDateTime): string {
  return wall.toPlainTime().toString({ smallestUnit: "minute" });
}

/** `2026-03-08 21:30`, as a writer would type it. */
function spaced(wall: Temporal.PlainDateTime): string {
  const smallestUnit = wall.second === 0 ? "minute" : "second";
  return wall.toString({ smallestUnit }).replace("T", " ");
}

function notADate(written: string): ReadDate {
  return mistake(`${quote(written)} is not a date the press can read.`, dateCure(written));
}

function noSuchDay(day: string): ReadDate {
  const month = parsed(() => Temporal.PlainYearMonth.from(day.slice(0, 7)));
  if (!month) return mistake(`There is no month ${day.slice(5, 7)}.`, "Months are 01 to 12.");
  const name = spokenDay(day).replace(/^\d+ /, "");
  return mistake(`${spokenDay(day)} does not exist.`, `${name} has ${month.daysInMonth} days.`);
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** `8 March 2026` */
function spokenDay(day: string): string {
  const [year, month = 0, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function mistake(message: string, cure: string): ReadDate {
  return { kind: "mistake", message, cure };
}

/** Temporal throws a RangeError for what does not exist; here that is an answer. */
function parsed<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
