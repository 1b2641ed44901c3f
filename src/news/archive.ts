// The archive: every story by the day on which readers first could read it, on the paper's own
// clock. A period is a year, a month or a day: `2019`, `2019-05`, `2019-05-31`.

import type { Moment } from "./newspaper.ts";

/** `2019-05-31` → `/archive/2019/05/31/`; no period: the archive itself. */
export function archiveAddress(period = ""): string {
  return `/archive/${period === "" ? "" : `${period.replaceAll("-", "/")}/`}`;
}

/** The day a moment belongs to on the paper's clock: `2019-05-31`. */
export function dayOf({ iso }: Moment): string {
  return iso.slice(0, "2019-05-31".length);
}

/** The years, months and days of the archive, each once. */
export function periodsOf(days: Iterable<string>): ReadonlySet<string> {
  const periods = new Set<string>();
  for (const day of days) {
    for (const end of ["2019".length, "2019-05".length, day.length]) periods.add(day.slice(0, end));
  }
  return periods;
}
