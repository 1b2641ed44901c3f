// A story as a part of a series: which part it is, at its head, and the parts beside it, at its foot.

import type { SeriesPart } from "../../src/pages/page.ts";

/** One line above the headline; nothing for a story that stands alone. */
export function SeriesLine({ series }: { series: SeriesPart | undefined }) {
  if (!series) return null;
  return (
    <p class="series-line">
      <a href={series.name.url}>
        <bdi>{series.name.label}</bdi>
      </a>{" "}
      <span class="series-part">{series.part}</span>
    </p>
  );
}

/** The ways to the part before and the part after; nothing where there is neither. */
export function SeriesWays({ series }: { series: SeriesPart | undefined }) {
  if (!series || series.sides.length === 0) return null;
  return (
    <nav class="series-ways" aria-label={series.label}>
      <p class="label">{series.label}</p>
      <p class="series-name">
        <a href={series.name.url}>
          <bdi>{series.name.label}</bdi>
        </a>
      </p>
      <ul>
        {series.sides.map(({ side, label, teaser }) => (
          <li class={`series-${side}`}>
            <p class="label">{label}</p>
            <a href={teaser.url} lang={teaser.language} dir={teaser.direction}>
              {teaser.headline}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
