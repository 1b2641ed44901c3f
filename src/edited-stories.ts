// Finds the stories that say something else than in the edition that is live, and composes them, if
// they stay where they are and nothing else has changed.

import { type Beside, besideStories, type EditedStory } from "./beside-stories.ts";
import type { BuildOrder } from "./build-order.ts";
import { readTexts } from "./markdown/read-texts.ts";
import { composeStory } from "./news/compose-story.ts";
import { openDesk } from "./news/desk.ts";
import { fileStory } from "./news/file-story.ts";
import type { Moment, Story } from "./news/newspaper.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { Problem } from "./problems/problem.ts";
import type { Content, Source } from "./source/content.ts";
import { isSettled, type Stamp } from "./source/content-index.ts";
import { STORY_GATE } from "./source/gates.ts";
import { changedAmong, STAMP_LENGTH, unsettledAmong } from "./source/known-files.ts";
import { listFiles } from "./source/list-files.ts";
import { stampOfOrdinary } from "./source/ordinary-file.ts";
import type { PictureFile } from "./source/picture-file.ts";
import { readSources } from "./source/read-sources.ts";
import type { StorySpec } from "./source/story-schema.ts";
import { lineOf, restOf, type Standing, type StandingLine } from "./standing-edition.ts";
import { lineAt, paperAround } from "./standing-paper.ts";
import { standingReferences } from "./standing-references.ts";

/** Where more stories than this were saved, all are read. */
const MOST = 50;

/** Stories that say something else than in the edition that is live, and nothing else that does. */
export interface Edited {
  readonly standing: Standing;
  readonly beside: Beside;
  readonly now: Moment;
  readonly sources: readonly Source<StorySpec>[];
  /** As they are now. */
  readonly stories: ReadonlyMap<number, Story>;
  readonly lines: ReadonlyMap<number, StandingLine>;
  readonly stamps: ReadonlyMap<string, Stamp>;
}

/** Undefined where more may have changed than words. */
export function editedStories(standing: Standing, order: BuildOrder): Edited | undefined {
  const { contentFolder: folder } = order;
  const stamps = changedStories(standing, folder);
  if (!stamps) return undefined;
  const files = [...stamps.keys()];
  const before = new Map(
    files.map((file) => {
      const row = standing.rows.rowOf(file);
      return [file, { row, line: lineAt(standing, row) }];
    }),
  );
  const read = readSources({ folder, files, stamps }, STORY_GATE);
  const sources = read.value.sound;
  const shown = [...before.values()].map(({ line }) => line.story as Story);
  const content = contentOf(standing, shown, sources, folder);
  const texts = readTexts(content, wordsFor, new Map());
  const problems: Problem[] = [...read.problems, ...texts.problems];
  const desk = openDesk(content, texts.value, order, problems);
  const around = paperAround(standing, folder);
  const references = standingReferences(standing, around);
  const stories = new Map<number, Story>();
  const edits: EditedStory[] = [];
  const lines = new Map<number, StandingLine>();
  for (const source of sources) {
    const known = before.get(source.file);
    const filed = fileStory(source, desk);
    const story = filed && composeStory(filed, references, desk);
    if (!known || !story) return undefined;
    const line = lineOf(story, filed, known.line.outputs);
    if (line.footprint !== known.line.footprint) return undefined;
    stories.set(known.row, story);
    edits.push({ row: known.row, before: known.line.story as Story, now: story });
    lines.set(known.row, line);
  }
  if (problems.length > 0 || stories.size < files.length) return undefined;
  const beside = besideStories(edits, around, standing.journal.note.sitemaps);
  return beside && { standing, beside, now: desk.now, sources, stories, lines, stamps };
}

/** Undefined where files have come or gone, or where more has changed than stories readers can see. */
function changedStories(
  { head, rows, journal, written, amended }: Standing,
  folder: string,
): ReadonlyMap<string, Stamp> | undefined {
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
  if (restOf(others.stamps) !== head.rest) return undefined;
  if (![...others.stamps.values()].every((stamp) => isSettled(stamp, written))) return undefined;
  const changed = new Set([...changedAmong(folder, { names, stamps }), ...unsettled]);
  if (changed.size > MOST) return undefined;
  const found = new Map<string, Stamp>();
  for (const position of changed) {
    const file = names[position] ?? "";
    const stamp = stampOfOrdinary(folder, file);
    if (!stamp) return undefined;
    found.set(file, stamp);
  }
  return found;
}

/** As much of the content as an edited story is composed from. It may show the pictures it has shown. */
function contentOf(
  standing: Standing,
  shown: readonly Story[],
  stories: readonly Source<StorySpec>[],
  folder: string,
): Content {
  const pictures = new Map<string, PictureFile>();
  for (const picture of shown.flatMap(picturesOf)) pictures.set(picture.file, picture);
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

function picturesOf({ picture, social, text }: Story): readonly PictureFile[] {
  const own = [picture?.file, social.image].flatMap((file) => file ?? []);
  return [...own, ...text.pictures.map(({ file }) => file)];
}
