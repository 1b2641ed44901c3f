// Links that lead nowhere: to a file the paper does not have, or to a place the page does not have.
// They stand on pages, in what pages tell machines, and in feeds, sitemaps and twins. Each is told once,
// however many files have it.

import { grouped } from "../../../pages/grouped.ts";
import { quote } from "../../../problems/quote.ts";
import { addressesInJson } from "../addresses-in-data.ts";
import type { Finding } from "../finding.ts";
import { attribute, type Element } from "../html-tree.ts";
import type { PublishedPage } from "../published-page.ts";
import type { OpenRule } from "../rule.ts";
import type { PublishedPaper } from "../published-paper.ts";
import { type Target, targetFinder, urlOf } from "../site-address.ts";

interface Link extends Target {
  readonly address: string;
  /** The first file that has it, and how many do. */
  readonly file: string;
  readonly files: number;
}

export function deadLinks({ outputs, site, machineFiles }: PublishedPaper): OpenRule {
  const leads = new Map<string, Link>();
  const places = new Map<string, ReadonlySet<string>>();
  const find = targetFinder(site);
  const isThere = ({ output }: Target) => output !== undefined && outputs.has(output);
  // Only pages have places; what a browser makes of a fragment elsewhere is its own affair.
  const hasPlace = ({ output = "", fragment }: Target) =>
    fragment === "" || !output.endsWith(".html") || places.get(output)?.has(fragment) === true;
  const isSound = (target: Target) => isThere(target) && hasPlace(target);
  // In a page that is not there, no place is worth a word of its own.
  const keyOf = (link: Link) =>
    isThere(link) ? `${link.output}#${link.fragment}` : (link.output ?? link.address);
  const note = (key: string, link: Link) => {
    const known = leads.get(key);
    leads.set(key, known ? { ...known, files: known.files + link.files } : link);
  };
  return {
    *look(page) {
      places.set(page.output, page.ids);
      const here = urlOf(page.output, site);
      const unsound = addressesOn(page).flatMap((address): readonly Link[] => {
        const target = find(address, here);
        if (!target || isSound(target)) return [];
        return [{ ...target, address, file: page.output, files: 1 }];
      });
      for (const [key, [first]] of grouped(unsound, (link) => [keyOf(link)]))
        if (first) note(key, first);
      yield* [];
    },
    *close() {
      for (const link of machineFiles.links) if (!isSound(link)) note(keyOf(link), link);
      for (const link of leads.values()) if (!isSound(link)) yield deadLink(link, isThere(link));
    },
  };
}

/** For readers and for machines, each once. */
function addressesOn({ elements, graph = [] }: PublishedPage): readonly string[] {
  return [...new Set([...elements.flatMap(addressesOf), ...addressesInJson(graph)])];
}

function addressesOf(element: Element): readonly string[] {
  const set = attribute(element, "srcset")?.split(/,\s+/) ?? [];
  const addresses = [attribute(element, "href"), attribute(element, "src"), ...set];
  return addresses.flatMap((address) => address?.trim().split(/\s/)[0] ?? []);
}

function deadLink({ address, fragment, file, files }: Link, isThere: boolean): Finding {
  const isPage = file.endsWith(".html");
  const others = files === 1 ? " links" : `, and ${files - 1} more like it, link`;
  const lack = isThere ? `where nothing is called ${quote(fragment)}` : "which is not in the paper";
  return {
    weight: "fault",
    output: file,
    message: `The ${isPage ? "page" : "file"}${others} to ${quote(address)}, ${lack}.`,
    cure: isPage ? (isThere ? PLACE_CURE : PAGE_CURE) : FILE_CURE,
  };
}

const PLACE_CURE = "Link to a heading that is there, or to the page as a whole.";
const PAGE_CURE =
  "Correct or remove the link: it stands in the text, in content/site.yaml or in a layout.";
const FILE_CURE =
  "The press names in such files only what is there: build again with --clean, and look for what was changed by hand.";
