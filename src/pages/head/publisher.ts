// The newspaper itself, as schema.org sees it: one object, referred to by `@id` from every page.

import type { Site } from "../../news/newspaper.ts";
import type { PageDesk } from "../page-desk.ts";
import { planLogo } from "../pictures.ts";
import { rememberOf } from "../remember.ts";
import { absoluteUrl } from "../urls.ts";
import type { Json } from "./json-ld.ts";

/** Policies of `site.yaml` and their names at schema.org (NewsMediaOrganization). */
const POLICIES: Readonly<Record<string, string>> = {
  principles: "publishingPrinciples",
  corrections: "correctionsPolicy",
  ethics: "ethicsPolicy",
  verification: "verificationFactCheckingPolicy",
  sources: "unnamedSourcesPolicy",
  ownership: "ownershipFundingInfo",
  masthead: "masthead",
  mission: "missionCoveragePrioritiesPolicy",
  diversity: "diversityPolicy",
  feedback: "actionableFeedbackPolicy",
};

export function publisherId(site: Site): string {
  return `${site.url}#publisher`;
}

export const publisherObject = rememberOf((desk: PageDesk): { readonly [key: string]: Json } => {
  const { site } = desk.paper;
  const logo = logoOf(desk);
  return {
    "@type": "NewsMediaOrganization",
    "@id": publisherId(site),
    name: site.publisher.name,
    url: site.url,
    logo: { "@type": "ImageObject", ...logo },
    ...policiesOf(site),
  };
});

function logoOf(desk: PageDesk): {
  readonly url: string;
  readonly width: number;
  readonly height: number;
} {
  const { site } = desk.paper;
  const planned = site.publisher.logo && planLogo(site.publisher.logo, site);
  const [image] = planned?.images ?? [];
  if (!planned || !image) {
    const { address, width, height } = desk.assets.shareCard;
    return { url: absoluteUrl(site, address), width, height };
  }
  for (const derivative of planned.derivatives) desk.derivatives.set(derivative.output, derivative);
  return { url: image.url, width: image.width, height: image.height };
}

function policiesOf(site: Site): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(site.policies).flatMap(([name, target]) => {
      const property = POLICIES[name];
      const url = target.startsWith("/") ? absoluteUrl(site, target) : target;
      return property === undefined ? [] : [[property, url]];
    }),
  );
}
