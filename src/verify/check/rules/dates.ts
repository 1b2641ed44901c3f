// A story says when it appeared and when it changed in up to nine places. Where two of them disagree,
// search engines choose, and choose wrong.

import { grouped } from "../../../pages/grouped.ts";
import type { Finding } from "../finding.ts";
import { attribute, elementsIn } from "../html-tree.ts";
import type { Mention } from "../machine-files.ts";
import { type PublishedPage, textUnder } from "../published-page.ts";
import type { PublishedPaper } from "../published-paper.ts";
import type { OpenRule } from "../rule.ts";
import { urlOf } from "../site-address.ts";

/** One place, and the moment that stands there. */
interface Claim {
  readonly place: string;
  readonly written: string | undefined;
}

export function dates({ machineFiles, site }: PublishedPaper): OpenRule {
  const ofStories = machineFiles.mentions.filter(({ id = "" }) => !OF_CORRECTION.test(id));
  const mentioned = grouped(ofStories, ({ url }) => [url]);
  return {
    *look(page) {
      if (!page.story) return;
      const mentions = mentioned.get(urlOf(page.output, site).href) ?? [];
      yield* disagreement("appeared", publishedOn(page, mentions), page.output);
      yield* disagreement("last changed", modifiedOn(page, mentions), page.output);
    },
  };
}

/** An entry of its own, at the address of its story, with a date of its own: see `pages/feeds/tag-uri.ts`. */
const OF_CORRECTION = /^tag:[^:]*:correction:/;

/** Machines are always told; a sitemap has no place for a first date, and a layout may show none. */
const NOTHING = "nothing";

function publishedOn(page: PublishedPage, mentions: readonly Mention[]): readonly Claim[] {
  return [
    { place: "on the page", written: shownOn(page)[0] },
    { place: "in JSON-LD", written: textUnder(page.story, "datePublished") ?? NOTHING },
    { place: "in Open Graph", written: page.meta("article:published_time")[0] ?? NOTHING },
    ...mentions.map(({ file, published }) => ({ place: `in ${file}`, written: published })),
  ];
}

/** A page that shows one time says by it that nothing has changed since. */
function modifiedOn(page: PublishedPage, mentions: readonly Mention[]): readonly Claim[] {
  return [
    { place: "on the page", written: shownOn(page).at(-1) },
    { place: "in JSON-LD", written: textUnder(page.story, "dateModified") ?? NOTHING },
    { place: "in Open Graph", written: page.meta("article:modified_time")[0] ?? NOTHING },
    ...mentions.map(({ file, modified }) => ({ place: `in ${file}`, written: modified })),
  ];
}

/** The times at the head of the story: when it appeared and, where that differs, when it changed. */
function shownOn({ all }: PublishedPage): readonly string[] {
  const [article] = all("article");
  const head = article && [...elementsIn(article)].find(({ tagName }) => tagName === "header");
  return head
    ? [...elementsIn(head)].flatMap((element) =>
        element.tagName === "time" ? (attribute(element, "datetime") ?? []) : [],
      )
    : [];
}

function* disagreement(what: string, claims: readonly Claim[], output: string): Generator<Finding> {
  const made = claims.filter(({ written }) => written !== undefined);
  const moments = grouped(made, ({ written = "" }) => [String(Date.parse(written))]);
  if (moments.size < 2 && !moments.has("NaN")) return;
  const sides = [...moments.values()].map(
    (side) => `${side[0]?.written} ${side.map(({ place }) => place).join(", ")}`,
  );
  yield {
    weight: "fault",
    output,
    message: `The paper does not agree with itself on when the story ${what}: ${sides.join("; ")}.`,
    cure: "All of them are printed from one value: build again with --clean, and look for what was changed by hand.",
  };
}
