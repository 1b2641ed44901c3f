// A moment, for the eye and for the machine.

import type { Time } from "../../src/pages/page.ts";

/** `<time>` with the paper's own words for it; both were made from one value. */
export function Moment({ datetime, text }: Time) {
  return <time datetime={datetime}>{text}</time>;
}
