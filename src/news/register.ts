// The register of addresses: what a link in a text may point to, by file and by address.

import type { Content } from "../source/content.ts";
import type { FiledStory, StoryState } from "./file-story.ts";
import type { Section, Topic } from "./newspaper.ts";
import { unreadStories } from "./unread-stories.ts";

/** Something with an address that a text can link to. */
export interface Entry {
  readonly address: string;
  readonly state: StoryState;
}

export interface Register {
  /** By file relative to the content folder. */
  readonly byFile: ReadonlyMap<string, Entry>;
  /** By address, old addresses included. */
  readonly byAddress: ReadonlyMap<string, Entry>;
  /** Whether a file, address or id may belong to a story with a mistake that is reported already. */
  readonly mayBeUnread: (reference: string) => boolean;
}

/** Everything in the paper that has an address, published or not. */
export function openRegister(
  content: Content,
  filed: readonly FiledStory[],
  sections: readonly Section[],
  topics: Iterable<Topic>,
): Register {
  const byFile = new Map<string, Entry>();
  const byAddress = new Map<string, Entry>();
  const live = (address: string): Entry => ({ address, state: "live" });

  for (const { source, address, aliases, state } of filed) {
    const entry = { address, state };
    byFile.set(source.file, entry);
    for (const known of [...aliases, address]) byAddress.set(known, entry);
  }
  for (const { file } of content.pages) byFile.set(file, live(pageAddress(file)));
  for (const { file } of content.authors) byFile.set(file, live(authorAddress(file)));
  for (const { path } of content.files) byAddress.set(`/${path}`, live(`/${path}`));
  for (const { address } of [...sections, ...topics]) byAddress.set(address, live(address));
  for (const entry of byFile.values()) {
    if (entry.state === "live") byAddress.set(entry.address, entry);
  }
  byAddress.set("/", live("/"));
  return { byFile, byAddress, mayBeUnread: unreadStories(content, filed) };
}

/** `pages/about.md` → `/about/`. */
export function pageAddress(file: string): string {
  return `/${file.slice("pages/".length, -".md".length).normalize("NFC")}/`;
}

/** `authors/ana-ruiz.md` → `/authors/ana-ruiz/`. */
export function authorAddress(file: string): string {
  return `/authors/${authorSlug(file)}/`;
}

/** `authors/ana-ruiz.md` → `ana-ruiz`. */
export function authorSlug(file: string): string {
  return file.slice("authors/".length, -".md".length).normalize("NFC");
}
