// Keeps the last good version of what is about to be published: of each story and plain page that is
// printed now. A page that is not printed is what it was, and so is its version.

import type { BuildOrder } from "./build-order.ts";
import type { Newspaper, PlainPage, Story } from "./news/newspaper.ts";
import { picturesOfStory } from "./news/pictures-in-use.ts";
import type { PageKind, PlannedPage } from "./pages/page.ts";
import type { Content } from "./source/content.ts";
import type { PressHands } from "./press-hands.ts";
import { keepShelf, type PageToKeep, type Shelf, shelvesFor } from "./source/last-good.ts";
import type { PictureFile } from "./source/picture-file.ts";

/** What may stand where a file says; whether its words are there. */
const SHOWS_ITS_FILE: Partial<Record<PageKind, boolean>> = {
  story: true,
  plain: true,
  corrections: true,
  notice: false,
  redirect: false,
};

/** The stories and pages among which the printed ones are. */
export interface Versions {
  readonly paper: Pick<Newspaper, "stories" | "pages">;
  readonly content: Pick<Content, "stories" | "pages">;
}

/**
 * Before the paper is put in place, not after: whatever ends the press in between, what is to be
 * forgotten is forgotten, and no version is older than the one that is live.
 *
 * @param printed the pages that are printed in this build
 * @param hands do it where it is much
 * @throws where what is to be forgotten cannot be removed
 */
export async function keepVersions(
  planned: Versions,
  printed: readonly PlannedPage[],
  { stateFolder, contentFolder, drafts }: BuildOrder,
  hands?: PressHands,
): Promise<void> {
  const pages = printed.filter(({ kind }) => kind in SHOWS_ITS_FILE);
  if (drafts || pages.length === 0) return;
  const sourceOf = sourcesOf(planned, new Set(pages.map(({ origin }) => origin)));
  const toKeep = pages.flatMap(({ kind, origin, output }): readonly PageToKeep[] => {
    if (!SHOWS_ITS_FILE[kind] || !origin.endsWith(".md")) return [{ output }];
    const source = sourceOf.get(origin);
    return source ? [{ output, source }] : [];
  });
  const shelves = shelvesFor(toKeep, stateFolder);
  if (!hands || toKeep.length < hands.least) {
    for (const shelf of shelves) keepShelf(shelf, contentFolder);
    return;
  }
  const batches: (readonly Shelf[])[] = [];
  for (let at = 0; at < shelves.length; at += BATCH) batches.push(shelves.slice(at, at + BATCH));
  const shift = hands.begin("keep", { contentFolder });
  for (const batch of batches) await shift.give(batch);
  const done = await shift.end();
  // What a hand has left undone is done here, and if it fails here, it is told.
  const undone = batches.filter((_, index) => !done[index]).flat();
  for (const shelf of undone) keepShelf(shelf, contentFolder);
}

/**
 * Shelves that a hand is given at a time: enough for it to have work while this thread, which has its
 * own meanwhile, does not look up.
 */
const BATCH = 16;

/** By file. One that stands in for another is not among them: it is kept already. */
function sourcesOf({ paper, content }: Versions, files: ReadonlySet<string>) {
  const read = [...content.stories, ...content.pages].filter(({ file }) => files.has(file));
  const shown = [...paper.stories, ...paper.pages].filter(({ file }) => files.has(file));
  const pictures = new Map(shown.map((one) => [one.file, picturesOf(one)]));
  return new Map(
    read.flatMap(({ file, stamp }) => {
      const own = pictures.get(file);
      return stamp && own ? [[file, { file, stamp, pictures: own }] as const] : [];
    }),
  );
}

function picturesOf(one: Story | PlainPage): readonly PictureFile[] {
  return "headline" in one ? picturesOfStory(one) : one.text.pictures.map(({ file }) => file);
}
