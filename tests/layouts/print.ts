// Every example page, printed by its real layout.

import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { type CheerioAPI, load } from "cheerio";
import printCorrections from "../../layouts/corrections.11ty.tsx";
import printFront from "../../layouts/front.11ty.tsx";
import printNotFound from "../../layouts/not-found.11ty.tsx";
import printNotice from "../../layouts/notice.11ty.tsx";
import printPlain from "../../layouts/plain.11ty.tsx";
import printSection from "../../layouts/section.11ty.tsx";
import printStaff from "../../layouts/staff.11ty.tsx";
import printStory from "../../layouts/story.11ty.tsx";
import type { PageProps, PlannedPage, StoryProps } from "../../src/pages/page.ts";
import { fronts } from "./front.examples.ts";
import { corrections, lists, notFound, notices, plains, staffs } from "./page.examples.ts";
import { stories } from "./story.examples.ts";

/** A page as the plan would hold it. */
export function planned<Props extends PageProps>(props: Props): { sheet: PlannedPage<Props> } {
  const place = { address: "/a-story/", output: "a-story/index.html", origin: "an example" };
  return { sheet: { kind: props.kind, ...place, matter: [props], props } };
}

/** A story page, to be asked with selectors. */
export function storyPage(story: StoryProps): CheerioAPI {
  return load(printStory(planned(story)));
}

/** One part, alone. */
export function part(node: VNode): CheerioAPI {
  return load(render(node), null, false);
}

/** The text of each element a selector finds, white space folded. */
export function texts($: CheerioAPI, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).text().replaceAll(/\s+/g, " ").trim());
}

/** Name and HTML of every example of every kind of page. */
export const allPages: readonly (readonly [name: string, html: string])[] = [
  ...printed("front", fronts, (props) => printFront(planned(props))),
  ...printed("story", stories, (props) => printStory(planned(props))),
  ...printed("list", lists, (props) => printSection(planned(props))),
  ...printed("plain page", plains, (props) => printPlain(planned(props))),
  ...printed("corrections", corrections, (props) => printCorrections(planned(props))),
  ...printed("staff", staffs, (props) => printStaff(planned(props))),
  ...printed("notice", notices, (props) => printNotice(planned(props))),
  ...printed("not found", notFound, (props) => printNotFound(planned(props))),
];

function printed<Props>(
  kind: string,
  examples: Readonly<Record<string, Props>>,
  print: (props: Props) => string,
): (readonly [string, string])[] {
  return Object.entries(examples).map(([name, props]) => [`${kind}: ${name}`, print(props)]);
}
