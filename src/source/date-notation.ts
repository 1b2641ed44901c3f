// Dates in the notations of other desks and machines, and what each would be here. None is read:
// 08/03/2026 is March in London and August in Boston. But the cure can show both.

import { quoteAll } from "../problems/quote.ts";

/** Fields that hold a date; YAML takes an unquoted 20260308 for a number. */
export const DATE_FIELDS: readonly string[] = ["date", "updated", "expires", "from"];

/** What to write instead of `written`, which is no date in the press's own notation. */
export function dateCure(written: string): string {
  const meant = written.length > LONGEST ? [] : readings(written.trim());
  return meant.length === 0 ? FORMS : `Did you mean ${quoteAll([...new Set(meant)])}?`;
}

const FORMS = "Write it as 2026-03-08 21:30, or 2026-03-08 alone.";

/** No date is longer; a longer text is not worth the search. */
const LONGEST = 60;

/** `9:30`, `9.30 pm`, `21:30:00.000Z` behind a day. */
const TIME =
  /^(.*?\d)(?:,? +(?:at +)?|T)(\d{1,2})[:.](\d{2})(:\d{2})?(?:\.\d+)? *([ap]\.?m\.?)? *(Z|[+-]\d{2}:?\d{2})?$/i;

function readings(written: string): readonly string[] {
  const [, day = written, hour, minute = "", seconds = "", half, offset = ""] =
    TIME.exec(written) ?? [];
  const days = readingsOfDay(day.replace(/^[a-z]+day,? +/i, ""));
  if (hour === undefined) return days;
  const hours = String(hourOfDay(Number(hour), half)).padStart(2, "0");
  if (Number(hours) > 23 || Number(minute) > 59) return [];
  const zone = offset.toUpperCase().replace(/^(...)(\d\d)$/, "$1:$2");
  const clock = `${hours}:${minute}${zone === "" ? "" : seconds || ":00"}${zone}`;
  return days.map((iso) => `${iso}${zone === "" ? " " : "T"}${clock}`);
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

type Order = readonly [year: number, month: number, day: number];

/** Each notation with the places of year, month and day in it. */
const NOTATIONS: readonly (readonly [RegExp, Order])[] = [
  [/^(\d{4})(\d{2})(\d{2})$/, [1, 2, 3]],
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, [1, 2, 3]],
  [/^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})$/, [3, 2, 1]],
  [/^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})$/, [3, 1, 2]],
  [/^(\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?([a-z]{3})[a-z]*\.?,?[- ](\d{4})$/i, [3, 2, 1]],
  [/^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, [3, 1, 2]],
];

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function readingsOfDay(written: string): readonly string[] {
  return NOTATIONS.flatMap(([notation, order]) => {
    const found = notation.exec(written);
    if (!found) return [];
    const [year = "", month = "", day = ""] = order.map((place) => found[place] ?? "");
    const named = MONTHS.indexOf(month.toLowerCase()) + 1;
    return isoDay(Number(year), named || Number(month), Number(day));
  });
}

/** The day as ISO 8601 writes it, if there is such a day. */
function isoDay(year: number, month: number, day: number): readonly string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? [date.toISOString().slice(0, 10)] : [];
}
