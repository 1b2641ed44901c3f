// Reads many new stories at once, by many hands, into the index of the content. What the hands leave
// out (a story with a problem) is read in its turn like any other file.

import { type IndexOfPaper, isIndexed } from "./keep-index.ts";
import type { PressHands } from "./press-hands.ts";
import type { StampedFiles } from "./source/read-sources.ts";

const BATCH = 100;

/** @param language of stories that name none (BCP 47) */
export async function readAhead(
  { folder, files, stamps }: StampedFiles,
  language: string,
  index: IndexOfPaper,
  hands: PressHands | undefined,
): Promise<void> {
  const unknown = files.filter((file) => !isIndexed(file, index, stamps));
  if (!hands || unknown.length < hands.least) return;
  const batches = Array.from({ length: Math.ceil(unknown.length / BATCH) }, (_, at) => ({
    kind: "read" as const,
    items: unknown.slice(at * BATCH, (at + 1) * BATCH).flatMap((file) => {
      const stamp = stamps.get(file);
      return stamp ? [{ file, stamp }] : [];
    }),
  }));
  const setting = { kind: "read", folder, language } as const;
  const read = await hands.work(setting, batches, () => {});
  for (const story of read.flatMap((batch) => batch ?? [])) index.add(story);
}
