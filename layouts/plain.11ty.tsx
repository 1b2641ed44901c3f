// A page that is not a story: about, contact, policies.

import type { PlainProps } from "../src/pages/page.ts";
import { Document, printDocument } from "./parts/document.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";
import { Text } from "./parts/text.tsx";

export const data = onePageForEach("plain");

export default function printPlain({ sheet }: TemplateData<PlainProps>): string {
  return printDocument(<Plain {...sheet.props} />);
}

function Plain(page: PlainProps) {
  return (
    <Document sheet={page}>
      <div class="story">
        <header class="story-head">
          <h1 class="story-headline">{page.title}</h1>
        </header>
        <Text text={page.text} creditLabel={page.words.pictureCredit} />
      </div>
    </Document>
  );
}
