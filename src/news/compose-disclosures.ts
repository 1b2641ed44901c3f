// What a story says of itself: who paid for it, under which terms it may be used, how it came about
// and what it rests on.

import { field } from "../problems/problem.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Story } from "./newspaper.ts";
import { licenseOf } from "./site.ts";

type Disclosures = Pick<Story, "sponsor" | "license" | "method" | "sources">;

/** As it was written; a sponsor where none may be is reported. */
export function composeDisclosures(filed: FiledStory, desk: Desk): Disclosures {
  const { sponsor, method, sources = [], ...spec } = filed.source.spec;
  const license = licenseOf(spec.license);
  checkSponsor(filed, desk);
  return {
    ...(sponsor && { sponsor: { name: sponsor.name, ...found(sponsor.url) } }),
    ...(license && { license }),
    ...(method !== undefined && { method }),
    sources: sources.map(({ title, url }) => ({ title, ...found(url) })),
  };
}

function found(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}

/** A name that pays, beside what is not marked as paid for, would be the worst of both. */
function checkSponsor({ source: { file, spec } }: FiledStory, desk: Desk): void {
  if (spec.sponsor === undefined || spec.genre === "sponsored") return;
  desk.report({
    file,
    place: field("sponsor"),
    message: `The story names a sponsor, and its genre is “${spec.genre}”: readers must see that it was paid for.`,
    cure: "Write “genre: sponsored”, or take the sponsor out.",
  });
}
