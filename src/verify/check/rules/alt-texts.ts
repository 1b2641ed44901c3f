// A description says what a picture shows, to those who do not see it. The caption says what one
// cannot see in it; whoever hears both should not hear the same twice.

import { quote } from "../../../problems/quote.ts";
import { figuresOn, type PageFigure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { attribute } from "../html-tree.ts";
import { pageRule } from "../rule.ts";

export const altTexts = pageRule(function* (page) {
  const { output } = page;
  for (const picture of page.all("img"))
    if (attribute(picture, "alt") === undefined)
      yield {
        weight: "fault",
        output,
        message: `The picture ${quote(attribute(picture, "src") ?? "")} on the page has no description (alt), not even an empty one.`,
        cure: "Look in layouts/ for the part that prints it.",
      };
  for (const figure of figuresOn(page)) if (isRepeated(figure)) yield repeated(figure, output);
});

function isRepeated({ alt = "", caption }: PageFigure): boolean {
  return alt !== "" && bare(alt) === bare(caption);
}

/** Without what nobody hears. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}]+/gu, " ")
    .trim();
}

function repeated({ caption, isLead }: PageFigure, output: string): Finding {
  return {
    weight: "advice",
    output,
    ...(isLead && { field: ["image", "alt"] }),
    message: `The description of a picture on the page is its caption over again: ${quote(caption)}.`,
    cure: "Describe what can be seen, for those who do not see it; the caption tells the rest.",
  };
}
