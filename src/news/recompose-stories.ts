// Composes single stories anew where nothing but what they say has changed, as it does with most
// saved files: the rest of the paper stands, and is not composed again.

import type { KnownText } from "../markdown/known-text.ts";
import type { Problem } from "../problems/problem.ts";
import type { Content, Source } from "../source/content.ts";
import type { StorySpec } from "../source/story-schema.ts";
import type { Standing } from "./compose-newspaper.ts";
import { composeStory } from "./compose-story.ts";
import { type Desk, type NewspaperOptions, openDesk } from "./desk.ts";
import { type FiledStory, fileStory } from "./file-story.ts";
import { placeOf } from "./footprint.ts";
import { ledgerEntries } from "./ledger.ts";
import type { Newspaper, Story } from "./newspaper.ts";

/** A newspaper without a problem, with what it was composed from. */
export interface StandingPaper {
  readonly paper: Newspaper;
  readonly standing: Standing;
}

/**
 * The newspaper with some of its stories as they are now; undefined where that would not be all: a
 * story that has moved, come, gone or got a mistake, or a moment at which the paper changes by itself.
 *
 * @param content with the stories as they are now
 * @param changed those of its stories that are to be composed
 * @param texts of these stories
 */
export function recomposeStories(
  { paper, standing }: StandingPaper,
  content: Content,
  changed: readonly Source<StorySpec>[],
  texts: ReadonlyMap<string, KnownText>,
  options: NewspaperOptions,
): Newspaper | undefined {
  const problems: Problem[] = [];
  const desk = openDesk(content, texts, options, problems);
  if (!isQuiet(paper, desk)) return undefined;
  const anew = new Map<string, Story>();
  for (const source of changed) {
    const story = recomposed(source, standing, desk);
    if (!story) return undefined;
    anew.set(source.file, story);
  }
  if (problems.length > 0) return undefined;
  const stories = paper.stories.map((story) => anew.get(story.file) ?? story);
  const ledger = paper.ledger && ledgerEntries(stories, paper.killed);
  return { ...paper, now: desk.now, stories, ...(ledger && { ledger }) };
}

/** Whether nothing was due between the two moments. */
function isQuiet({ now, nextChange }: Newspaper, desk: Desk): boolean {
  const { instant } = desk.now;
  return instant >= now.instant && (nextChange === undefined || instant < nextChange.at.instant);
}

function recomposed(
  source: Source<StorySpec>,
  { filed, references }: Standing,
  desk: Desk,
): Story | undefined {
  const before = filed.find((story) => story.source.file === source.file);
  const now = fileStory(source, desk);
  return before && now && isInPlace(before, now) ? composeStory(now, references, desk) : undefined;
}

/** With its first correction a story may bring the ledger, and with its last one take it away. */
function isInPlace(before: FiledStory, now: FiledStory): boolean {
  const [wasCorrected, isCorrected] = [before, now].map(
    ({ corrections }) => corrections.length > 0,
  );
  return wasCorrected === isCorrected && placeOf(before) === placeOf(now);
}
