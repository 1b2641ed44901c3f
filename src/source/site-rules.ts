// What `site.yaml` may say beyond the right shape: addresses, zones and section slugs that the whole
// site hangs on, and that would otherwise fail on every page instead of once.

import type * as z from "zod";
import { nearest } from "../problems/nearest.ts";
import { quote, quoteAll } from "../problems/quote.ts";
import { line, textThat } from "./field-types.ts";

/** An absolute http or https address without query, fragment or password. */
export const webAddress = textThat(
  (value) => {
    const url =
      /^https?:\/\/[^/\s]+/.test(value) && URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && url.search + url.hash + url.username + url.password === "";
  },
  (value) => ({
    message: `is ${quote(value)}, which is not the address of a website.`,
    cure: /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
      ? `Did you mean “https://${value}”?`
      : "Write it with “https://”, and without “?” or “#”: https://news.example.org/",
  }),
);

/** A time zone of the IANA database. */
export const timezone = textThat(isZone, (value) => {
  const near = nearestZone(value);
  return {
    message: `is ${quote(value)}, which is not a time zone.`,
    cure: near
      ? `Did you mean ${quote(near)}?`
      : "Write the name of the IANA database, continent and city: “Europe/London”, “America/New_York”.",
  };
});

function isZone(value: string): boolean {
  // An offset such as +01:00 would miss summer time; newer versions of Node would accept it.
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function nearestZone(value: string): string | undefined {
  const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];
  const city = value.trim().replaceAll(" ", "_").toLowerCase();
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(value, zones);
}

/** First parts of addresses that belong to pages of the press itself. */
const RESERVED = new Set(
  "archive assets authors corrections feed images pictures search series staff text topics".split(
    " ",
  ),
);

/** The slug of a section: it is the first part of its address. */
export const sectionSlug = line.check((context) => {
  const refusal = refuseSection(context.value);
  if (!refusal) return;
  const [message, cure] = refusal;
  context.issues.push({ code: "custom", input: context.value, message, params: { cure } });
});

function refuseSection(slug: string): [message: string, cure: string] | undefined {
  if (slug.trim() === "") return undefined;
  if (RESERVED.has(slug))
    return [
      `is ${quote(slug)}, which the press needs for pages of its own.`,
      `Choose another word; these are taken: ${[...RESERVED].join(", ")}.`,
    ];
  if (/^\d+$/.test(slug))
    return [
      `is ${quote(slug)}, which would be taken for a year in addresses.`,
      "Begin it with a letter.",
    ];
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return undefined;
  const proposal = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return [
    `is ${quote(slug)}; the slug of a section is made of lower-case letters, digits and single hyphens.`,
    proposal ? `Write, for example, ${quote(proposal)}.` : "Write, for example, “world”.",
  ];
}

/** No two sections share a slug. */
export const slugsDiffer: z.core.CheckFn<{ slug: string }[]> = ({ value, issues }) => {
  const seen = new Set<string>();
  for (const [index, { slug }] of value.entries()) {
    if (seen.has(slug)) {
      const message = `is ${quote(slug)} a second time.`;
      const params = { cure: "Give each section a slug of its own." };
      issues.push({ code: "custom", input: slug, path: [index, "slug"], message, params });
    }
    seen.add(slug);
  }
};

const PLACEHOLDERS = [":year", ":month", ":day", ":section", ":slug"];

/** The pattern of a story's address: `/:year/:month/:day/:slug/`. */
export const articleAddress = textThat(
  (value) => addressFault(value) === undefined,
  (value) => ({
    message: `is ${quote(value)}${addressFault(value)?.message ?? ""}`,
    cure: addressFault(value)?.cure ?? "",
  }),
);

function addressFault(pattern: string) {
  const unknown = pattern.match(/:\w*/g)?.find((name) => !PLACEHOLDERS.includes(name));
  if (unknown) {
    const near = nearest(unknown, PLACEHOLDERS);
    const cure = near ? `Did you mean ${quote(near)}?` : `Known are ${quoteAll(PLACEHOLDERS)}.`;
    return { message: `; ${quote(unknown)} stands for nothing.`, cure };
  }
  const cure = "Write it like “/:year/:month/:day/:slug/”.";
  if (!pattern.includes(":slug")) return { message: ", without “:slug”.", cure };
  const isAddress = /^\/(?:[a-z0-9:]+(?:[-_][a-z0-9:]+)*\/)+$/.test(pattern);
  return isAddress
    ? undefined
    : { message: ", which cannot be an address: it begins and ends with “/”.", cure };
}

/** A host name. */
export const host = textThat(
  (value) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(value),
  (value) => ({
    message: `is ${quote(value)}, which is not a host name.`,
    cure: "Write the name alone, in lower case: news.example.org",
  }),
);
