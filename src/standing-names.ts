// Names in the record that must not be read there: a hash stands for each.

import { hash } from "node:crypto";
import { addressKey } from "./news/claim-addresses.ts";
import type { FiledStory } from "./news/file-story.ts";
import { placeOf } from "./news/footprint.ts";
import { isAmongPressPages } from "./pages/touched-pages.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import type { Stamp } from "./source/content-index.ts";

/** Stands for a file as it is. */
export function markOf(file: string, stamp: Stamp): string {
  return shortHash(JSON.stringify([file, stamp]));
}

/** Stands for a file, whatever is in it. */
export function fileMark(file: string): string {
  return nameMark("file", file);
}

/** Stands for what the rest of the paper is told of a story. */
export function placeMark(filed: FiledStory): string {
  return shortHash(placeOf(filed));
}

/**
 * What is taken besides the ids and addresses of live stories: each stands for an id, or for an
 * address in the one form that many disks make of it. Undefined where a file of the newsroom's stands
 * among pages that the press makes by itself when the paper grows: only a plan of all of them tells
 * whether two want one address.
 *
 * @param others stories that are kept account of elsewhere
 */
export function takenNames(
  { content, paper, standing }: PlannedPaper,
  others: ReadonlySet<FiledStory>,
): readonly string[] | undefined {
  const live = new Set(paper.stories.map(({ file }) => file));
  const hidden = standing.filed.filter(({ source }) => !live.has(source.file));
  const kept = hidden.filter((one) => !others.has(one));
  const { authors, topics, series } = standing.references;
  const lists = [...paper.sections, ...authors.values(), ...topics.values(), ...series.values()];
  const places = [...lists, ...paper.pages, ...paper.killed, ...paper.gone, ...kept];
  const addresses = [
    ...places.map(({ address }) => address),
    ...standing.filed.flatMap(({ aliases }) => aliases),
    ...paper.redirects.map(({ from }) => from),
    ...content.files.map(({ path }) => `/${path}/`),
  ];
  const all = [...addresses, ...[...paper.stories, ...hidden].map(({ address }) => address)];
  if (all.some(isAmongPressPages)) return undefined;
  return [...kept.map(({ id }) => nameMark("id", id)), ...addresses.map(addressMark)];
}

export function addressMark(address: string): string {
  return nameMark("address", addressKey(address));
}

export function nameMark(kind: "id" | "address" | "file", name: string): string {
  return shortHash(`${kind} ${name}`);
}

function shortHash(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 22);
}
