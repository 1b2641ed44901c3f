// The kinds of value that header fields share.

import { z } from "zod";

/** Text with at least one visible character. */
export const text = z.string().refine((value) => value.trim() !== "", { error: "empty" });

/** Text on one line. */
export const line = text.refine((value) => !/[\n\r]/.test(value.trim()), { error: "one-line" });

/** The name of a section, author or story in an address: letters, digits and single hyphens. */
export const slug = line;

/** A picture and the words it may not go without. */
export const pictureReference = z.strictObject({
  /** Relative to the file it stands in, or from `content/` with a leading slash. */
  src: line,
  /** What can be seen, for those who cannot see it. */
  alt: line,
  caption: line.optional(),
  /** Who made it and whose it is. */
  credit: line,
});
