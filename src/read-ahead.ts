// Reads many new stories at once, by many hands, into the index of the content. What the hands leave
// out (a story with a problem) is read in its turn like any other file.

import { type IndexOfPaper, isIndexed } from "./keep-index.ts";
import type { PressHands } from "./press-hands.ts";
import { loadEleventy } from "./render/impose.ts";
import type { StampedFiles } from "./source/read-sources.ts";

const BATCH = 100;

/**
 * @param language of stories that name none (BCP 47)
 * @param draw draws the marks of the paper, which this thread does in the meantime
 */
export async function readAhead(
  { folder, files, stamps }: StampedFiles,
  language: string,
  index: IndexOfPaper,
  { hands, draw }: { readonly hands: PressHands | undefined; readonly draw: () => Promise<void> },
): Promise<void> {
  const unknown = files.filter((file) => !isIndexed(file, index, stamps));
  if (!hands || unknown.length < hands.least) return draw();
  const shift = hands.begin("read", { folder, language });
  // What is new will be printed, and while hands read, this thread has nothing else to do. First the
  // marks: with Eleventy there, Node asks a thread of Eleventy's where each module is that they need.
  const drawn = draw();
  drawn.then(loadEleventy, () => {});
  for (let at = 0; at < unknown.length; at += BATCH) {
    await shift.give(
      unknown.slice(at, at + BATCH).flatMap((file) => {
        const stamp = stamps.get(file);
        return stamp ? [{ file, stamp }] : [];
      }),
    );
  }
  const [read] = await Promise.all([shift.end(), drawn]);
  for (const story of read.flatMap((batch) => batch ?? [])) index.add(story);
}
