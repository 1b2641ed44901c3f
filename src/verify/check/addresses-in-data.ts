// The addresses in data for programs: those that stand under a name of their own, and those in texts.

import { isObject } from "./published-page.ts";

/** By JSON Feed, ninjs and schema.org. */
const ADDRESS_NAMES: ReadonlySet<string> = new Set(
  "url uri href image avatar home_page_url feed_url mainEntityOfPage item".split(" "),
);

/** In the order in which they stand. */
export function addressesInJson(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(addressesInJson);
  if (!isObject(value)) return [];
  const isHtml = (name: string) =>
    name === "content_html" || (name === "value" && value["contentType"] === "text/html");
  return Object.entries(value).flatMap(([name, item]) => {
    if (typeof item !== "string") return addressesInJson(item);
    if (ADDRESS_NAMES.has(name)) return [item];
    return isHtml(name) ? addressesInHtml(item) : [];
  });
}

/** Of links and pictures. No tree is made: the press alone writes such texts, and they are many. */
export function addressesInHtml(html: string): readonly string[] {
  const found = html.matchAll(/<[a-z]+\s(?:[^<>]*?\s)?(?:href|src)="([^"]*)"/g);
  return Array.from(found, ([, address = ""]) => address.replaceAll("&amp;", "&"));
}
