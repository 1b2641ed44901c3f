// Which schema a file answers to: one line for each kind of file that is read as fields.

import type * as z from "zod";
import { type AuthorSpec, authorSchema } from "./author-schema.ts";
import {
  AUTHOR_FOREIGN,
  type ForeignFields,
  FRONT_FOREIGN,
  PAGE_FOREIGN,
  SITE_FOREIGN,
  STORY_FOREIGN,
} from "./foreign-fields.ts";
import { frontSchema, type FrontSpec } from "./front-schema.ts";
import { type PageSpec, pageSchema } from "./page-schema.ts";
import { siteSchema, type SiteSpec } from "./site-schema.ts";
import { storySchema, type StorySpec } from "./story-schema.ts";

/** What a kind of file may say. */
export interface Gate<Spec> {
  readonly schema: z.ZodType<Spec>;
  /** What the file holds, to begin a sentence with ("The story") and within one ("a story"). */
  readonly words: readonly [subject: string, kind: string];
  readonly foreign: ForeignFields;
  /**
   * What stands in for a field that is missing or wrong while the file is searched for its other
   * mistakes: every required one, and where a default would make a mistake of another field.
   */
  readonly substitutes: Readonly<Record<string, unknown>>;
}

/** The settings: a file of YAML and nothing else. */
export const SITE_GATE: Gate<SiteSpec> = {
  schema: siteSchema,
  words: ["The newspaper", "the settings"],
  foreign: SITE_FOREIGN,
  substitutes: {},
};
/** The choice for the front page, likewise. */
export const FRONT_GATE: Gate<FrontSpec> = {
  schema: frontSchema,
  words: ["The front page", "the front page"],
  foreign: FRONT_FOREIGN,
  substitutes: {},
};
/** Files with a header and a text. */
export const STORY_GATE: Gate<StorySpec> = {
  schema: storySchema,
  words: ["The story", "a story"],
  foreign: STORY_FOREIGN,
  substitutes: { headline: "–", date: "1000-01-01", section: "–", genre: "sponsored" },
};
export const AUTHOR_GATE: Gate<AuthorSpec> = {
  schema: authorSchema,
  words: ["The author", "an author"],
  foreign: AUTHOR_FOREIGN,
  substitutes: { name: "–" },
};
export const PAGE_GATE: Gate<PageSpec> = {
  schema: pageSchema,
  words: ["The page", "a page"],
  foreign: PAGE_FOREIGN,
  substitutes: { title: "–" },
};
