// A text ready for the layouts: addresses in its links, figures between its paragraphs.

import type { Text } from "../news/newspaper.ts";
import { fillLinkSlots } from "../markdown/link-slots.ts";
import type { PrintedPart, PrintedText } from "./page.ts";
import { figureFor, type PageDesk } from "./page-desk.ts";
import { hrefTo, linkTo } from "./urls.ts";

export function printedText(text: Text, desk: PageDesk): PrintedText {
  const links = text.links.map((link) => linkTo(desk.paper.site, link, hrefTo));
  const pictures = text.pictures.values();
  return text.printable().parts.flatMap((part): readonly PrintedPart[] => {
    if (part.kind === "html") return [{ kind: "html", html: fillLinkSlots(part.html, links) }];
    const picture = pictures.next().value;
    return picture ? [{ kind: "figure", figure: figureFor(desk, picture, "text") }] : [];
  });
}

/** The first words of a text, for machines that want a description: whole words, then an ellipsis. */
export function openingOf({ printable }: Text, longest = 200): string {
  const text = printable().opening.replaceAll(/\s+/g, " ").trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,;:–—-]+$/, "")}…`;
}
