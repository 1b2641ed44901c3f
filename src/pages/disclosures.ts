// What a story says of itself: who paid for it, how it came about, and what it rests on.

import type { License, Story } from "../news/newspaper.ts";
import type { Disclosures, Reporting, LabelledName } from "./page-parts.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Words } from "./words/words.ts";

/** All that the page of a story discloses. */
export function disclosuresOf(story: Story, words: Words): Disclosures {
  const sponsor = sponsorLineOf(story, words);
  const reporting = reportingOf(story, words);
  const license = licenseLine(story.license, words);
  return {
    ...(sponsor && { sponsor }),
    ...(reporting && { reporting }),
    ...(license && { license }),
  };
}

/** Undefined for whatever nobody paid for. */
export function sponsorLineOf({ sponsor }: Story, words: Words): LabelledName | undefined {
  return sponsor && { label: words.paidForBy, ...sponsor };
}

/** Undefined where the newsroom says nothing of it. */
export function reportingOf({ method, sources }: Story, words: Words): Reporting | undefined {
  if (method === undefined && sources.length === 0) return undefined;
  return {
    ...(method !== undefined && {
      method: { heading: words.howReported, paragraphs: paragraphsOf(method) },
    }),
    ...(sources.length > 0 && {
      sources: {
        heading: words.sources,
        list: sources.map(({ title, ...rest }) => ({ name: title, ...rest })),
      },
    }),
  };
}

/** In one line, for machines: `CC BY 4.0 (https://…)`. */
export function licenseText({ name, url }: License): string {
  return url === undefined ? name : `${name} (${url})`;
}

/** "Licence: CC BY 4.0". */
export function licenseLine(license: License | undefined, words: Words): LabelledName | undefined {
  return license && { label: words.license, ...license };
}
