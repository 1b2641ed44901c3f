// The nameplate: the paper's face on every page, and its heading on the front page alone, where no
// story is the page's own matter.

import type { Nameplate as PlateProps } from "../../src/pages/page.ts";
import type { Tongue } from "./document.tsx";
import { Moment } from "./moment.tsx";

/** Title, motto, and the edition's day where there is one. */
export function Nameplate({
  title,
  url,
  motto,
  edition,
  isHeading,
  ...tongue
}: PlateProps & Tongue) {
  const Title = isHeading ? "h1" : "p";
  return (
    <header class={isHeading ? "nameplate nameplate-front" : "nameplate"} {...tongue}>
      <Title class="nameplate-title">
        <a href={url}>{title}</a>
      </Title>
      {motto !== undefined && <p class="nameplate-motto small">{motto}</p>}
      {edition && (
        <p class="nameplate-edition small">
          <Moment {...edition} />
        </p>
      )}
    </header>
  );
}
