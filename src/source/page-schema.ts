// `content/pages/<path>.md`: about, contact, policies. Its address is `/<path>/`.

import * as z from "zod";
import { line } from "./field-types.ts";

export const pageSchema = z.strictObject({
  /** The heading of the page. */
  title: line.meta({ example: "title: About this newspaper" }),
  /** One sentence for search engines and shared links. */
  description: line.optional(),
  /** `withdrawn` leaves a page that says so at the address, and nothing of this one. */
  status: z.enum(["published", "withdrawn"]).default("published"),
  /** Old addresses that must go on working, oldest first. */
  aliases: z.array(line).optional(),
});

export type PageSpec = z.output<typeof pageSchema>;
