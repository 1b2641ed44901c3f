// Links that lead nowhere: to a file the paper does not have, or to a place the page does not have.
// Each is told once, however many pages have it.

import { quote } from "../../../problems/quote.ts";
import type { Finding } from "../finding.ts";
import { attribute, type Element } from "../html-tree.ts";
import type { PublishedPage } from "../published-page.ts";
import type { OpenRule } from "../rule.ts";
import type { PublishedPaper } from "../published-paper.ts";
import { type Target, targetFinder, urlOf } from "../site-address.ts";

interface Link extends Target {
  readonly address: string;
  /** The first page that has it. */
  readonly page: string;
}

export function deadLinks({ outputs, site }: PublishedPaper): OpenRule {
  const leads = new Map<string, { readonly link: Link; readonly pages: number }>();
  const places = new Map<string, ReadonlySet<string>>();
  const find = targetFinder(site);
  const isThere = ({ output }: Target) => output !== undefined && outputs.has(output);
  // Only pages have places; what a browser makes of a fragment elsewhere is its own affair.
  const hasPlace = ({ output = "", fragment }: Target) =>
    fragment === "" || !output.endsWith(".html") || places.get(output)?.has(fragment) === true;
  return {
    *look(page) {
      places.set(page.output, page.ids);
      for (const [key, link] of linksOf(page, urlOf(page.output, site), find, isThere)) {
        if (isThere(link) && hasPlace(link)) continue;
        const known = leads.get(key);
        leads.set(key, { link: known?.link ?? link, pages: (known?.pages ?? 0) + 1 });
      }
      yield* [];
    },
    *close() {
      for (const { link, pages } of leads.values())
        if (!isThere(link) || !hasPlace(link)) yield deadLink(link, pages, isThere(link));
    },
  };
}

/** By where they lead, each once; in a page that is not there, no place is worth a word of its own. */
function linksOf(
  page: PublishedPage,
  here: URL,
  find: ReturnType<typeof targetFinder>,
  isThere: (target: Target) => boolean,
): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  for (const address of new Set(page.elements.flatMap(addressesOf))) {
    const target = find(address, here);
    if (!target) continue;
    const fragment = isThere(target) ? target.fragment : "";
    const key = `${target.output ?? address}#${fragment}`;
    if (!links.has(key)) links.set(key, { ...target, fragment, address, page: page.output });
  }
  return links;
}

function addressesOf(element: Element): readonly string[] {
  const set = attribute(element, "srcset")?.split(/,\s+/) ?? [];
  const addresses = [attribute(element, "href"), attribute(element, "src"), ...set];
  return addresses.flatMap((address) => address?.trim().split(/\s/)[0] ?? []);
}

function deadLink({ address, fragment, page }: Link, pages: number, isThere: boolean): Finding {
  const others = pages === 1 ? " links" : `, and ${pages - 1} more like it, link`;
  const lack = isThere ? `where nothing is called ${quote(fragment)}` : "which is not in the paper";
  return {
    weight: "fault",
    output: page,
    message: `The page${others} to ${quote(address)}, ${lack}.`,
    cure: isThere
      ? "Link to a heading that is there, or to the page as a whole."
      : "Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.",
  };
}
