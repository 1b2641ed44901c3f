// A list for search engines: a section, a topic, the archive, the corrections, the staff.

import type { Site } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import type { Json } from "./json-ld.ts";
import { publisherId } from "./publisher.ts";

/** @param mainEntity what the list is of, where that is an object of its own */
export function collectionPage(
  site: Site,
  { name, address, mainEntity }: CollectionMatter,
): { readonly [key: string]: Json } {
  const url = absoluteUrl(site, address);
  return {
    "@type": "CollectionPage",
    "@id": url,
    url,
    name,
    inLanguage: site.language,
    isPartOf: { "@id": `${site.url}#website` },
    publisher: { "@id": publisherId(site) },
    ...(mainEntity !== undefined && { mainEntity }),
  };
}

interface CollectionMatter {
  readonly name: string;
  readonly address: string;
  readonly mainEntity?: Json | undefined;
}
