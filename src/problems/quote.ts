// A writer's own words inside a message: in curly quotes, and never so long that they hide it.

const LONGEST = 60;

/** The value in “curly quotes”, cut after sixty characters. */
export function quote(value: string): string {
  const characters = Array.from(value.slice(0, LONGEST * 2));
  const isLong = characters.length > LONGEST || value.length > LONGEST * 2;
  return isLong ? `“${characters.slice(0, LONGEST - 1).join("")}…”` : `“${value}”`;
}

/** `“a”, “b” or “c”`. */
export function quoteAll(values: readonly string[]): string {
  const quoted = values.map(quote);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}
