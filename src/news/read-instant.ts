// A moment given from outside the newsroom (`--now`), where no paper's clock is known yet.

import { Temporal } from "temporal-polyfill";

/**
 * Milliseconds since 1970 (UTC) for `2019-05-31T13:00:00Z` or the same with an offset; undefined for
 * anything else: without a zone a time is no moment.
 */
export function readInstant(written: string): number | undefined {
  try {
    return Temporal.Instant.from(written).epochMilliseconds;
  } catch {
    return undefined;
  }
}
