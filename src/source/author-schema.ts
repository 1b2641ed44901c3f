// `content/authors/<slug>.md`: who signs. The text below the header is the biography.

import { z } from "zod";
import { line, pictureReference } from "./field-types.ts";

export const authorSchema = z.strictObject({
  name: line,
  role: line.optional(),
  /** A desk or an agency is an organization. */
  kind: z.enum(["person", "organization"]).default("person"),
  email: line.optional(),
  /** `{ Mastodon: https://… }`: label and address. */
  links: z.record(line, line).optional(),
  image: pictureReference
    .extend({
      focus: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
    })
    .optional(),
  /** `true` shows the author's page before a story names them. */
  listed: z.boolean().default(false),
});

export type AuthorSpec = z.output<typeof authorSchema>;
