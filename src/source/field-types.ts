// The kinds of value that header fields share. Each refuses with a whole sentence and its cure; a
// field's `example` is what a writer is shown when it is missing or has the wrong form.

import * as z from "zod";
import { quote } from "../problems/quote.ts";
import { isVisible } from "./forbidden-characters.ts";
import { isLanguageTag, languageCure } from "./language-tag.ts";

/** What a refused value is told: `message` says what it is, `cure` what to write. */
export interface Refusal {
  readonly message: string;
  readonly cure: string;
}

/** A text that passes `test`, or is refused with the words made from it. */
export function textThat(test: (value: string) => boolean, refusal: (value: string) => Refusal) {
  return line.check((context) => {
    if (!isVisible(context.value) || test(context.value)) return;
    const { message, cure } = refusal(context.value);
    context.issues.push({ code: "custom", input: context.value, message, params: { cure } });
  });
}

/** What an empty text is told; `field-words.ts` knows whether the field may be left out instead. */
export const EMPTY = "is empty";

/** Text with at least one visible character. What is empty at its ends was never meant, in quotes or not. */
export const text = z.string().trim().refine(isVisible, { error: EMPTY });

/** Text on one line. */
export const line = text.refine((value) => !/[\n\r]/.test(value), {
  error: "runs over several lines.",
  params: {
    cure: "Write it on one line, however long, or put “>” after the colon to join the lines.",
  },
});

/** The name of a section, author or story in an address: letters, digits and single hyphens. */
export const slug = line;

/** A language as BCP 47 writes it. */
export const language = textThat(isLanguageTag, (value) => ({
  message: `is ${quote(value)}, which is not a language tag.`,
  cure: languageCure(value),
}));

/** The point every crop keeps, as fractions from the top left. */
export const focus = z
  .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
  .meta({ example: "focus: [0.5, 0.3]" });

/** A picture and the words it may not go without. */
export const pictureReference = z.strictObject({
  /** Relative to the file it stands in, or from `content/` with a leading slash. */
  src: line.meta({ example: "src: storm.jpg" }),
  /** What can be seen, for those who cannot see it. */
  alt: line.meta({ example: "alt: A tree lies across the tram lines" }),
  caption: line.optional(),
  /** Who made it and whose it is. */
  credit: line.meta({ example: "credit: Name / Agency" }),
});
