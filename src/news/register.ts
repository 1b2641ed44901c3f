// The register of addresses: what a link in a text may point to, by file and by address.

import { archiveAddress, dayOf, periodsOf } from "./archive.ts";
import type { Content } from "../source/content.ts";
import type { FiledPage } from "./file-page.ts";
import { type FiledStory, isShown, type StoryState } from "./file-story.ts";
import { hasLedger, LEDGER_ADDRESS } from "./ledger.ts";
import { hasStaff, STAFF_ADDRESS } from "./staff.ts";
import type { Desk } from "./desk.ts";
import type { Names } from "./names.ts";
import type { Section } from "./newspaper.ts";
import { unreadStories } from "./unread-stories.ts";

/** Something with an address that a text can link to. */
export interface Entry {
  readonly address: string;
  readonly state: StoryState | "unnamed author" | "unnamed topic" | "unnamed series";
  /** When a story is published; milliseconds since 1970, UTC. */
  readonly due?: number;
  /** Of a story. */
  readonly id?: string;
}

export interface Register {
  /** By file relative to the content folder. */
  readonly byFile: Lookup<Entry>;
  /** By address, old addresses included. */
  readonly byAddress: Lookup<Entry>;
  /** Whether a file, address or id may belong to a story with a mistake that is reported already. */
  readonly mayBeUnread: (reference: string) => boolean;
}

/** Where something is looked up, and what else could have been meant. */
export interface Lookup<Found> {
  readonly get: (key: string) => Found | undefined;
  readonly keys: () => Iterable<string>;
}

/** Lists that have names, and pages under them. */
export interface NamedLists {
  readonly sections: readonly Section[];
  readonly topics: Names;
  readonly series: Names;
}

/** Everything in the paper that has an address, published or not. */
export function openRegister(
  { content, drafts }: Pick<Desk, "content" | "drafts">,
  filed: readonly FiledStory[],
  pages: readonly FiledPage[],
  { sections, topics, series }: NamedLists,
): Register {
  const byFile = new Map<string, Entry>();
  const byAddress = new Map<string, Entry>();
  const live = (address: string): Entry => ({ address, state: "live" });

  for (const { source, id, address, aliases, state, published } of filed) {
    const entry = { address, state, due: published.instant, id };
    byFile.set(source.file, entry);
    for (const known of [...aliases, address]) byAddress.set(known, entry);
  }
  const shown = filed.filter((story) => isShown(story, { drafts }));
  const days = new Set(shown.map(({ published }) => dayOf(published)));
  for (const period of ["", ...periodsOf(days)]) {
    byAddress.set(archiveAddress(period), live(archiveAddress(period)));
  }
  const shownTopics = shown.flatMap(({ source }) => source.spec.topics ?? []);
  const shownSeries = shown.flatMap(({ source }) => source.spec.series ?? []);
  for (const entry of [
    ...nameEntries(topics, shownTopics, "unnamed topic"),
    ...nameEntries(series, shownSeries, "unnamed series"),
  ]) {
    byAddress.set(entry.address, entry);
  }
  for (const [file, entry] of authorEntries(content, shown)) {
    byFile.set(file, entry);
    byAddress.set(entry.address, entry);
  }
  for (const { source, address, aliases, state } of pages) {
    const entry = { address, state };
    byFile.set(source.file, entry);
    for (const known of [...aliases, address]) byAddress.set(known, entry);
  }
  if (hasLedger(filed, pages, content.site)) byAddress.set(LEDGER_ADDRESS, live(LEDGER_ADDRESS));
  if (hasStaff(content, pages)) byAddress.set(STAFF_ADDRESS, live(STAFF_ADDRESS));
  for (const { path } of content.files) byAddress.set(`/${path}`, live(`/${path}`));
  for (const { address } of sections) byAddress.set(address, live(address));
  for (const entry of byFile.values()) {
    if (entry.state === "live") byAddress.set(entry.address, entry);
  }
  byAddress.set("/", live("/"));
  return { byFile, byAddress, mayBeUnread: unreadStories(content, filed) };
}

/** A topic or series has a page once a story that readers see has it. */
function nameEntries(
  names: Names,
  shown: readonly string[],
  otherwise: Entry["state"],
): readonly Entry[] {
  const named = new Set(shown.map((words) => names.get(words)));
  return [...names.values()].map((name) => ({
    address: name.address,
    state: named.has(name) ? "live" : otherwise,
  }));
}

/** An author has a page once a story that readers see names them, or when their file lists them. */
function authorEntries(
  { authors }: Content,
  shown: readonly FiledStory[],
): readonly (readonly [file: string, Entry])[] {
  const slugs = shown.flatMap(({ source }) => source.spec.authors ?? []);
  const named = new Set(slugs.map((slug) => slug.normalize("NFC")));
  return authors.map(({ file, spec }) => {
    const hasPage = spec.listed || named.has(authorSlug(file));
    return [file, { address: authorAddress(file), state: hasPage ? "live" : "unnamed author" }];
  });
}

/** `authors/ana-ruiz.md` → `/authors/ana-ruiz/`. */
export function authorAddress(file: string): string {
  return `/authors/${authorSlug(file)}/`;
}

/** `authors/ana-ruiz.md` → `ana-ruiz`. */
export function authorSlug(file: string): string {
  return file.slice("authors/".length, -".md".length).normalize("NFC");
}
