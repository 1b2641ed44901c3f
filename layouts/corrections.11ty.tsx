// The paper's corrections: what the newsroom says of them, then each with its date and its story.

import type { CorrectedStory, CorrectionsProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { Moment } from "./parts/moment.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { Text } from "./parts/text.tsx";
import { Turn } from "./parts/turn.tsx";

export const data = onePageForEach("corrections");

export default function printCorrections({ sheet }: TemplateData<CorrectionsProps>): string {
  return printDocument(<Corrections {...sheet.props} />);
}

function Corrections({ title, opening, pageLabel, entries, ...page }: CorrectionsProps) {
  return (
    <Document sheet={page}>
      <div class="list list-corrections">
        <header class="list-head">
          <h1 class="page-title">{title}</h1>
          {pageLabel !== undefined && <p class="list-number small">{pageLabel}</p>}
          {opening.length > 0 && <Text text={opening} creditLabel={page.words.pictureCredit} />}
        </header>
        {entries.length === 0 && <p>{page.words.noCorrections}</p>}
        {entries.map((entry) => (
          <Corrected {...entry} />
        ))}
        <Turn links={[page.latest, page.older]} />
      </div>
    </Document>
  );
}

/** The label and the date are the page's own words; headline and note are in the story's language. */
function Corrected({ story, note, language, direction }: CorrectedStory) {
  return (
    <article class="corrected">
      <p class="corrected-when">
        <b class="note-label label">{note.label}</b>{" "}
        <span class="small">
          <Moment {...note.date} />
        </span>
      </p>
      <h2 class="corrected-story" lang={language} dir={direction}>
        <a href={story.url}>{story.label}</a>
      </h2>
      <div class="corrected-text" lang={language} dir={direction}>
        {note.paragraphs.map((words) => (
          <p>{words}</p>
        ))}
      </div>
    </article>
  );
}
