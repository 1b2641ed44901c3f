// Plans what of the live edition is other by now: the pages and files that show edited stories or stand
// beside them, and all that a new story brings.

import type { Edited } from "./edited-stories.ts";
import type { Story } from "./news/newspaper.ts";
import { picturesInUse } from "./news/pictures-in-use.ts";
import type { Derivative } from "./pages/derivative.ts";
import type { PlannedFile, PlannedPage } from "./pages/page.ts";
import { type PagePlan, planPart } from "./pages/plan-pages.ts";
import { textAddress } from "./pages/text-edition/text-address.ts";
import { addressOf } from "./pages/urls.ts";
import { areFree } from "./publish/find-collisions.ts";
import type { LeftFiles, LiveFiles } from "./publish/live-files.ts";
import type { Standing } from "./standing-edition.ts";
import { lineAt, paperOf, storiesByRow } from "./standing-paper.ts";
import { pictureKey } from "./standing-rows.ts";

export interface PlannedEdition {
  readonly plan: PagePlan;
  /** Pages and files that the paper has not had so far. */
  readonly fresh: ReadonlySet<string>;
  /** The same of pictures. */
  readonly pictures: readonly Derivative[];
  /** Files that it has no use for any more. */
  readonly gone: readonly string[];
  /** Pages and files that may show other stories than before. */
  readonly reshown: readonly (PlannedPage | PlannedFile)[];
  /** All stories. */
  readonly byRow: readonly Story[];
}

/**
 * Undefined where what comes would be in the way of another, or where too little is known of a picture
 * to tell whether it goes.
 *
 * @param live what the paper has had so far
 * @param left the same
 */
export function planEdition(
  edited: Edited,
  contentFolder: string,
  live: LiveFiles,
  left: LeftFiles,
): PlannedEdition | undefined {
  const { before, standing, beside, stories, lines } = edited;
  const shown = [...lines.values()].flatMap((line) => line.outputs);
  const outputs = [...new Set([...standing.head.always, ...shown, ...beside.outputs])];
  const byRow = storiesByRow(standing, beside.around, stories, contentFolder);
  const planOf = plannerOf(edited, byRow, live);
  const plan = planOf(standing, outputs);
  const items = [...plan.pages, ...plan.files];
  const planned = new Set(items.map(({ output }) => output));
  if (!outputs.every((path) => planned.has(path))) return undefined;
  const pictures = plan.derivatives.filter(({ output }) => !live.has(output));
  const fresh = new Set([...planned].filter((path) => !live.has(path)));
  const mayReshow = new Set([...beside.outputs, ...fresh]);
  const reshown = items.filter(({ output }) => mayReshow.has(output));
  const found = { plan, fresh, pictures, byRow, reshown };
  const added = standing.rows.added.slice(before.rows.added.length);
  if (added.length === 0)
    return fresh.size + pictures.length === 0 ? { ...found, gone: [] } : undefined;
  const folders = added.flatMap(({ address }) => [address, textAddress(address)]);
  if (!areFree([...fresh], folders, left.names)) return undefined;
  const gone = gonePictures(edited, planOf(before, outputs), plan, planOf);
  return gone && { ...found, gone };
}

type PlanOf = (edition: Pick<Standing, "rows" | "head">, outputs: readonly string[]) => PagePlan;

/** Plans these outputs of an edition, and all that is not live. */
function plannerOf(
  { standing, beside, stories, now }: Edited,
  byRow: readonly Story[],
  live: LiveFiles,
): PlanOf {
  const { assets, copied } = standing.head;
  const { sitemaps } = standing.journal.note;
  const options = { isPreview: false, copied: new Set(copied) };
  const isThere = (path: string) => live.has(path);
  return (edition, outputs) => {
    const addresses = new Set(outputs.map(addressOf));
    const isAskedFor = (address: string, row: number) => addresses.has(address) || stories.has(row);
    const own = edition.rows
      .addresses()
      .flatMap((address, row) => (isAskedFor(address, row) ? (byRow[row] ?? []) : []));
    const part = { ...paperOf(edition, beside.around, byRow, now), stories: own };
    return planPart({ ...part, outputs, sitemaps, isThere }, assets, options);
  };
}

/**
 * Files of pictures that no page asks for any more: a story that led a list leads it no longer, and is
 * shown smaller. The same picture may stand on other pages, on those of other stories too.
 */
function gonePictures(
  { standing, beside, lines }: Edited,
  before: PagePlan,
  now: PagePlan,
  planOf: PlanOf,
): readonly string[] | undefined {
  const missing = notAmong(now.derivatives, before.derivatives);
  if (missing.length === 0) return [];
  const sources = new Set(missing.map(({ sourceHash }) => sourceHash));
  const others = picturesInUse({ ...beside.around, stories: [] });
  if ([...sources].some((hash) => others.has(hash))) return undefined;
  const { byPicture } = standing.rows;
  const rows = [...sources].flatMap((hash) => Array.from(byPicture.get(pictureKey(hash))));
  const elsewhere = rows.flatMap((row) => (lines.get(row) ?? lineAt(standing, row)).outputs);
  const { derivatives } = planOf(standing, [...new Set(elsewhere)]);
  return notAmong(derivatives, missing).map(({ output }) => output);
}

function notAmong(
  some: readonly Derivative[],
  others: readonly Derivative[],
): readonly Derivative[] {
  const known = new Set(some.map(({ output }) => output));
  return others.filter(({ output }) => !known.has(output));
}
