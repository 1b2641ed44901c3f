// Old addresses, `aliases` in a header: whoever goes there is led on to where the story or page is
// now, in one step, however often it has moved.

import { field } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { addressMistake } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import type { Redirect } from "./newspaper.ts";

/** A file whose header may name old addresses. */
export interface Named {
  readonly file: string;
  readonly spec: { readonly aliases?: readonly string[] | undefined };
}

/** The old addresses a header names, oldest first, each once; what cannot be one is reported. */
export function readAliases({ file, spec }: Named, desk: Desk): readonly string[] {
  const sound = aliasesAsWritten(spec).filter((alias, index) => {
    const mistake = addressMistake(alias);
    if (mistake === undefined) return true;
    desk.report({
      file,
      place: field("aliases", index),
      message: `The old address ${quote(alias)} ${mistake}.`,
      cure: "Write it as it stands after the paper's own address, such as /2019/05/31/storm/.",
    });
    return false;
  });
  return [...new Set(sound)];
}

/** Each at its place in the header, in the one notation of Unicode that addresses have. */
export function aliasesAsWritten({ aliases = [] }: Named["spec"]): readonly string[] {
  return aliases.map((alias) => alias.normalize("NFC"));
}

/**
 * From every old address to the one that answers now.
 *
 * @param holds whether a file may have an address, or another has it
 */
export function redirectsTo(
  places: readonly {
    readonly file: string;
    readonly address: string;
    readonly aliases: readonly string[];
  }[],
  holds: (file: string, address: string) => boolean,
): readonly Redirect[] {
  return places.flatMap(({ file, address, aliases }) =>
    aliases.flatMap((from) => (holds(file, from) ? [{ from, to: address, file }] : [])),
  );
}
