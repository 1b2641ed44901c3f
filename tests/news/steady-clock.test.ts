// The quick way to read a date must never say anything but what the careful way says.

import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { steadyMoment } from "../../src/news/steady-clock.ts";

const ZONES = [
  "UTC",
  "Europe/London",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "Africa/Casablanca",
  "Africa/Monrovia",
  "Antarctica/Troll",
  "Asia/Gaza",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];

const minute = fc.date({
  min: new Date("1880-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("a date read the quick way is the one Temporal reads, in every zone and season", () => {
  let quick = 0;
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (date, zone) => {
      const wall = date.toISOString();
      const [day, time] = [wall.slice(0, 10), wall.slice(11, 16)];
      const moment = steadyMoment(day, time, zone);
      if (!moment) return;
      quick += 1;
      const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, {
        disambiguation: "reject",
      });
      expect(moment.instant).toBe(zoned.epochMilliseconds);
      expect(moment.iso).toBe(zoned.toString({ timeZoneName: "never", smallestUnit: "second" }));
    }),
    { numRuns: 3000 },
  );
  expect(quick).toBeGreaterThan(2000);
});

test.each(["2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10"])(
  "%s is left to the careful way",
  (day) => {
    expect(steadyMoment(day, "12:00", "UTC")).toBeUndefined();
  },
);

test("an hour that is skipped or repeated is left to the careful way", () => {
  expect(steadyMoment("2026-03-29", "01:30", "Europe/London")).toBeUndefined();
  expect(steadyMoment("2026-10-25", "01:30", "Europe/London")).toBeUndefined();
});

test("far from any change of the clocks the quick way is taken, to the second", () => {
  expect(steadyMoment("2026-03-08", "21:30:15", "UTC")?.iso).toBe("2026-03-08T21:30:15+00:00");
  expect(steadyMoment("2026-01-15", "09:00", "Europe/London")?.iso).toBe(
    "2026-01-15T09:00:00+00:00",
  );
});
