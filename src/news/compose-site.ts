// The settings of the paper, with the defaults that follow from other settings filled in.

import { field } from "../problems/problem.ts";
import { picturePath } from "./resolve-picture.ts";
import type { Desk } from "./desk.ts";
import type { Section, Site } from "./newspaper.ts";

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
  return {
    title: site.title.trim(),
    ...(site.description !== undefined && { description: site.description.trim() }),
    url: url.origin + url.pathname,
    basePath: url.pathname,
    language: desk.language,
    timezone: site.timezone,
    publisher: { name: site.publisher?.name?.trim() ?? site.title.trim(), ...(logo && { logo }) },
    policies: site.policies,
  };
}

/** Sections in the order of the navigation. */
export function composeSections(desk: Desk): readonly Section[] {
  return desk.content.site.sections.map(({ slug, title }) => ({
    slug,
    title,
    address: `/${slug}/`,
  }));
}
