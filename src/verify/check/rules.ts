// Everything that `broadsheet check` looks for. One rule, one file, one line here.

import type { Rule } from "./rule.ts";
import { altTexts } from "./rules/alt-texts.ts";
import { credits } from "./rules/credits.ts";
import { dates } from "./rules/dates.ts";
import { deadLinks } from "./rules/dead-links.ts";
import { headings } from "./rules/headings.ts";
import { longWords } from "./rules/long-words.ts";
import { machineFiles } from "./rules/machine-files.ts";
import { rewrittenCorrections } from "./rules/rewritten-corrections.ts";
import { shareCards } from "./rules/share-cards.ts";
import { unmarkedChanges } from "./rules/unmarked-changes.ts";
import { weight } from "./rules/weight.ts";

/** In the order in which they speak. */
export const RULES: Readonly<Record<string, Rule>> = {
  "dead links": deadLinks,
  headings,
  "alt texts": altTexts,
  credits,
  "long words": longWords,
  "machine files": machineFiles,
  dates,
  "unmarked changes": unmarkedChanges,
  "rewritten corrections": rewrittenCorrections,
  "share cards": shareCards,
  weight,
};
