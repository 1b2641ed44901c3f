// A picture with its words: what it shows, and always whose it is.

import type { Figure as FigureData } from "../../src/pages/page.ts";
import { Picture } from "./picture.tsx";

export interface FigureProps {
  readonly figure: FigureData;
  /** "lead" stands above the text and may be wider than it. */
  readonly place: "lead" | "text";
  /** Before the credit, for the ear: "Picture:". */
  readonly creditLabel: string;
}

/** An upright picture is kept narrower, so that it never fills more than the screen. */
export function Figure({ figure, place, creditLabel }: FigureProps) {
  const { image, caption, credit } = figure;
  const shape = image.height > image.width ? " figure-tall" : "";
  return (
    <figure class={`figure figure-${place}${shape}`}>
      <div class="figure-picture">
        <Picture {...image} />
      </div>
      <figcaption class="figure-caption small">
        {caption !== undefined && <bdi class="figure-words">{caption}</bdi>}{" "}
        <span class="figure-credit">
          <span class="unseen">{creditLabel} </span>
          <bdi>{credit}</bdi>
        </span>
      </figcaption>
    </figure>
  );
}
