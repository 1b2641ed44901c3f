// The line above a headline: where the story belongs and, if it is not plain news, what it is.

import type { GenreLabel } from "../../src/pages/page.ts";

export interface KickerProps {
  /** Section or the story's own kicker. */
  readonly label?: string | undefined;
  /** Where the label leads; plain text in a list, where the headline is the only link. */
  readonly url?: string | undefined;
  readonly genre?: GenreLabel | undefined;
}

/** Nothing at all where there is nothing to say. */
export function Kicker({ label, url, genre }: KickerProps) {
  if (label === undefined && !genre) return null;
  return (
    <p class="kicker">
      {label !== undefined &&
        (url === undefined ? (
          <bdi>{label}</bdi>
        ) : (
          <a href={url}>
            <bdi>{label}</bdi>
          </a>
        ))}{" "}
      {genre && (
        <span class={genre.sponsored ? "genre genre-sponsored" : "genre"}>{genre.label}</span>
      )}
    </p>
  );
}
