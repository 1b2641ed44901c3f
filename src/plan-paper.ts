// The first half of a build, shared with the live preview and Eleventy's own command: from the
// content folder to a plan of every page. Nothing is printed or written yet.

import type { BuildOrder } from "./build-order.ts";
import { keepIndex, openIndex } from "./keep-index.ts";
import type { KnownText } from "./markdown/known-text.ts";
import { type KeptTexts, readTexts } from "./markdown/read-texts.ts";
import { composeNewspaper } from "./news/compose-newspaper.ts";
import { mastheadOf } from "./news/compose-site.ts";
import type { StandingPaper } from "./news/recompose-stories.ts";
import type { PageKind, PlannedPage } from "./pages/page.ts";
import type { PressAssets } from "./pages/page-desk.ts";
import type { FileOptions } from "./pages/plan-files.ts";
import { type PagePlan, planPages } from "./pages/plan-pages.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import type { PressHands } from "./press-hands.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import type { Problem } from "./problems/problem.ts";
import { findCollisions, type PlannedOutput } from "./publish/find-collisions.ts";
import { readAhead } from "./read-ahead.ts";
import { type AssetFile, prepareAssets, type PreparedAssets } from "./render/press-assets.ts";
import type { Content } from "./source/content.ts";
import { locateProblems } from "./source/locate-problems.ts";
import { readContent } from "./source/read-content.ts";
import { setAside } from "./source/set-aside.ts";
import type { StandIns } from "./stand-ins.ts";

/** The paper, composed, with all that its pages are planned from. */
export interface ComposedPaper extends StandingPaper {
  readonly content: Content;
  readonly assets: PressAssets;
  readonly assetFiles: readonly AssetFile[];
  readonly options: FileOptions;
}

/** The paper, planned to the last page. */
export interface PlannedPaper extends ComposedPaper {
  readonly plan: PagePlan;
}

export interface Planning {
  /** Absent when there are problems that leave no paper to plan. */
  readonly planned?: PlannedPaper;
  /** Every problem found, each with its line. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * What to do with files that have problems: a build stops, a preview sets them aside and plans the
 * paper without them, and a build that is to go on has stand-ins for those that readers can see.
 */
export type Faulty = "stop" | "set aside" | StandIns;

/**
 * Reads, composes and plans the paper.
 *
 * @param hands read what is new, where there is much of it
 */
export async function planPaper(
  order: BuildOrder,
  faulty: Faulty,
  hands?: PressHands,
): Promise<Planning> {
  const index = openIndex(order);
  let prepared: PreparedAssets | undefined;
  // Hands may have much to read: in the meantime the paper's marks are drawn.
  const read = await readContent(order, index.stories, async (site, stories) => {
    const draw = async () => {
      prepared = await prepareAssets({ ...order, ...mastheadOf(site) });
    };
    await readAhead(stories, site.language, index, { hands, draw });
  });
  if (!read.value || !prepared)
    return { problems: locateProblems(read.problems, order.contentFolder) };
  const composed = composePaper(read.value, order, faulty, index.texts, read.problems);
  const { content, paper, standing, problems, texts, isWhole } = composed;
  keepIndex(index, content, texts, problems);
  const { assets, files: assetFiles } = prepared;
  const copied = new Set(content.files.map(({ path }) => path));
  const options = { isPreview: order.drafts, copied };
  const plan = planPages(paper, assets, options);
  const collisions = findCollisions(outputsOf(plan, content));
  const all = [...read.problems, ...problems, ...collisions];
  const located = locateProblems(all, order.contentFolder);
  const isRefused = faulty !== "set aside" && !(isWhole && collisions.length === 0);
  return isRefused
    ? { problems: located }
    : {
        planned: { content, paper, standing, assets, assetFiles, options, plan },
        problems: located,
      };
}

/** Pages that stand where a writer's file says. */
const WRITTEN: ReadonlySet<PageKind> = new Set(["story", "plain", "notice", "redirect"]);

/** The press's own pages first: when two want one file, the writer's file is the one to rename. */
function outputsOf({ pages, files }: PagePlan, content: Content): readonly PlannedOutput[] {
  const isWritten = ({ kind }: PlannedPage) => WRITTEN.has(kind);
  const written = pages.filter(isWritten);
  const own = pages.filter((page) => !isWritten(page));
  return [
    ...[...own, ...files, ...written].map(({ output, origin }) => ({ path: output, origin })),
    ...content.files.map(({ path }) => ({ path, origin: `files/${path}` })),
  ];
}

interface Composed extends StandingPaper {
  readonly content: Content;
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, KnownText>;
  /** Nothing is wrong with what is in it. */
  readonly isWhole: boolean;
}

/**
 * Composes the paper; a file set aside may leave others with dead links, so it goes by rounds.
 *
 * @param found problems that were there before this round
 */
function composePaper(
  content: Content,
  order: BuildOrder,
  faulty: Faulty,
  kept: KeptTexts,
  found: readonly Problem[] = [],
): Composed {
  const texts = readTexts(content, wordsFor, kept);
  const paper = composeNewspaper(content, texts.value, order);
  const problems = [...texts.problems, ...paper.problems];
  const rest = restOf(content, [...found, ...problems], faulty);
  if (!rest) {
    const isWhole = found.length + problems.length === 0;
    const told = typeof faulty === "string" ? problems : problems.map(faulty.asTold);
    const { value, standing } = paper;
    return { content, paper: value, standing, problems: told, texts: texts.value, isWhole };
  }
  const others = composePaper(rest, order, faulty, kept);
  return { ...others, problems: [...problems, ...others.problems] };
}

/** What another round is to be made from; undefined where there is none. */
function restOf(
  content: Content,
  problems: readonly Problem[],
  faulty: Faulty,
): Content | undefined {
  if (faulty === "stop" || problems.length === 0) return undefined;
  if (faulty !== "set aside") return faulty.goOn(content, problems);
  const rest = setAside(content, problems);
  return rest === content ? undefined : rest;
}
