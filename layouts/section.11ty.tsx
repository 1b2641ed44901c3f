// The front of a section: its newest stories, and the way to the older ones.

import type { ListProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { ListPage } from "./parts/list-page.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("section");

export default function printSection({ sheet }: TemplateData<ListProps>): string {
  return printDocument(<ListPage {...sheet.props} />);
}
