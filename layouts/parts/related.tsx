// What to read next: stories chosen by hand or close to this one.

import type { Teaser as TeaserData } from "../../src/pages/page.ts";
import { Teaser } from "./teaser.tsx";

export interface RelatedProps {
  readonly teasers: readonly TeaserData[];
  /** "Related stories". */
  readonly label: string;
}

/** Nothing at all where nothing is related. */
export function Related({ teasers, label }: RelatedProps) {
  if (teasers.length === 0) return null;
  return (
    <section class="related">
      <h2 class="river-title">{label}</h2>
      <div class="columns">
        {teasers.map((teaser) => (
          <Teaser teaser={teaser} level={3} weight="full" />
        ))}
      </div>
    </section>
  );
}
