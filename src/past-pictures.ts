// Pictures that were replaced in the same edit as a mistake in their story: its last good version shows
// them as they were. They cannot be made again, so each copy must be live, or in the store.

import type { BuildOrder } from "./build-order.ts";
import type { Derivative } from "./pages/derivative.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import { quote } from "./problems/quote.ts";
import { isStored } from "./render/picture-store.ts";
import type { Content } from "./source/content.ts";

/**
 * A problem for each file whose last good version needs a copy of a replaced picture that is nowhere:
 * its story may have moved to a place where pictures have another shape.
 *
 * @param missing copies that the paper needs and that are not live
 */
export async function findLostCopies(
  missing: readonly Derivative[],
  { pastPictures = new Map() }: Content,
  { stateFolder }: BuildOrder,
): Promise<readonly LocatedProblem[]> {
  const shows = [...pastPictures].flatMap(([file, pictures]) =>
    [...pictures.values()].map(({ hash, file: name }) => ({ file, hash, name })),
  );
  const past = new Set(shows.map(({ hash }) => hash));
  const lost = new Set<string>();
  for (const copy of missing.filter(({ sourceHash }) => past.has(sourceHash)))
    if (!(await isStored(copy, stateFolder))) lost.add(copy.sourceHash);
  return shows
    .filter(({ hash }) => lost.has(hash))
    .map(({ file, name }) => lostPicture(file, name));
}

function lostPicture(file: string, name: string): LocatedProblem {
  return {
    file,
    message: `The paper cannot go on without this file: its picture ${quote(name)} has been replaced, and not all that was made of the old one is kept.`,
    cure: "Mend the file; or put the old picture back until then, and give the new one a name of its own.",
  };
}
