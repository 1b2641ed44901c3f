// `content/pages/<path>.md`: about, contact, policies. Its address is `/<path>/`.

import { z } from "zod";
import { line } from "./field-types.ts";

export const pageSchema = z.strictObject({
  title: line,
  description: line.optional(),
});

export type PageSpec = z.output<typeof pageSchema>;
