// The page for an address at which nothing stands: said plainly, with the latest headlines.

import type { NotFoundProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { Related } from "./parts/related.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("not-found");

export default function printNotFound({ sheet }: TemplateData<NotFoundProps>): string {
  return printDocument(<NotFound {...sheet.props} />);
}

function NotFound(page: NotFoundProps) {
  return (
    <Document sheet={page}>
      <div class="story">
        <header class="story-head">
          <h1 class="story-headline">{page.title}</h1>
          <p class="story-standfirst">{page.message}</p>
        </header>
      </div>
      <Related teasers={page.latest} label={page.words.latestStories} />
    </Document>
  );
}
