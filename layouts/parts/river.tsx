// The newest of a section on the front page: one story with its picture, the others by headline.

import type { River as RiverData } from "../../src/pages/page.ts";
import { Teaser } from "./teaser.tsx";

/** The section's name leads to its own front. */
export function River({ title, url, teasers }: RiverData) {
  // Two stories are a pair: both show their pictures.
  const pictured = teasers.length === 2 ? 2 : 1;
  return (
    <section class="river">
      <h2 class="river-title">
        <a href={url}>{title}</a>
      </h2>
      <div class="river-stories columns">
        {teasers.map((teaser, index) => (
          <Teaser teaser={teaser} level={3} weight={index < pictured ? "full" : "small"} />
        ))}
      </div>
    </section>
  );
}
