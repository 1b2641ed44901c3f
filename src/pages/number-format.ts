// Whole numbers as a language writes them.

import { remember } from "./remember.ts";

/** By BCP 47 tag; without marks between thousands, since what we count are minutes and parts. */
export const numberFormatOf = remember(
  (language) => new Intl.NumberFormat(language, { useGrouping: false }),
);
