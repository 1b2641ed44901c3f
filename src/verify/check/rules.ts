// Everything that `broadsheet check` looks for. One rule, one file, one line here.

import type { Rule } from "./rule.ts";
import { altTexts } from "./rules/alt-texts.ts";
import { credits } from "./rules/credits.ts";
import { deadLinks } from "./rules/dead-links.ts";
import { headings } from "./rules/headings.ts";
import { longWords } from "./rules/long-words.ts";
import { shareCards } from "./rules/share-cards.ts";
import { weight } from "./rules/weight.ts";

/** In the order in which they speak. */
export const RULES: Readonly<Record<string, Rule>> = {
  "dead links": deadLinks,
  headings,
  "alt texts": altTexts,
  credits,
  "long words": longWords,
  "share cards": shareCards,
  weight,
};
