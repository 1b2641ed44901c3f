// What a rule of `broadsheet check` is. A rule looks at one page after the other, and may have a last
// word when it has seen them all; so no more than one page is ever in memory.

import type { Finding } from "./finding.ts";
import type { PublishedPage } from "./published-page.ts";
import type { PublishedPaper } from "./published-paper.ts";

/** Made anew for each check. */
export type Rule = (paper: PublishedPaper) => OpenRule;

export interface OpenRule {
  readonly look: (page: PublishedPage) => Iterable<Finding>;
  readonly close?: () => Iterable<Finding>;
}

/** A rule that needs to see no more than one page to know. */
export function pageRule(
  look: (page: PublishedPage, paper: PublishedPaper) => Iterable<Finding>,
): Rule {
  return (paper) => ({ look: (page) => look(page, paper) });
}
