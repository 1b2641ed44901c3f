// The settings of the paper, with the defaults that follow from other settings filled in.

import { field } from "../problems/problem.ts";
import type { SiteSpec } from "../source/site-schema.ts";
import { canonicalLanguage, didYouMean, type Desk } from "./desk.ts";
import { pageAddress } from "./file-page.ts";
import { LEDGER_ADDRESS } from "./ledger.ts";
import type { Section, Site } from "./newspaper.ts";
import type { Register } from "./register.ts";
import { picturePath } from "./resolve-picture.ts";
import { licenseOf } from "./site.ts";

/** @param baseUrl replaces the `url` of `site.yaml` (an absolute http or https address) */
export function composeSite(desk: Desk, baseUrl: string | undefined): Site {
  const { site } = desk.content;
  const url = new URL(baseUrl ?? site.url);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  const logo =
    site.publisher?.logo === undefined
      ? undefined
      : picturePath(
          site.publisher.logo,
          { file: "site.yaml", place: field("publisher", "logo") },
          desk,
        );
  const license = licenseOf(site.license);
  return {
    ...mastheadOf(site),
    url: url.origin + url.pathname,
    basePath: url.pathname,
    timezone: site.timezone,
    // Not of `baseUrl`: a copy of the paper elsewhere has the same ids.
    tagAuthority: site.tag_authority ?? new URL(site.url).hostname,
    publisher: { name: site.publisher?.name ?? site.title, ...(logo && { logo }) },
    twins: site.outputs.includes("twins"),
    textEdition: textEditionOf(site),
    policies: { ...ownPolicies(desk), ...site.policies },
    ...(license && { license }),
    ...(site.corrections && { reportErrorsTo: site.corrections.report }),
  };
}

/** What a paper says of itself on every page, known before any story is read. */
export type Masthead = Pick<Site, "title" | "description" | "language" | "hasSearch">;

export function mastheadOf({ title, description, language, outputs }: SiteSpec): Masthead {
  return {
    title,
    ...(description !== undefined && { description }),
    language: canonicalLanguage(language),
    hasSearch: outputs.includes("search"),
  };
}

/** What the newsroom says above its corrections is how it deals with them. */
function ownPolicies({ content }: Desk): Site["policies"] {
  const isSaid = content.pages.some(
    ({ file, spec }) => spec.status === "published" && pageAddress(file) === LEDGER_ADDRESS,
  );
  return isSaid ? { corrections: LEDGER_ADDRESS } : {};
}

/** One line is enough in an emergency: a home page of text needs no second one that orders the rest. */
function textEditionOf({ home, outputs }: SiteSpec): Site["textEdition"] {
  if (home === "text") return "home";
  return outputs.includes("text") ? "beside" : "none";
}

/** Sections in the order of the navigation. */
export function composeSections(desk: Desk): readonly Section[] {
  return desk.content.site.sections.map(({ slug, title }) => ({
    slug,
    title,
    address: `/${slug}/`,
  }));
}

/** A policy that stands on this site must be there: search engines are told where it is. */
export function checkPolicies({ byAddress }: Register, desk: Desk): void {
  for (const [name, address] of Object.entries(desk.content.site.policies)) {
    if (!address.startsWith("/") || byAddress.get(address)?.state === "live") continue;
    desk.report({
      file: "site.yaml",
      place: field("policies", name),
      message: `There is no page at ${address}.`,
      cure: didYouMean(
        address,
        byAddress.keys(),
        "Write it under “pages/”, or give the policy's whole address: https://….",
      ),
    });
  }
}
