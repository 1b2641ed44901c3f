// One story in a list. Its headline is the link, all of it and nothing else: a box that is a link
// reads its whole contents to a screen reader, and cannot be selected.

import type { Teaser as TeaserData } from "../../src/pages/page.ts";
import { Kicker } from "./kicker.tsx";
import { Moment } from "./moment.tsx";
import { Picture } from "./picture.tsx";

export interface TeaserProps {
  readonly teaser: TeaserData;
  /** Heading level, so that the outline of the page has no gap. */
  readonly level: 2 | 3;
  /**
   * How much the story matters here, and so how it is set:
   * - lead: the front page's first story, larger than anything else;
   * - first: the newest of a section, topic or author;
   * - full: with its picture above it;
   * - brief: with its picture as a stamp beside it;
   * - small: without its picture, and on a phone its headline and time alone.
   */
  readonly weight: "lead" | "first" | "full" | "brief" | "small";
}

/** The source keeps the order of the ear; the style sheet puts the picture where the eye wants it. */
export function Teaser({ teaser, level, weight }: TeaserProps) {
  const { url, headline, kicker, standfirst, genre, image, published, preview } = teaser;
  const Heading = `h${level}` as const;
  const isSmall = weight === "small";
  return (
    <article class={`teaser teaser-${weight}`} lang={teaser.language} dir={teaser.direction}>
      <Kicker label={kicker} genre={genre} />
      <Heading class="teaser-headline">
        <a href={url}>{headline}</a>
      </Heading>
      {standfirst !== undefined && <p class="teaser-standfirst">{standfirst}</p>}
      <p class="teaser-time small">
        {preview === undefined ? (
          <Moment {...published} />
        ) : (
          <strong class="preview-mark">{preview}</strong>
        )}
      </p>
      {image && !isSmall && (
        <div class="teaser-picture">
          <Picture {...image} />
        </div>
      )}
    </article>
  );
}
