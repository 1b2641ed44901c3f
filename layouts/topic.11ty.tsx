// All stories about one topic.

import type { ListProps } from "../src/pages/page.ts";
import { printDocument } from "./parts/document.tsx";
import { ListPage } from "./parts/list-page.tsx";
import { onePageForEach, type TemplateData } from "./parts/template-data.ts";

export const data = onePageForEach("topic");

export default function printTopic({ sheet }: TemplateData<ListProps>): string {
  return printDocument(<ListPage {...sheet.props} />);
}
