// `content/site.yaml`: the settings of the paper. Trusted, but checked like everything else.

import { z } from "zod";
import { line, slug } from "./field-types.ts";

export const siteSchema = z.strictObject({
  title: line,
  /** Where the paper lives: `https://news.example.org/`; a sub-path is fine. */
  url: line,
  /** BCP 47: `en`, `pt-BR`. */
  language: line,
  /** IANA: `Europe/London`. Every date without an offset is this zone's wall clock. */
  timezone: line,
  /** One sentence about the paper. */
  description: line.optional(),
  /** In the order of the navigation. */
  sections: z.array(z.strictObject({ slug, title: line })).min(1),
  /** Display names: `{ visa-free-travel: Visa-free travel }`. */
  topics: z.record(slug, line).default({}),
  publisher: z.strictObject({ name: line.optional(), logo: line.optional() }).optional(),
  /** Addresses of the paper's policies. */
  policies: z.record(z.string(), line).default({}),
  /** How addresses are built; also `:section`. */
  addresses: z
    .strictObject({ article: line.default("/:year/:month/:day/:slug/") })
    .default({ article: "/:year/:month/:day/:slug/" }),
  /** Optional outputs: search, twins, text. */
  outputs: z.array(z.enum(["search", "twins", "text"])).default(["search"]),
  /** The host that feed ids hang on; freeze it when the paper moves. Default: the host of `url`. */
  tag_authority: line.optional(),
});

export type SiteSpec = z.output<typeof siteSchema>;
