// Finds the stories that say something else than in the edition that is live, or have come since, and
// composes them, if all others stay where they are and nothing else has changed.

import { type Beside, besideStories, type EditedStory } from "./beside-stories.ts";
import type { BuildOrder } from "./build-order.ts";
import { readTexts } from "./markdown/read-texts.ts";
import { composeStory } from "./news/compose-story.ts";
import { openDesk } from "./news/desk.ts";
import { type FiledStory, fileStory } from "./news/file-story.ts";
import { firstAfter } from "./news/next-change.ts";
import type { Moment, NextChange, Story } from "./news/newspaper.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import { picturesOfStory } from "./news/pictures-in-use.ts";
import { withNewStories, withPictures } from "./new-stories.ts";
import type { Outcome, Problem } from "./problems/problem.ts";
import type { Content, Source } from "./source/content.ts";
import { isSameStamp, isSettled, type Stamp } from "./source/content-index.ts";
import { STORY_GATE } from "./source/gates.ts";
import { changedAmong, STAMP_LENGTH, unsettledAmong } from "./source/known-files.ts";
import { type ListedFiles, listFiles } from "./source/list-files.ts";
import { stampOfOrdinary } from "./source/ordinary-file.ts";
import type { PictureFile } from "./source/picture-file.ts";
import { pathKey } from "./source/path-key.ts";
import { readMorePictures } from "./source/read-pictures.ts";
import { readSources } from "./source/read-sources.ts";
import type { StorySpec } from "./source/story-schema.ts";
import type { Standing } from "./standing-edition.ts";
import { changesOfHidden, isDue, isToBeRead } from "./standing-hidden.ts";
import { lineOf, type StandingLine } from "./standing-lines.ts";
import { fileMark, markOf, placeMark } from "./standing-names.ts";
import { lineAt, paperAround } from "./standing-paper.ts";
import { standingReferences } from "./standing-references.ts";

/** Where more stories than this were saved, all are read. */
const MOST = 50;

/** Stories that say something else than in the edition that is live, and nothing else that does. */
export interface Edited {
  /** As it was opened. */
  readonly before: Standing;
  /** With rows for what has come. */
  readonly standing: Standing;
  readonly beside: Beside;
  readonly now: Moment;
  readonly sources: readonly Source<StorySpec>[];
  /** As they are now. */
  readonly stories: ReadonlyMap<number, Story>;
  readonly lines: ReadonlyMap<number, StandingLine>;
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** Pictures that have come. */
  readonly more: ReadonlyMap<string, Stamp>;
  readonly nextChange?: NextChange;
}

/** Undefined where more may have changed. */
export async function editedStories(
  standing: Standing,
  order: BuildOrder,
): Promise<Edited | undefined> {
  const { contentFolder: folder } = order;
  const changed = changedStories(standing, order);
  if (!changed) return undefined;
  const { stamps, fresh } = changed;
  const files = [...stamps.keys()];
  const before = new Map(
    files
      .filter((file) => !fresh.has(file))
      .map((file) => [file, lineAt(standing, standing.rows.rowOf(file))]),
  );
  const read = readSources({ folder, files, stamps }, STORY_GATE);
  const sources = read.value.sound;
  const shown = [...before.values()].map(({ story }) => story as Story);
  const pictures = await picturesFor(shown, changed, order);
  const content = contentOf(standing, pictures.value, sources, folder);
  const texts = readTexts(content, wordsFor, new Map());
  const problems: Problem[] = [...read.problems, ...pictures.problems, ...texts.problems];
  const desk = openDesk(content, texts.value, order, problems);
  const around = paperAround(standing, folder);
  const filed = sources.flatMap((source) => fileStory(source, desk) ?? []);
  const come = filed.filter(
    (one) => fresh.has(one.source.file) && !isWhereItWas(one, standing, order),
  );
  const grown = withNewStories(standing, come, around, { stamps, now: desk.now });
  if (!grown) return undefined;
  const references = standingReferences(grown, around);
  const stories = new Map<number, Story>();
  const edits: EditedStory[] = [];
  const lines = new Map<number, StandingLine>();
  for (const one of filed) {
    const story = composeStory(one, references, desk);
    if (!story) return undefined;
    const row = grown.rows.rowOf(one.source.file);
    if (row === -1) continue; // Readers cannot see it.
    const known = before.get(one.source.file);
    const line = lineOf(story, one, known?.outputs ?? []);
    if (known && line.footprint !== known.footprint) return undefined;
    stories.set(row, story);
    edits.push({ row, ...(known && { before: known.story as Story }), now: story });
    lines.set(row, line);
  }
  if (problems.length > 0 || filed.length < files.length) return undefined;
  const beside = besideStories(edits, around, grown);
  const now = { standing: withPictures(standing, grown, stories), beside, now: desk.now };
  const { pictures: more } = changed;
  const changes = [standing.head.nextChange ?? [], changesOfHidden(grown.hidden, changed.hidden)];
  const next = firstAfter(desk.now, changes.flat());
  return (
    beside && { ...now, ...next, before: standing, beside, sources, stories, lines, stamps, more }
  );
}

/** A hidden story of which the rest of the paper is told what it was told before. */
function isWhereItWas(
  filed: FiledStory,
  { hidden }: Standing,
  { now }: Pick<BuildOrder, "now">,
): boolean {
  const known = hidden.get(fileMark(filed.source.file));
  return known !== undefined && !isDue(known, now) && known.place === placeMark(filed);
}

/** An edited story may show the pictures it has shown, one without a row all there are. */
async function picturesFor(
  shown: readonly Story[],
  { fresh, pictures, all }: ChangedStories,
  { contentFolder: folder, stateFolder }: BuildOrder,
): Promise<Outcome<ReadonlyMap<string, PictureFile>>> {
  if (fresh.size + pictures.size > 0)
    return readMorePictures({ folder, files: [...pictures.keys()], stamps: all }, stateFolder);
  const known = shown.flatMap(picturesOfStory).map((picture) => [picture.file, picture] as const);
  return { value: new Map(known), problems: [] };
}

interface ChangedStories {
  /** By file. */
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** Files among them that have no row. */
  readonly fresh: ReadonlySet<string>;
  /** Files of all stories that are hidden or have come, by what stands for them. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Pictures that were not there. */
  readonly pictures: ReadonlyMap<string, Stamp>;
  /** Of all files but the stories with rows in the columns. */
  readonly all: ReadonlyMap<string, Stamp>;
}

/**
 * Undefined where a file has gone, or where more has changed than stories that are live or hidden, and
 * more has come than stories and pictures.
 */
function changedStories(
  standing: Standing,
  { contentFolder: folder, now }: BuildOrder,
): ChangedStories | undefined {
  const { rows, journal, written, amended } = standing;
  const { names, stamps } = rows.files();
  const unsettled = new Set(unsettledAmong({ names, stamps }, written));
  for (const [position, stamp, noted = amended] of journal.note.stamps) {
    stamps.set(stamp, position * STAMP_LENGTH);
    if (isSettled(stamp, noted)) unsettled.delete(position);
    else unsettled.add(position);
  }
  let met = 0;
  const isNext = (file: string) => file === names[met] && (met += 1) > 0;
  const { value: others, problems } = listFiles(folder, isNext);
  if (met < names.length || problems.length > 0) return undefined;
  const later = changedSince(standing, others, now);
  if (!later) return undefined;
  const changed = new Set([...changedAmong(folder, { names, stamps }), ...unsettled]);
  if (changed.size + later.stamps.size > MOST) return undefined;
  const found = new Map(later.stamps);
  for (const position of changed) {
    const file = names[position] ?? "";
    const stamp = stampOfOrdinary(folder, file);
    if (!stamp) return undefined;
    found.set(file, stamp);
  }
  return { ...later, stamps: found };
}

/** The same among all other files; what falls due counts as changed. */
function changedSince(
  { head, rows, journal, written, amended, hidden }: Standing,
  { files, stamps: all }: ListedFiles,
  now: number,
): ChangedStories | undefined {
  const stamps = new Map<string, Stamp>();
  const others = new Map(all);
  for (const { file, stamp, noted = amended } of rows.added) {
    const now = others.get(file);
    if (!now) return undefined;
    if (!isSameStamp(now, stamp) || !isSettled(stamp, noted)) stamps.set(file, now);
    others.delete(file);
  }
  const rest = new Set(head.rest);
  // Of a picture not even a build that reads everything asks for more than its stamp.
  const later = new Set(journal.note.rest);
  const [stories, images] = [new Set(files.story), new Set(files.picture)];
  const fresh = new Set<string>();
  const found = new Map<string, string>();
  const pictures = new Map<string, Stamp>();
  for (const [file, stamp] of others) {
    const mark = markOf(file, stamp);
    if (later.delete(mark)) continue;
    if (rest.delete(mark)) {
      if (!isSettled(stamp, written)) return undefined;
    } else if (stories.has(file)) {
      const name = fileMark(file);
      found.set(name, file);
      if (!isToBeRead(hidden.get(name), stamp, amended, now)) continue;
      stamps.set(file, stamp);
      fresh.add(file);
    } else if (images.has(file)) pictures.set(file, stamp);
    else return undefined;
  }
  const isAllThere = [...hidden.keys()].every((mark) => found.has(mark));
  return isAllThere && rest.size + later.size === 0 && areApart(pictures, files.picture)
    ? { stamps, fresh, hidden: found, pictures, all }
    : undefined;
}

/** A new picture that some disk would take for another may be meant where that was meant before. */
function areApart(come: ReadonlyMap<string, Stamp>, pictures: readonly string[]): boolean {
  return come.size === 0 || new Set(pictures.map(pathKey)).size === pictures.length;
}

/** As much of the content as an edited or a new story is composed from. */
function contentOf(
  standing: Standing,
  pictures: ReadonlyMap<string, PictureFile>,
  stories: readonly Source<StorySpec>[],
  folder: string,
): Content {
  return {
    folder,
    site: standing.head.siteSpec,
    stories,
    authors: [],
    pages: [],
    pictures,
    files: [],
    faulty: [],
    stamps: new Map(),
    broken: new Set(),
  };
}
