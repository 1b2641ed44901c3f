// Stories that readers cannot see yet, drafts and scheduled ones, as the record knows them: a hash
// stands for whatever has a name, so that nothing of them can be read there.

import { type FiledStory, type StoryState } from "./news/file-story.ts";
import { nextChangeAfter } from "./news/next-change.ts";
import type { Moment, NextChange, Story } from "./news/newspaper.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import type { Content } from "./source/content.ts";
import { isSameStamp, isSettled, type Stamp } from "./source/content-index.ts";
import { addressMark, fileMark, nameMark, placeMark } from "./standing-names.ts";

export interface HiddenStory {
  readonly stamp: Stamp;
  /** When the stamp was noted; with the journal, where no other moment is given. */
  readonly noted?: number;
  /** Stands for all that the rest of the paper is told of it. */
  readonly place: string;
  /** Stand for the id and the address of a plain one, see `plainHidden`. */
  readonly names?: readonly string[];
  /** What happens to it by itself. */
  readonly next?: Omit<NextChange, "file">;
}

/** By what stands for their files. */
export type HiddenStories = ReadonlyMap<string, HiddenStory>;

/** Of the paper as it was planned. */
export function hiddenStories(
  { content, paper, standing }: PlannedPaper,
  plain: ReadonlySet<FiledStory>,
): HiddenStories {
  const found = new Map<string, HiddenStory>();
  for (const filed of standing.filed) {
    const stamp = content.stamps.get(filed.source.file);
    if (stamp && isHidden(filed.state))
      found.set(
        fileMark(filed.source.file),
        hiddenStory(filed, { stamp, isPlain: plain.has(filed), now: paper.now }),
      );
  }
  return found;
}

interface Seen {
  readonly stamp: Stamp;
  readonly isPlain: boolean;
  readonly now: Moment;
}

export function hiddenStory(filed: FiledStory, { stamp, isPlain, now }: Seen): HiddenStory {
  const { id, address } = filed;
  const { nextChange } = nextChangeAfter(now, [filed], []);
  return {
    stamp,
    place: placeMark(filed),
    ...(isPlain && { names: [nameMark("id", id), addressMark(address)] }),
    ...(nextChange && { next: { at: nextChange.at, what: nextChange.what } }),
  };
}

export function isHidden(state: StoryState): boolean {
  return state === "draft" || state === "scheduled";
}

/**
 * Those that nothing else in the paper hangs on, so that each may be moved or published by itself: no
 * other file names them, and no name of a topic or series is theirs to decide.
 */
export function plainHidden({ content, paper, standing }: PlannedPaper): ReadonlySet<FiledStory> {
  const { filed, hidden, references } = standing;
  const named = namedIds(content);
  // Whatever readers can see has no link to what they cannot.
  const linked = new Set(hidden.flatMap(({ text }) => text.links).map(withoutFragment));
  const began = beginOfTopics(paper.stories);
  const isNamedBefore = ({ source, published }: FiledStory) =>
    (source.spec.topics ?? []).every((words) => {
      const slug = references.topics.get(words)?.slug ?? "";
      return (began.get(slug) ?? Infinity) < published.instant;
    });
  const isPlain = (one: FiledStory) =>
    isHidden(one.state) &&
    standsAlone(one) &&
    isNamedBefore(one) &&
    !named.has(one.id) &&
    !linked.has(one.address);
  return new Set(filed.filter(isPlain));
}

/** It has brought nothing that another page would tell of, nor will it go by itself. */
export function standsAlone(story: FiledStory): boolean {
  const { aliases, corrections, expires, pictureExpires, source } = story;
  const { series, translation_of: original } = source.spec;
  return (
    aliases.length + corrections.length === 0 &&
    [expires, pictureExpires, series, original].every((one) => one === undefined)
  );
}

/** Of stories that others name in their headers, or an editor for the front page. */
function namedIds({ stories, front }: Content): ReadonlySet<string> {
  const editions = front?.editions ?? [];
  return new Set([
    ...stories.flatMap(({ spec }) => [spec.related ?? [], spec.translation_of ?? []].flat()),
    ...editions.flatMap(({ lead = [], slots = [] }) => [lead, slots].flat()),
  ]);
}

function withoutFragment(link: string): string {
  return link.replace(/#.*$/, "");
}

/** When the oldest story of each topic that readers can see was published, by the topic's slug. */
function beginOfTopics(stories: readonly Story[]): ReadonlyMap<string, number> {
  return new Map(
    stories.flatMap(({ topics, published }) =>
      topics.map(({ slug }) => [slug, published.instant] as const),
    ),
  );
}

/**
 * Whether it must be read again.
 *
 * @param noted when its stamp was noted, where nothing else is said
 * @param now milliseconds since 1970, UTC
 */
export function isToBeRead(
  known: HiddenStory | undefined,
  stamp: Stamp,
  noted: number,
  now: number,
): boolean {
  return (
    !known ||
    !isSameStamp(known.stamp, stamp) ||
    !isSettled(stamp, known.noted ?? noted) ||
    isDue(known, now)
  );
}

/** @param now milliseconds since 1970, UTC */
export function isDue({ next }: HiddenStory, now: number): boolean {
  return next !== undefined && next.at.instant <= now;
}

/**
 * What happens to them by itself.
 *
 * @param files by what stands for them
 */
export function changesOfHidden(
  hidden: HiddenStories,
  files: ReadonlyMap<string, string>,
): readonly NextChange[] {
  return [...hidden].flatMap(([mark, { next }]) => {
    const file = files.get(mark);
    return next && file !== undefined ? [{ ...next, file }] : [];
  });
}

/** With the stamps of those that were read. */
export function withStamps(
  hidden: HiddenStories,
  stamps: ReadonlyMap<string, Stamp>,
  noted: number,
): HiddenStories {
  const read = new Map([...stamps].map(([file, stamp]) => [fileMark(file), stamp]));
  return new Map(
    [...hidden].map(([mark, { noted: when = noted, ...story }]) => {
      const stamp = read.get(mark);
      return [mark, stamp ? { ...story, stamp } : { ...story, noted: when }];
    }),
  );
}
