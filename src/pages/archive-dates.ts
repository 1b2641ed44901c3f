// Years, months and days as the archive names them, in the paper's language. Addresses count by the
// Gregorian calendar, and so do these names, whatever calendar a language would choose.

import { localeOf } from "./dates.ts";
import { remember } from "./remember.ts";

const FORMS = {
  /** "2019", "2019年". */
  year: { year: "numeric" },
  /** "May". */
  month: { month: "long" },
  /** "May 2019". */
  monthOfYear: { month: "long", year: "numeric" },
  /** "31". */
  day: { day: "numeric" },
  /** "31 May 2019". */
  wholeDay: { day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** @param period `2019`, `2019-05` or `2019-05-31` */
export function periodName(period: string, form: keyof typeof FORMS, language: string): string {
  // A calendar day is no moment: it is read and written on one and the same clock.
  return formatFor(`${form} ${language}`).format(Date.parse(period));
}

const formatFor = remember((key) => {
  const [form = "", language = ""] = key.split(" ");
  const options = FORMS[form as keyof typeof FORMS];
  return new Intl.DateTimeFormat(localeOf(language), {
    ...options,
    calendar: "gregory",
    timeZone: "UTC",
  });
});
