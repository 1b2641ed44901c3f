// The contact sheet: the newest stories as search engines, social networks and feed readers show them,
// on one page for the desk. It is written beside the paper, never into it.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import type { PublishedPaper } from "../../verify/check/published-paper.ts";
import { feedEntries, type ShownElsewhere } from "../../verify/check/shown-elsewhere.ts";
import { sheetPage, type SheetStory, STYLE_FILE } from "./sheet-page.ts";

export interface SheetOrder {
  /** Where it goes. */
  readonly folder: string;
  /** The paper's own folder. */
  readonly outputFolder: string;
}

/** Keeps the newest few of all stories it is shown. */
export function newestStories(most: number) {
  let newest: readonly ShownElsewhere[] = [];
  const instantOf = ({ published }: ShownElsewhere) => Date.parse(published) || 0;
  return {
    add: (story: ShownElsewhere) => {
      const [oldest] = newest.slice(-1);
      if (oldest && newest.length >= most && instantOf(story) <= instantOf(oldest)) return;
      newest = [...newest, story].sort((a, b) => instantOf(b) - instantOf(a)).slice(0, most);
    },
    get: () => newest,
  };
}

/** Whether a folder is ours to write the sheet into: outside the paper, and empty or a sheet already. */
export function isPlaceForSheet(folder: string, outputFolder: string): boolean {
  const [place, output] = [resolve(folder), resolve(outputFolder)];
  if (place === output || place.startsWith(output + sep)) return false;
  return (
    !existsSync(place) || readdirSync(place).length === 0 || existsSync(join(place, STYLE_FILE))
  );
}

/** Writes the sheet and gives the file of its page. */
export function writeSheet(
  stories: readonly ShownElsewhere[],
  paper: PublishedPaper,
  { folder, outputFolder }: SheetOrder,
): string {
  const cards = join(folder, "cards");
  rmSync(cards, { recursive: true, force: true });
  mkdirSync(cards, { recursive: true });
  writeFileSync(join(folder, STYLE_FILE), readFileSync(join(import.meta.dirname, STYLE_FILE)));
  const entries = feedEntries(paper);
  const shown = stories.map((story): SheetStory => {
    const { picture } = story.share;
    if (picture !== undefined)
      copyFileSync(join(outputFolder, picture), join(cards, basename(picture)));
    const card =
      picture === undefined
        ? undefined
        : { file: `cards/${basename(picture)}`, bytes: paper.sizeOf(picture) };
    return { ...story, card, feed: entries.get(story.url) };
  });
  const page = join(folder, "index.html");
  writeFileSync(page, sheetPage(shown, paper.title));
  return page;
}
