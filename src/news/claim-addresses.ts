// Every address has one owner, and old addresses belong to the story that had them. Checked for
// unpublished stories too: a clash should show when it is made, not at five in the morning when the
// story goes live.

import { field, type Place } from "../problems/problem.ts";
import { pathKey } from "../source/path-key.ts";
import type { Desk } from "./desk.ts";
import type { FiledPage } from "./file-page.ts";
import type { FiledStory } from "./file-story.ts";
import type { Author, Section, Series, Topic } from "./newspaper.ts";
import { aliasesAsWritten, type Named } from "./old-addresses.ts";

/** Pages of the paper that no story or page may take the place of. */
export interface OwnPages {
  readonly sections: readonly Section[];
  readonly topics: Iterable<Topic>;
  readonly series: Iterable<Series>;
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
 * @returns whether a file got an address it wants: what went without has no place in the paper
 */
export function claimAddresses(
  filed: readonly FiledStory[],
  pages: readonly FiledPage[],
  own: OwnPages,
  desk: Desk,
): (file: string, address: string) => boolean {
  const owners = new Map<string, Owner>();
  for (const owner of ownAddresses(own, desk)) owners.set(addressKey(owner.address), owner);
  for (const claim of claimsOf(filed, pages)) {
    const owner = owners.get(addressKey(claim.address));
    if (owner) report(claim, owner, desk);
    else owners.set(addressKey(claim.address), claim);
  }
  for (const { source, aliases } of [...pages, ...filed]) {
    for (const alias of aliases) claimOldAddress(alias, source, owners, desk);
  }
  return (file, address) => {
    const owner = owners.get(addressKey(address));
    return owner?.name === file && owner.address === address;
  };
}

/** Two addresses with one key are one somewhere. The slashes at both ends say nothing. */
export function addressKey(address: string): string {
  return pathKey(address.slice(1, -1));
}

function ownAddresses(
  { sections, topics, series, authors }: OwnPages,
  desk: Desk,
): readonly Owner[] {
  return [
    { name: "the front page", address: "/" },
    ...sections.map(({ title, address }) => ({ name: `the section “${title}”`, address })),
    ...[...topics].map(({ name, address }) => ({ name: `the topic “${name}”`, address })),
    ...[...series].map(({ name, address }) => ({ name: `the series “${name}”`, address })),
    ...[...authors].map(({ name, address }) => ({ name: `the author “${name}”`, address })),
    ...desk.content.files.map(({ path }) => ({ name: `files/${path}`, address: `/${path}/` })),
  ];
}

interface Claim extends Owner {
  readonly place?: Place;
}

function claimsOf(filed: readonly FiledStory[], pages: readonly FiledPage[]): readonly Claim[] {
  const plain = pages.map(({ source: { file }, address }) => ({ name: file, address }));
  const stories = filed.map(({ source: { file, spec }, address }) => ({
    name: file,
    address,
    ...(spec.slug !== undefined && { place: field("slug") }),
  }));
  return [...plain, ...stories];
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

function claimOldAddress(
  address: string,
  { file, spec }: Named,
  owners: Map<string, Owner>,
  desk: Desk,
): void {
  const owner = owners.get(addressKey(address));
  if (!owner) {
    owners.set(addressKey(address), { name: file, address, isOld: true });
    return;
  }
  const place = field("aliases", aliasesAsWritten(spec).indexOf(address));
  const words = owner.name === file ? twinWords(address, owner) : takenWords(address, owner);
  desk.report({ file, place, ...words });
}

/** Two addresses of one file that differ in capitals or accents only. */
function twinWords(address: string, owner: Owner) {
  return {
    message: `The old address “${address}” and ${owner.isOld ? "another" : "the one of today"}, “${owner.address}”, are one to many disks and servers.`,
    cure: owner.isOld
      ? "Keep the one that readers were given."
      : "Take it out of “aliases”, and give the story the slug that readers were given.",
  };
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
