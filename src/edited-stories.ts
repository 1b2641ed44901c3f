// Finds the stories that say something else than in the edition that is live, and composes them, if
// they stay where they are and nothing else has changed.

import type { BuildOrder } from "./build-order.ts";
import { readTexts } from "./markdown/read-texts.ts";
import { composeStory } from "./news/compose-story.ts";
import { openDesk } from "./news/desk.ts";
import { fileStory } from "./news/file-story.ts";
import type { Moment, Story } from "./news/newspaper.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { Problem } from "./problems/problem.ts";
import type { Content, Source } from "./source/content.ts";
import { isSameStamp, isSettled, type Stamp } from "./source/content-index.ts";
import { STORY_GATE } from "./source/gates.ts";
import { listFiles } from "./source/list-files.ts";
import type { PictureFile } from "./source/picture-file.ts";
import { readSources } from "./source/read-sources.ts";
import type { StorySpec } from "./source/story-schema.ts";
import { lineOf, restOf, type Standing, type StandingLine } from "./standing-edition.ts";
import { lineAt, type PaperAround, paperAround } from "./standing-paper.ts";
import { standingReferences } from "./standing-references.ts";

/** Where more stories than this were saved, all are read. */
const MOST = 50;

/** Stories that say something else than in the edition that is live, and nothing else that does. */
export interface Edited {
  readonly standing: Standing;
  readonly around: PaperAround;
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
  const stamps = stampsOfChanged(standing, folder);
  if (!stamps) return undefined;
  const rows = rowsOf(standing, stamps);
  const read = readSources({ folder, files: [...rows.keys()], stamps }, STORY_GATE);
  const sources = read.value.sound;
  const content = contentOf(standing, rows, sources, folder);
  const texts = readTexts(content, wordsFor, new Map());
  const problems: Problem[] = [...read.problems, ...texts.problems];
  const desk = openDesk(content, texts.value, order, problems);
  const around = paperAround(standing, folder);
  const references = standingReferences(standing, around);
  const stories = new Map<number, Story>();
  const lines = new Map<number, StandingLine>();
  for (const source of sources) {
    const row = rows.get(source.file) ?? -1;
    const filed = fileStory(source, desk);
    const story = filed && composeStory(filed, references, desk);
    const before = lineAt(standing, row);
    const line = story && lineOf(story, filed, before.outputs);
    if (line?.footprint !== before.footprint) return undefined;
    stories.set(row, story as Story);
    lines.set(row, line);
  }
  if (problems.length > 0 || stories.size < rows.size) return undefined;
  return { standing, around, now: desk.now, sources, stories, lines, stamps };
}

/** Undefined where files have come or gone, or where more has changed than stories readers can see. */
function stampsOfChanged(
  { head, journal, written }: Standing,
  folder: string,
): ReadonlyMap<string, Stamp> | undefined {
  const { value, problems } = listFiles(folder);
  const known = new Map(head.rows.map(([file], row) => [file, head.stamps[row]]));
  for (const [file, ...stamp] of journal.note.stamps) known.set(file, stamp);
  if (problems.length > 0 || restOf(value.stamps, known) !== head.rest) return undefined;
  const changed = new Map<string, Stamp>();
  let present = 0;
  for (const [file, stamp] of value.stamps) {
    const before = known.get(file);
    if (before) present += 1;
    else if (!isSettled(stamp, written)) return undefined;
    const isSame = !before || (isSameStamp(before, stamp) && isSettled(stamp, written));
    if (!isSame) changed.set(file, stamp);
  }
  return present === known.size && changed.size <= MOST ? changed : undefined;
}

function rowsOf(
  { head }: Standing,
  files: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (files.size === 0) return rows;
  for (const [row, [file]] of head.rows.entries()) if (files.has(file)) rows.set(file, row);
  return rows;
}

/** As much of the content as an edited story is composed from. It may show the pictures it has shown. */
function contentOf(
  standing: Standing,
  rows: ReadonlyMap<string, number>,
  stories: readonly Source<StorySpec>[],
  folder: string,
): Content {
  const pictures = new Map<string, PictureFile>();
  for (const row of rows.values())
    for (const picture of picturesOf(lineAt(standing, row).story as Story))
      pictures.set(picture.file, picture);
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
