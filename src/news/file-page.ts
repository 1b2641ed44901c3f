// The first look at a plain page: at which address, and whether readers may see it.

import type { Source } from "../source/content.ts";
import type { PageSpec } from "../source/page-schema.ts";
import { addressMistake } from "./addresses.ts";
import type { Desk } from "./desk.ts";
import { readAliases } from "./old-addresses.ts";

/** A plain page with its address fixed. */
export interface FiledPage {
  readonly source: Source<PageSpec>;
  readonly state: "live" | "gone";
  readonly address: string;
  readonly aliases: readonly string[];
}

export function filePage(source: Source<PageSpec>, desk: Desk): FiledPage {
  const { file, spec } = source;
  const address = pageAddress(file);
  const mistake = addressMistake(address);
  if (mistake) {
    desk.report({
      file,
      message: `The address ${address} ${mistake}.`,
      cure: "Rename the file: its name is the page's address.",
    });
  }
  return {
    source,
    state: spec.status === "withdrawn" ? "gone" : "live",
    address,
    aliases: readAliases(source, desk).filter((alias) => alias !== address),
  };
}

/** `pages/about.md` → `/about/`. */
export function pageAddress(file: string): string {
  return `/${file.slice("pages/".length, -".md".length).normalize("NFC")}/`;
}
