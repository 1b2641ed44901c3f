// What axe, the engine behind most accessibility checkers, finds on a page. Beyond its usual rules it
// is asked for WCAG 2.2 and for text contrast of 7 to 1, which is what the paper promises.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Each barrier as the name of the rule and the markup that breaks it. */
export async function barriers(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const axe = new AxeBuilder({ page }).options({
    runOnly: tags,
    rules: { "color-contrast-enhanced": { enabled: true } },
    resultTypes: ["violations"],
  });
  // The other mode opens a page of its own for what frames report; no page of ours has a frame.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
