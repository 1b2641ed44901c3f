// Dates as RSS wants them: RFC 822 with a year of four digits, in English whatever the paper's
// language. Read off the moment's own clock, so that they are the dates of every other output.

import type { Moment } from "../../news/newspaper.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Sun, 08 Mar 2026 21:30:00 -0400`, in the zone of the paper. */
export function rfc822({ iso }: Moment): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  const weekday = DAYS[new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  const offset = iso.slice(19).replace(":", "");
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${iso.slice(11, 19)} ${offset}`;
}
