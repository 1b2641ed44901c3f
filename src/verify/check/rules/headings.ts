// Whoever hears a page finds the way by its headings: one h1, and no level left out below it.

import { quote } from "../../../problems/quote.ts";
import { type Element, wordsIn } from "../html-tree.ts";
import { pageRule } from "../rule.ts";

export const headings = pageRule(function* ({ all, output }) {
  const found = all("h1", "h2", "h3", "h4", "h5", "h6");
  const first = found.filter((heading) => levelOf(heading) === 1).length;
  if (first !== 1)
    yield { weight: "fault", output, message: `The page has ${first} main headlines (h1).`, cure };
  for (const [index, heading] of found.entries()) {
    const before = found[index - 1];
    if (before && levelOf(heading) > levelOf(before) + 1)
      yield { weight: "advice", output, message: leapMessage(before, heading), cure: LEAP_CURE };
  }
});

const cure = "It needs exactly one: look in layouts/ for this kind of page.";
const LEAP_CURE = "Write the lower heading with fewer “#”: levels follow one another.";

function levelOf({ tagName }: Element): number {
  return Number(tagName.slice(1));
}

function leapMessage(before: Element, heading: Element): string {
  const [from, to] = [before, heading].map((each) => `${quote(wordsIn(each))} (${each.tagName})`);
  return `On the page, ${to} follows ${from}: a level of heading is left out.`;
}
