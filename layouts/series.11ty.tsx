// A series from its first part on.

import type { ListProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { ListPage } from "./parts/list-page.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("series");

export default function printSeries({ sheet }: TemplateData<ListProps>): string {
  return printDocument(<ListPage {...sheet.props} />);
}
