// Reads many new stories at once, by many hands, into the index of the content. What the hands leave
// out (a story with a problem) is read in its turn like any other file.

import { type IndexOfPaper, isIndexed } from "./keep-index.ts";
import type { PressHands } from "./press-hands.ts";
import type { ReadSetting } from "./read-batch.ts";

const BATCH = 100;

/** @param files every story, relative to the content folder */
export async function readAhead(
  files: readonly string[],
  index: IndexOfPaper,
  { contentFolder, language }: ReadSetting,
  hands: PressHands | undefined,
): Promise<void> {
  const unknown = files.filter((file) => !isIndexed(file, index, contentFolder));
  if (!hands || unknown.length < hands.least) return;
  const batches = Array.from({ length: Math.ceil(unknown.length / BATCH) }, (_, at) => ({
    kind: "read" as const,
    items: unknown.slice(at * BATCH, (at + 1) * BATCH),
  }));
  const setting = { kind: "read", contentFolder, language } as const;
  const read = await hands.work(setting, batches, () => {});
  for (const story of read.flatMap((batch) => batch ?? [])) index.add(story);
}
