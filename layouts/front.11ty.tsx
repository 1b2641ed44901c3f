// The front page: size, not boxes, says what matters.

import type { FrontProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { River } from "./parts/river.tsx";
import { Teaser } from "./parts/teaser.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("front");

export default function printFront({ sheet }: TemplateData<FrontProps>): string {
  return printDocument(<Front {...sheet.props} />);
}

function Front(page: FrontProps) {
  return (
    <Document sheet={page}>
      {page.lead ? <Top {...page} /> : <p>{page.words.noStories}</p>}
      {page.rivers.map((river) => (
        <River {...river} />
      ))}
    </Document>
  );
}

/** All in one grid, so that the style sheet can set the seconds around the lead. */
function Top({ lead, seconds }: FrontProps) {
  return (
    <div class="front-top columns">
      {lead && <Teaser teaser={lead} level={2} weight="lead" />}
      {seconds.map((teaser) => (
        <Teaser teaser={teaser} level={2} weight="full" />
      ))}
    </div>
  );
}
