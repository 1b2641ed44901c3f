// A series for search engines.

import type { Series, Site } from "../../news/newspaper.ts";
import { absoluteUrl } from "../urls.ts";
import type { Json } from "./json-ld.ts";

/** The same on the page of the series and as what its parts are part of. */
export function seriesObject(
  { name, address }: Series,
  site: Site,
): { readonly [key: string]: Json } {
  const url = absoluteUrl(site, address);
  return { "@type": "CreativeWorkSeries", "@id": `${url}#series`, name, url };
}
