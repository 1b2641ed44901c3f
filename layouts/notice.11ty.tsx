// Where a story used to be: killed, with date and reason, or gone, with nothing.

import type { NoticeProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { Notes } from "./parts/notes.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("notice");

export default function printNotice({ sheet }: TemplateData<NoticeProps>): string {
  return printDocument(<Notice {...sheet.props} />);
}

function Notice(page: NoticeProps) {
  return (
    <Document sheet={page}>
      <div class="story">
        <header class="story-head">
          <h1 class="story-headline">{page.title}</h1>
          <p class="story-standfirst">{page.message}</p>
        </header>
        <Notes notes={page.note ? [page.note] : []} weight="serious" />
      </div>
    </Document>
  );
}
