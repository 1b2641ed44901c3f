// Finds the place of stories that have come in the paper as it stands. Only plain ones are taken, about
// as new as the newest, and in lists that are there already. Then their own pages come, and the first
// page of each of those lists changes, and all else stays: numbered pages count from the oldest story,
// and no page looks forward. What readers cannot see yet has its place in the record alone. With all
// others, everything has to be looked at.

import { dayOf } from "./news/archive.ts";
import { addressKey } from "./news/claim-addresses.ts";
import type { FiledStory } from "./news/file-story.ts";
import type { Moment, Story } from "./news/newspaper.ts";
import { isAmongPressPages } from "./pages/touched-pages.ts";
import type { Stamp } from "./source/content-index.ts";
import type { Standing } from "./standing-edition.ts";
import { hiddenStory, isHidden, standsAlone } from "./standing-hidden.ts";
import { addressMark, fileMark, nameMark } from "./standing-names.ts";
import { lineAt, type PaperAround } from "./standing-paper.ts";
import { type AddedRow, pictureKeysOf } from "./standing-rows.ts";

/**
 * A list that has numbered pages has at least ten stories on its first, in the text edition, and more
 * elsewhere: with so few newer ones a story stands on the first page of all its lists.
 */
const MOST_NEWER = 9;

/**
 * The record with rows for stories that readers have not seen before, and with word of those that they
 * cannot see yet; undefined where more would change than said above.
 *
 * @param filed what has come, and what was hidden and is somewhere else by now
 * @param stamps of their files
 * @param now the moment of the edition
 */
export function withNewStories(
  standing: Standing,
  filed: readonly FiledStory[],
  around: PaperAround,
  { stamps, now }: { readonly stamps: ReadonlyMap<string, Stamp>; readonly now: Moment },
): Standing | undefined {
  if (filed.length === 0) return standing;
  const hidden = new Map(standing.hidden);
  for (const mark of filed.map(({ source }) => fileMark(source.file))) {
    const known = hidden.get(mark);
    if (known && !known.names) return undefined;
    hidden.delete(mark);
  }
  const isFree = freeNames({ ...standing, hidden });
  const newest = newestOf(standing);
  const fresh = new Set<Dated>(filed);
  const added: AddedRow[] = [];
  for (const story of filed.toSorted(byDate).reverse()) {
    const stamp = stamps.get(story.source.file);
    const topics = topicsOf(story, standing);
    if (!stamp || !topics || !isPlain(story, around) || !isFree(story)) return undefined;
    if (isHidden(story.state)) {
      hidden.set(fileMark(story.source.file), hiddenStory(story, { stamp, isPlain: true, now }));
      continue;
    }
    const newer = newest.filter((other) => byDate(other, story) < 0);
    if (newer.filter((other) => !fresh.has(other)).length > MOST_NEWER) return undefined;
    newest.splice(newer.length, 0, story);
    added.push({ ...rowOf(story, topics), stamp, newer: newer.length, pictures: [] });
  }
  return { ...standing, hidden, rows: standing.rows.with(added) };
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

/** It stands alone, or in lists that readers know. */
function isPlain(story: FiledStory, { sections, authors }: PaperAround): boolean {
  const { state, address, source } = story;
  const { section, authors: names = [] } = source.spec;
  const isShown = (list: readonly { readonly slug: string }[], slug: string) =>
    list.some((one) => one.slug === slug.normalize("NFC"));
  return (
    (state === "live" || isHidden(state)) &&
    standsAlone(story) &&
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
function freeNames({ head, rows, hidden }: Standing): (story: FiledStory) => boolean {
  if (!head.taken) return () => false;
  const ids = new Set(rows.ids());
  const addresses = new Set(rows.addresses().map(addressKey));
  const ofHidden = [...hidden.values()].flatMap(({ names = [] }) => names);
  const taken = new Set([...head.taken, ...ofHidden]);
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
