// Nearly every date of an archive lies far from any change of its zone's clocks. There the offset
// from UTC is a constant, and reading a wall clock is an addition; only what lies near a change needs
// the care (and the time) of `newsroom-clock.ts`.

import { Temporal } from "temporal-polyfill";
import type { Moment } from "./newspaper.ts";

/** A time between two changes of a zone's clocks, in milliseconds since 1970 (UTC). */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What is added to UTC, in milliseconds. */
  readonly offset: number;
  /** The same as it is written: `+05:30`; undefined for odd seconds (before 1900), which no date can carry. */
  readonly written: string | undefined;
}

const MINUTE = 60_000;
/** No change of clocks has ever moved them further: Samoa skipped one day in 2011. */
const FARTHEST_CHANGE = 2 * 24 * 60 * MINUTE;

/**
 * The moment of a wall clock reading far from any change of the clocks; undefined near one, and for
 * a day or time that does not exist.
 *
 * @param day `2026-03-08`
 * @param time `21:30` or `21:30:15`
 */
export function steadyMoment(day: string, time: string, zone: string): Moment | undefined {
  const clock = time.length === 5 ? `${time}:00` : time;
  const asUtc = Date.parse(`${day}T${clock}Z`);
  // Some days that do not exist are read as the next month's first: the way back tells.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString() !== `${day}T${clock}.000Z`) {
    return undefined;
  }
  const stretch = stretchAround(asUtc, zone);
  const instant = asUtc - stretch.offset;
  const isSteady =
    instant > stretch.from + FARTHEST_CHANGE && instant < stretch.to - FARTHEST_CHANGE;
  if (!isSteady || stretch.written === undefined) return undefined;
  return { instant, iso: `${day}T${clock}${stretch.written}` };
}

const stretches = new Map<string, Stretch[]>();

function stretchAround(instant: number, zone: string): Stretch {
  const known = stretches.get(zone) ?? [];
  stretches.set(zone, known);
  const found = known.find(({ from, to }) => from <= instant && instant < to);
  if (found) return found;
  const stretch = measureStretch(instant, zone);
  known.push(stretch);
  return stretch;
}

function measureStretch(instant: number, zone: string): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const isWhole = here.offsetNanoseconds % (MINUTE * 1e6) === 0;
  const next = here.getTimeZoneTransition("next");
  // The transition at or before this instant: the last one before the next millisecond.
  const last = here.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  return {
    from: last?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1e6,
    written: isWhole ? here.offset : undefined,
  };
}
