// Finds the place of stories that have come in the paper as it stands. Only plain ones are taken, about
// as new as the newest, and in lists that are there already. Then their own pages come, and the first
// page of each of those lists changes, and all else stays: numbered pages count from the oldest story,
// and no page looks forward. With all others, everything has to be looked at.

import { dayOf } from "./news/archive.ts";
import { addressKey } from "./news/claim-addresses.ts";
import type { FiledStory } from "./news/file-story.ts";
import type { Story } from "./news/newspaper.ts";
import { isAmongPressPages } from "./pages/touched-pages.ts";
import type { Stamp } from "./source/content-index.ts";
import type { Standing } from "./standing-edition.ts";
import { addressMark, nameMark } from "./standing-names.ts";
import { lineAt, type PaperAround } from "./standing-paper.ts";
import { type AddedRow, pictureKeysOf } from "./standing-rows.ts";

/**
 * A list that has numbered pages has at least ten stories on its first, in the text edition, and more
 * elsewhere: with so few newer ones a story stands on the first page of all its lists.
 */
const MOST_NEWER = 9;

/**
 * The record with rows for stories that have come; undefined where more would change than said above.
 *
 * @param stamps of their files
 */
export function withNewStories(
  standing: Standing,
  filed: readonly FiledStory[],
  around: PaperAround,
  stamps: ReadonlyMap<string, Stamp>,
): Standing | undefined {
  if (filed.length === 0) return standing;
  const isFree = freeNames(standing);
  const newest = newestOf(standing);
  const fresh = new Set<Dated>(filed);
  const added: AddedRow[] = [];
  for (const story of filed.toSorted(byDate).reverse()) {
    const stamp = stamps.get(story.source.file);
    const topics = topicsOf(story, standing);
    if (!stamp || !topics || !isPlain(story, around) || !isFree(story)) return undefined;
    const newer = newest.filter((other) => byDate(other, story) < 0);
    if (newer.filter((other) => !fresh.has(other)).length > MOST_NEWER) return undefined;
    newest.splice(newer.length, 0, story);
    added.push({ ...rowOf(story, topics), stamp, newer: newer.length, pictures: [] });
  }
  return { ...standing, rows: standing.rows.with(added) };
}

/** The same record, once it is known what pictures these stories have. */
export function withPictures(
  before: Standing,
  standing: Standing,
  stories: ReadonlyMap<number, Story>,
): Standing {
  const added = standing.rows.added.slice(before.rows.added.length);
  const rows = added.map((row, position) => {
    const story = stories.get(before.rows.count + position);
    return { ...row, pictures: story ? pictureKeysOf(story) : [] };
  });
  return { ...standing, rows: before.rows.with(rows) };
}

type Dated = Pick<Story, "published" | "address">;

/** Newest first, as in the paper. */
function byDate(a: Dated, b: Dated): number {
  return b.published.instant - a.published.instant || (a.address < b.address ? -1 : 1);
}

/** One more than may be newer. */
function newestOf(standing: Standing): Dated[] {
  const rows = standing.rows.order().slice(0, MOST_NEWER + 1);
  return rows.map((row) => storyAt(standing, row));
}

function storyAt(standing: Standing, row: number): Dated {
  return lineAt(standing, row).story as Dated;
}

/** It has brought nothing that another page would tell of, nor will it go by itself. */
function isPlain(
  { state, address, aliases, corrections, expires, pictureExpires, source }: FiledStory,
  { sections, authors }: PaperAround,
): boolean {
  const { section, series, translation_of: original, authors: names = [] } = source.spec;
  const isShown = (list: readonly { readonly slug: string }[], slug: string) =>
    list.some((one) => one.slug === slug.normalize("NFC"));
  return (
    state === "live" &&
    aliases.length + corrections.length === 0 &&
    [expires, pictureExpires, series, original].every((one) => one === undefined) &&
    isShown(sections, section) &&
    names.every((name) => isShown(authors, name)) &&
    !isAmongPressPages(address)
  );
}

/**
 * The slugs of its topics, if readers know them all, each from an older story: the oldest decides how
 * a topic is written on all pages.
 */
function topicsOf(
  { source, published }: FiledStory,
  standing: Standing,
): readonly string[] | undefined {
  const slugs = new Map(standing.head.topicSlugs);
  const found = new Set<string>();
  for (const words of source.spec.topics ?? []) {
    const slug = slugs.get(words);
    const oldest =
      slug === undefined ? undefined : Array.from(standing.rows.byTopic.get(slug)).at(-1);
    if (slug === undefined || oldest === undefined) return undefined;
    if (storyAt(standing, oldest).published.instant >= published.instant) return undefined;
    found.add(slug);
  }
  return [...found];
}

/** Whether nobody else has its id or address, and nobody will. */
function freeNames({ head, rows }: Standing): (story: FiledStory) => boolean {
  if (!head.taken) return () => false;
  const ids = new Set(rows.ids());
  const addresses = new Set(rows.addresses().map(addressKey));
  const taken = new Set(head.taken);
  return ({ id, address }) => {
    const key = addressKey(address);
    const isFree =
      !ids.has(id) &&
      !addresses.has(key) &&
      !taken.has(nameMark("id", id)) &&
      !taken.has(addressMark(address));
    ids.add(id);
    addresses.add(key);
    return isFree;
  };
}

function rowOf(
  { source, id, address, published }: FiledStory,
  topics: readonly string[],
): Omit<AddedRow, "stamp" | "newer" | "pictures"> {
  const { file, spec } = source;
  const authors = (spec.authors ?? []).map((slug) => slug.normalize("NFC"));
  const day = dayOf(published);
  return { file, id, address, section: spec.section, topics, authors, day };
}
