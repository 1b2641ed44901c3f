// Which file had an address that is about to be lost? The record says only the address, so this is a
// guess by name: what moved has kept its name, what was renamed stands where nothing stood before.

import { basename, dirname } from "node:path/posix";
import { nearest } from "../problems/nearest.ts";
import type { Content } from "../source/content.ts";

/** As much of a planned page as a guess needs. */
export interface AddressedPage {
  readonly kind: string;
  /** Without the sub-path: `/2019/05/31/storm/`. */
  readonly address: string;
  /** The file it is made from: `articles/storm.md`. */
  readonly origin: string;
}

/** A file with a page of its own in the new paper. */
export interface Newcomer {
  readonly file: string;
  readonly address: string;
  /** Old addresses that its header names already. */
  readonly aliases: readonly string[];
}

/** A story that readers do not see, and why. */
export interface Hidden {
  readonly file: string;
  readonly reason: "draft" | "to come";
  /** As it was written. */
  readonly date: string;
}

export interface Suspects {
  /** A file of that name whose own address was never published before. */
  readonly newcomerNamed: (lost: string) => Newcomer | undefined;
  /** One of nearly that name, or the only one at that place: renamed. */
  readonly newcomerLike: (lost: string) => Newcomer | undefined;
  readonly hiddenNamed: (lost: string) => Hidden | undefined;
  /** A file of that name that has its own address as before. */
  readonly namesake: (lost: string) => Newcomer | undefined;
  /** What the file was called, if it was called what its address says. */
  readonly fileOf: (lost: string) => string;
}

/** @param recorded every address ever published */
export function openSuspects(
  recorded: ReadonlySet<string>,
  pages: readonly AddressedPage[],
  content: Content,
): Suspects {
  const shown = shownFiles(pages, content);
  const newcomers = shown.filter(({ address }) => !recorded.has(address));
  const named = byName(newcomers, ({ address }) => nameOf(address));
  const hidden = byName(hiddenStories(content, shown), ({ name }) => name);
  const namesakes = byName(shown, ({ address }) => nameOf(address));
  return {
    newcomerNamed: (lost) => named.get(nameOf(lost))?.[0],
    newcomerLike: (lost) => likeOne(lost, newcomers, named),
    hiddenNamed: (lost) => hidden.get(nameOf(lost))?.[0],
    namesake: (lost) => namesakes.get(nameOf(lost))?.[0],
    fileOf: (lost) => fileOf(lost, content),
  };
}

/** The last part: `/2019/05/31/storm/` → `storm`. */
function nameOf(address: string): string {
  return basename(address);
}

function shownFiles(pages: readonly AddressedPage[], content: Content): readonly Newcomer[] {
  const sources = [...content.stories, ...content.pages];
  const aliases = new Map(sources.map(({ file, spec }) => [file, spec.aliases ?? []]));
  return pages
    .filter(({ kind }) => kind !== "redirect")
    .map(({ origin, address }) => ({ file: origin, address, aliases: aliases.get(origin) ?? [] }));
}

function hiddenStories({ stories }: Content, shown: readonly Newcomer[]) {
  const seen = new Set(shown.map(({ file }) => file));
  return stories
    .filter(({ file }) => !seen.has(file))
    .map(({ file, spec: { slug, status, date } }) => ({
      file,
      name: (slug ?? basename(file, ".md")).normalize("NFC"),
      reason: status === "draft" ? ("draft" as const) : ("to come" as const),
      date,
    }));
}

function byName<File>(files: readonly File[], nameOf: (file: File) => string) {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const name = nameOf(file);
    const group = groups.get(name);
    if (group) group.push(file);
    else groups.set(name, [file]);
  }
  return groups;
}

/** With more new files than this at once, a guess would be long in coming and little worth. */
const MOST_NEWCOMERS = 200;

function likeOne(
  lost: string,
  newcomers: readonly Newcomer[],
  named: ReadonlyMap<string, readonly Newcomer[]>,
): Newcomer | undefined {
  if (newcomers.length > MOST_NEWCOMERS) return undefined;
  const near = nearest(nameOf(lost), named.keys());
  if (near !== undefined) return named.get(near)?.[0];
  const [only, ...others] = newcomers.filter(({ address }) => dirname(address) === dirname(lost));
  return others.length === 0 ? only : undefined;
}

/** Addresses of stories follow the pattern of `site.yaml`; those of pages are their names. */
function fileOf(lost: string, { site }: Content): string {
  const pattern = site.addresses.article
    .replaceAll(":year", String.raw`\d{4}`)
    .replaceAll(/:(?:month|day)/g, String.raw`\d\d`)
    .replaceAll(/:(?:section|slug)/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(lost)
    ? `articles/${nameOf(lost)}.md`
    : `pages${lost.slice(0, -1)}.md`;
}
