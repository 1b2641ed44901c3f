// How a field is called in a sentence.

import type { FieldPath } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";

/** `“kind” of entry 2 of “corrections”`. */
export function labelOf(path: FieldPath): string {
  const above = path.slice(0, -1);
  const last = path.at(-1);
  const own = typeof last === "number" ? `entry ${last + 1}` : quote(last ?? "");
  return above.length === 0 ? own : `${own} of ${labelOf(above)}`;
}

/** The same at the beginning of a sentence. */
export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
