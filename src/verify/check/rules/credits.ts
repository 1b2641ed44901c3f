// No credit, no publication: every picture of a story says whose it is, to readers and to machines.

import { quote } from "../../../problems/quote.ts";
import { figuresOn } from "../figures.ts";
import { objectsUnder, textUnder } from "../published-page.ts";
import { pageRule } from "../rule.ts";

export const credits = pageRule(function* (page) {
  const { output, story } = page;
  for (const { credit, src } of figuresOn(page))
    if (credit === "")
      yield {
        weight: "fault",
        output,
        message: `The picture ${quote(src)} on the page has no credit.`,
        cure: "Print it in layouts/parts/figure.tsx, in an element of the class “figure-credit”.",
      };
  const silent = objectsUnder(story, "image").filter((image) => !textUnder(image, "creditText"));
  if (silent.length > 0)
    yield {
      weight: "fault",
      output,
      message: "The page’s data for machines (JSON-LD) name a picture without its credit.",
      cure: "Write “creditText” into every picture: see src/pages/head/news-article.ts.",
    };
});
