// Everything that `broadsheet check` looks for. One rule, one file, one line here.

import type { Rule } from "./rule.ts";
import { deadLinks } from "./rules/dead-links.ts";
import { headings } from "./rules/headings.ts";

/** In the order in which they speak. */
export const RULES: Readonly<Record<string, Rule>> = {
  "dead links": deadLinks,
  headings,
};
