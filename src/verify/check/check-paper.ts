// Reads a published paper as a stranger would, page by page, and gives what every rule finds.

import type { Finding } from "./finding.ts";
import { readPublishedPage, type PublishedPage } from "./published-page.ts";
import type { PublishedPaper } from "./published-paper.ts";
import { RULES } from "./rules.ts";

/** A finding, and the name of the rule that made it. */
export interface NamedFinding extends Finding {
  readonly rule: string;
}

/** @param onPage is shown each page that readers read */
export function* checkPaper(
  paper: PublishedPaper,
  onPage: (page: PublishedPage) => void = () => {},
): Generator<NamedFinding> {
  const rules = Object.entries(RULES).map(([name, open]) => ({ name, ...open(paper) }));
  for (const output of paper.outputs) {
    if (!output.endsWith(".html")) continue;
    const page = readPublishedPage(output, paper.read(output));
    onPage(page);
    for (const { name, look } of rules) yield* named(name, look(page));
  }
  for (const { name, close } of rules) if (close) yield* named(name, close());
}

function* named(rule: string, findings: Iterable<Finding>): Generator<NamedFinding> {
  for (const finding of findings) yield { ...finding, rule };
}
