// `content/site.yaml`: the settings of the paper. Trusted, but checked like everything else.

import * as z from "zod";
import { language, line, slug } from "./field-types.ts";
import { licence, pageOrLink, reportAddress } from "./link-types.ts";
import {
  articleAddress,
  host,
  sectionSlug,
  slugsDiffer,
  timezone,
  webAddress,
} from "./site-rules.ts";

export const siteSchema = z.strictObject({
  title: line.meta({ example: "title: The Broadsheet" }),
  /** Where the paper lives: `https://news.example.org/`; a sub-path is fine. */
  url: webAddress.meta({ example: "url: https://news.example.org/" }),
  /** BCP 47: `en`, `pt-BR`. */
  language: language.meta({ example: "language: en" }),
  /** IANA: `Europe/London`. Every date without an offset is this zone's wall clock. */
  timezone: timezone.meta({ example: "timezone: Europe/London" }),
  /** One sentence about the paper. */
  description: line.optional(),
  /** In the order of the navigation. */
  sections: z
    .array(
      z.strictObject({
        slug: sectionSlug.meta({ example: "slug: world" }),
        title: line.meta({ example: "title: World" }),
      }),
    )
    .min(1)
    .check(slugsDiffer)
    .meta({ example: "sections: [{ slug: world, title: World }]" }),
  /** Display names: `{ visa-free-travel: Visa-free travel }`. */
  topics: z
    .record(slug, line)
    .default({})
    .transform(withoutPrototype)
    .meta({ example: "topics: { visa-free-travel: Visa-free travel }" }),
  publisher: z.strictObject({ name: line.optional(), logo: line.optional() }).optional(),
  /** Addresses of the paper's policies. */
  policies: z.record(z.string(), pageOrLink).default({}).transform(withoutPrototype),
  /**
   * The terms under which what the paper prints may be used; at the foot of every page, in feeds and in
   * the data of its stories.
   */
  license: licence.optional(),
  corrections: z
    .strictObject({
      /**
       * Where readers report an error, `mailto:` or `https:`; each story then has a link that carries
       * its id and version.
       */
      report: reportAddress.meta({ example: "report: mailto:corrections@example.org" }),
    })
    .optional()
    .meta({ example: "corrections: { report: mailto:corrections@example.org }" }),
  /** How addresses are built; also `:section`. */
  addresses: z
    .strictObject({ article: articleAddress.default("/:year/:month/:day/:slug/") })
    .default({ article: "/:year/:month/:day/:slug/" }),
  /**
   * Optional outputs; none unless they are named, since each costs time and files. `search`: a page
   * that searches the paper; `twins`: each story beside its page as `index.json` (ninjs) and
   * `story.txt`; `text`: the paper below `/text/` without pictures, style sheet and script.
   */
  outputs: z
    .array(z.enum(["search", "twins", "text"]))
    .default([])
    .meta({ example: "outputs: [search, twins]" }),
  /** What stands at the paper's own address. `text`: the text edition, for disasters and poor lines. */
  home: z.enum(["paper", "text"]).default("paper").meta({ example: "home: text" }),
  /** The host that feed ids hang on; freeze it when the paper moves. Default: the host of `url`. */
  tag_authority: host.optional(),
});

export type SiteSpec = z.output<typeof siteSchema>;

/** So that looking up a topic called "constructor" finds nothing. */
function withoutPrototype(names: Record<string, string>): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, names);
}
