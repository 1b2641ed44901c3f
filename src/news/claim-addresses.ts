// Every address has one owner, and old addresses belong to the story that had them. Checked for
// unpublished stories too: a clash should show when it is made, not at five in the morning when the
// story goes live.

import { field, type Place } from "../problems/problem.ts";
import { pathKey } from "../source/path-key.ts";
import type { Desk } from "./desk.ts";
import type { FiledStory } from "./file-story.ts";
import type { Author, Section, Topic } from "./newspaper.ts";
import { pageAddress } from "./register.ts";

/** Pages of the paper that no story or page may take the place of. */
export interface OwnPages {
  readonly sections: readonly Section[];
  readonly topics: Iterable<Topic>;
  readonly authors: Iterable<Author>;
}

interface Owner {
  /** For a sentence: `articles/storm.md`, `the section “World”`. */
  readonly name: string;
  readonly address: string;
  readonly isOld?: true;
}

/**
 * Reports every story, page and old address that wants an address another has already, or one that
 * many disks take for the same.
 *
 * @returns the files of stories and pages that went without: they have no place in the paper
 */
export function claimAddresses(
  filed: readonly FiledStory[],
  own: OwnPages,
  desk: Desk,
): ReadonlySet<string> {
  const owners = new Map<string, Owner>();
  for (const owner of ownAddresses(own, desk)) owners.set(keyOf(owner.address), owner);
  const without = new Set<string>();
  for (const claim of claimsOf(filed, desk)) {
    const owner = owners.get(keyOf(claim.address));
    if (owner) {
      without.add(claim.name);
      report(claim, owner, desk);
    } else owners.set(keyOf(claim.address), claim);
  }
  for (const story of filed) claimOldAddresses(story, owners, desk);
  return without;
}

/** The slashes at both ends say nothing. */
function keyOf(address: string): string {
  return pathKey(address.slice(1, -1));
}

function ownAddresses({ sections, topics, authors }: OwnPages, desk: Desk): readonly Owner[] {
  return [
    { name: "the front page", address: "/" },
    ...sections.map(({ title, address }) => ({ name: `the section “${title}”`, address })),
    ...[...topics].map(({ name, address }) => ({ name: `the topic “${name}”`, address })),
    ...[...authors].map(({ name, address }) => ({ name: `the author “${name}”`, address })),
    ...desk.content.files.map(({ path }) => ({ name: `files/${path}`, address: `/${path}/` })),
  ];
}

interface Claim extends Owner {
  readonly place?: Place;
}

function claimsOf(filed: readonly FiledStory[], desk: Desk): readonly Claim[] {
  const pages = desk.content.pages.map(({ file }) => ({
    name: file,
    address: pageAddress(file),
  }));
  const stories = filed.map(({ source: { file, spec }, address }) => ({
    name: file,
    address,
    ...(spec.slug !== undefined && { place: field("slug") }),
  }));
  return [...pages, ...stories];
}

function report({ name, address, place }: Claim, owner: Owner, desk: Desk): void {
  const message =
    address === owner.address
      ? `This and ${owner.name} would share the address ${address}.`
      : `The address ${address} and that of ${owner.name}, ${owner.address}, are one to many disks and servers.`;
  desk.report({ file: name, ...(place && { place }), message, cure: cureFor(name, owner) });
}

function cureFor(name: string, owner: Owner): string {
  if (name.startsWith("pages/")) return "Rename the page: its place and name are its address.";
  return owner.name.startsWith("articles/")
    ? "Give one of the two another “slug”."
    : "Give the story another “slug”.";
}

function claimOldAddresses(
  { source: { file, spec }, aliases }: FiledStory,
  owners: Map<string, Owner>,
  desk: Desk,
): void {
  for (const [index, address] of (spec.aliases ?? []).entries()) {
    if (!aliases.includes(address)) continue;
    const owner = owners.get(keyOf(address));
    // A story that has come back to an address it once had may name it: its identity hangs on it.
    if (owner?.name === file) continue;
    if (owner) {
      desk.report({ file, place: field("aliases", index), ...takenWords(address, owner) });
    } else owners.set(keyOf(address), { name: file, address, isOld: true });
  }
}

function takenWords(address: string, { name, isOld }: Owner) {
  return isOld
    ? {
        message: `The old address “${address}” is an old address of ${name} as well.`,
        cure: "Leave it with the one story that had it.",
      }
    : {
        message: `The old address “${address}” is the address of ${name} now.`,
        cure: "Take it out of “aliases”: whoever goes there must find what is there now.",
      };
}
