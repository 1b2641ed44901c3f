// The header of a story: every field a reporter may write, and nothing else. This file is the
// manual: the sentence above a field says what it means, the schema what it accepts. Values are
// never coerced. Dates stay text here; `news/newsroom-clock.ts` reads them in the paper's zone.

import * as z from "zod";
import { focus, language, line, pictureReference, slug, text } from "./field-types.ts";
import { licence, webPage } from "./link-types.ts";

/** A correction or note: `{ date: 2019-06-02 09:00, kind: correction, text: … }`. */
const correction = z.strictObject({
  /** When it was made; written like the story's own date. */
  date: text.meta({ example: "date: 2019-06-02 09:00" }),
  kind: z
    .enum(["correction", "clarification", "editors-note", "update"])
    .meta({ example: "kind: correction" }),
  /** What was wrong and what is right, in whole sentences. A blank line begins a new paragraph. */
  text: text.meta({ example: "text: An earlier version misspelled the name of the river." }),
});

/** The picture at the head of the story. No credit, no publication. */
const leadPicture = pictureReference.extend({
  /** The point every crop keeps, as fractions from the top left: `[0.5, 0.3]`. Default: the middle. */
  focus: focus.optional(),
  /** Licence as a URL or a name. */
  license: line.optional(),
  rights: z
    .strictObject({
      /** From this moment on the picture is no longer used. */
      expires: text.optional(),
      /** `false` keeps it out of feeds and share cards. */
      syndicate: z.boolean().optional(),
    })
    .optional(),
});

const PICTURE_EXAMPLE = "image: { src: storm.jpg, alt: …, credit: … }";
const CORRECTION_EXAMPLE = "corrections: [{ date: 2019-06-02 09:00, kind: correction, text: … }]";

export const storySchema = z.strictObject({
  /** Plain text. Taken as written after the colon; no quoting needed. */
  headline: line.meta({ example: "headline: Budget: council says no" }),
  /** First publication, on the paper's wall clock: `2026-03-08 21:30`. */
  date: text.meta({ example: "date: 2026-03-08 21:30" }),
  /** A slug of `sections` in `site.yaml`. */
  section: slug.meta({ example: "section: world" }),
  /** The last substantial change; not before `date`, not in the future. */
  updated: text.optional(),
  /** Eyebrow above the headline. Default: the section's title. */
  kicker: line.optional(),
  /** One or two sentences below the headline. */
  standfirst: line.optional(),
  /** Slugs of `content/authors/*.md`. */
  authors: z.array(slug).optional().meta({ example: "authors: [jane-doe]" }),
  /** Free text that replaces the display of `authors`. */
  byline: line.optional(),
  /** Where it was reported: `TOKYO`. */
  dateline: line.optional(),
  /** Names or slugs. Each has a list and feeds of its own, so that one header must not make thousands. */
  topics: z.array(line).max(50).optional().meta({ example: "topics: [Elections, Tram]" }),
  image: leadPicture.optional().meta({ example: PICTURE_EXAMPLE }),
  genre: z
    .enum(["news", "analysis", "opinion", "review", "explainer", "obituary", "sponsored", "satire"])
    .default("news"),
  /** Who paid for a story of the genre `sponsored`; readers see it above the text. */
  sponsor: z
    .strictObject({
      name: line.meta({ example: "name: Harbour Bank" }),
      /** Where the sponsor is on the web. */
      url: webPage.optional(),
    })
    .optional()
    .meta({ example: "sponsor: { name: Harbour Bank, url: https://… }" }),
  /** How the newsroom found out; below the text as “How we reported this”, in paragraphs as above. */
  method: text.optional().meta({ example: "method: We read all 400 pages of the report." }),
  /** What the story rests on and a reader may check; below the text. */
  sources: z
    .array(
      z.strictObject({
        title: line.meta({ example: "title: Report on the sea wall, 2026" }),
        url: webPage.optional(),
      }),
    )
    .optional()
    .meta({ example: "sources: [{ title: Report on the sea wall, url: https://… }]" }),
  /** The terms of this story, where they are not those of the paper. */
  license: licence.optional(),
  /** `killed` leaves a dated notice, `withdrawn` nothing of the story at all. */
  status: z.enum(["published", "draft", "killed", "withdrawn"]).default("published"),
  corrections: z.array(correction).optional().meta({ example: CORRECTION_EXAMPLE }),
  /** The last part of the address. Default: the file's name. */
  slug: slug.optional(),
  /** Identity that never changes. Default: the story's oldest address. */
  id: line.optional(),
  /** Old addresses that must go on working, oldest first. */
  aliases: z.array(line).max(100).optional(),
  /** BCP 47. Default: the paper's language. */
  language: language.optional(),
  /** The `id` of the story this translates. */
  translation_of: line.optional(),
  /** The name of the series that the story is a part of; parts stand in order of date. */
  series: line.optional(),
  /** Ids of stories chosen by hand. */
  related: z.array(line).optional(),
  /** Other words for search engines. */
  seo: z.strictObject({ title: line.optional(), description: line.optional() }).optional(),
  /** Other words, and another picture, for social networks. */
  social: z
    .strictObject({
      title: line.optional(),
      description: line.optional(),
      image: line.optional(),
    })
    .optional(),
  /** The story leaves the site at this moment. */
  expires: text.optional(),
  /** `true` keeps it out of search engines. */
  noindex: z.boolean().default(false),
  /** `false` keeps it out of feeds. */
  syndicate: z.boolean().default(true),
});

/** A story's header as accepted by the gate. */
export type StorySpec = z.output<typeof storySchema>;

/**
 * One-line fields whose text is taken as written after the first colon: those that hold words, and an
 * author's address, since no value in YAML may begin with `@`.
 */
export const VERBATIM_FIELDS = [
  "headline",
  "standfirst",
  "kicker",
  "byline",
  "dateline",
  "fediverse",
] as const;

/** Fields that hold a writer's words: an unquoted one followed by a comment would lose its end. */
export const PROSE_FIELDS =
  "alt caption credit description method name role series text title topics".split(" ");
