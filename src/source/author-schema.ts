// `content/authors/<slug>.md`: who signs. The text below the header is the biography.

import * as z from "zod";
import { focus, line, pictureReference } from "./field-types.ts";
import { emailAddress, fediverseAddress, webLink } from "./link-types.ts";

export const authorSchema = z.strictObject({
  /** As it is printed, and nothing but the name. */
  name: line.meta({ example: "name: Jane Doe" }),
  role: line.optional(),
  /** A desk or an agency is an organization. */
  kind: z.enum(["person", "organization"]).default("person"),
  email: emailAddress.optional(),
  /** `{ Mastodon: https://… }`: label and address. */
  links: z.record(line, webLink).optional().meta({ example: "links: { Mastodon: https://… }" }),
  /** Who they are on Mastodon and its like: `@jane@example.social`. Stands in the head of their stories. */
  fediverse: fediverseAddress.optional().meta({ example: "fediverse: @jane@example.social" }),
  image: pictureReference
    .extend({
      focus: focus.optional(),
    })
    .optional()
    .meta({ example: "image: { src: jane.jpg, alt: …, credit: … }" }),
  /** `true` names the author on the staff page, and shows their own page before a story names them. */
  listed: z.boolean().default(false),
});

export type AuthorSpec = z.output<typeof authorSchema>;
