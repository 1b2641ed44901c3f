// Pictures that were replaced in the same edit as a mistake in their story: its last good version shows
// them as they were. They cannot be made again, so each copy must be live, or in the store.

import type { BuildOrder } from "./build-order.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import { quote } from "./problems/quote.ts";
import { isStored } from "./render/picture-store.ts";

/**
 * A problem for each file whose last good version needs a copy of a replaced picture that is nowhere:
 * its story may have moved to a place where pictures have another shape.
 *
 * @param isLive whether an output file is live, and as we published it
 */
export async function lostPictures(
  { content: { pastPictures = new Map() }, plan }: PlannedPaper,
  isLive: (output: string) => boolean,
  { stateFolder }: BuildOrder,
): Promise<readonly LocatedProblem[]> {
  const shows = [...pastPictures].flatMap(([file, pictures]) =>
    [...pictures.values()].map(({ hash, file: name }) => ({ file, hash, name })),
  );
  const past = new Set(shows.map(({ hash }) => hash));
  const lost = new Set<string>();
  for (const picture of plan.derivatives) {
    const isKept =
      !past.has(picture.sourceHash) ||
      isLive(picture.output) ||
      (await isStored(picture, stateFolder));
    if (!isKept) lost.add(picture.sourceHash);
  }
  return shows.flatMap(({ file, hash, name }) => (lost.has(hash) ? [lostPicture(file, name)] : []));
}

function lostPicture(file: string, name: string): LocatedProblem {
  return {
    file,
    message: `The paper cannot go on without this file: its picture ${quote(name)} has been replaced, and not all that was made of the old one is kept.`,
    cure: "Mend the file; or put the old picture back until then, and give the new one a name of its own.",
  };
}
