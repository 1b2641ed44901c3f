// An author's page: who they are, and what they have written.

import type { ListProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { ListPage } from "./parts/list-page.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("author");

export default function printAuthor({ sheet }: TemplateData<ListProps>): string {
  return printDocument(<ListPage {...sheet.props} />);
}
