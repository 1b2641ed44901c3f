// The pictures of a story with their words: a figure, its description for those who do not see it, its
// caption and its credit. The layouts mark the last two by classes; those of your own do the same.

import { attribute, type Element, elementsIn, hasClass, wordsIn } from "./html-tree.ts";
import type { PublishedPage } from "./published-page.ts";

export interface PageFigure {
  readonly src: string;
  /** Undefined where there is none; "" where it is empty. */
  readonly alt: string | undefined;
  readonly caption: string;
  readonly credit: string;
  /** The picture at the head of the story. */
  readonly isLead: boolean;
}

/** Figures without a picture in them are left out. */
export function figuresOn({ all }: PublishedPage): readonly PageFigure[] {
  return all("figure").flatMap((figure) => {
    const within = [...elementsIn(figure)];
    const picture = within.find(({ tagName }) => tagName === "img");
    if (!picture) return [];
    return {
      src: attribute(picture, "src") ?? "",
      alt: attribute(picture, "alt")?.trim(),
      caption: wordsOf(within, "figure-words"),
      credit: wordsOf(within, "figure-credit"),
      isLead: hasClass(figure, "figure-lead"),
    };
  });
}

function wordsOf(elements: readonly Element[], className: string): string {
  const found = elements.find((element) => hasClass(element, className));
  return found ? wordsIn(found, isLabel) : "";
}

/** Said to the ear only: "Picture:". */
function isLabel(element: Element): boolean {
  return hasClass(element, "unseen");
}
