// `content/pages/<path>.md`: about, contact, policies. Its address is `/<path>/`.

import { z } from "zod";
import { line } from "./field-types.ts";

export const pageSchema = z.strictObject({
  /** The heading of the page. */
  title: line.meta({ example: "title: About this newspaper" }),
  /** One sentence for search engines and shared links. */
  description: line.optional(),
});

export type PageSpec = z.output<typeof pageSchema>;
