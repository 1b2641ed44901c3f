// The newspaper of the live edition, taken up again from its record. A story is read when something
// of it is asked for that its row does not say: most of an archive never is.

import type { KnownText } from "./markdown/known-text.ts";
import { readTexts } from "./markdown/read-texts.ts";
import { ledgerWith, type StoryInLedger } from "./news/ledger.ts";
import type { Author, Moment, Newspaper, PlainPage, Story, Text } from "./news/newspaper.ts";
import type { StoryIndex } from "./pages/story-index.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import { readLine } from "./publish/standing-record.ts";
import type { Source } from "./source/content.ts";
import { AUTHOR_GATE, type Gate, PAGE_GATE, STORY_GATE } from "./source/gates.ts";
import { readSources } from "./source/read-sources.ts";
import type { SiteSpec } from "./source/site-schema.ts";
import type { Standing } from "./standing-edition.ts";
import type { StandingHead } from "./standing-head.ts";
import { indexRows } from "./standing-index.ts";
import type { StandingLine } from "./standing-lines.ts";

/** All of a paper but its stories and its moment. */
export type PaperAround = StandingHead["paper"];

export function paperAround(standing: Standing, contentFolder: string): PaperAround {
  const { head } = standing;
  const shelf = { folder: contentFolder, site: head.siteSpec };
  const authors = head.paper.authors.map((author) => revivedAuthor(author, shelf));
  const pages = head.paper.pages.map((page) => revivedPage(page, shelf));
  const ledger = ledgerOf(standing);
  return { ...head.paper, authors, pages, ...(ledger && { ledger }) };
}

function ledgerOf(standing: Standing): PaperAround["ledger"] {
  const { head, journal } = standing;
  const corrected = journal.note.corrected.map(
    (row) => lineAt(standing, row).story as StoryInLedger,
  );
  return head.paper.ledger && ledgerWith(head.paper.ledger, corrected);
}

export interface IndexedPaper {
  readonly paper: Newspaper;
  readonly index: StoryIndex;
}

/**
 * The stories of the edition by their rows, each made when it is needed.
 *
 * @param edited those that are others by now, or have come
 */
export function storiesByRow(
  standing: Standing,
  around: PaperAround,
  edited: ReadonlyMap<number, Story>,
  contentFolder: string,
): readonly Story[] {
  const { rows, head } = standing;
  const shelf = { folder: contentFolder, site: head.siteSpec };
  return Array.from(
    { length: rows.count },
    (_, row) => edited.get(row) ?? lazily(() => revivedStory(lineAt(standing, row), around, shelf)),
  );
}

/** @param byRow as `storiesByRow` gives them; those without a row are not in the paper */
export function paperOf(
  { rows, head }: Pick<Standing, "rows" | "head">,
  around: PaperAround,
  byRow: readonly Story[],
  now: Moment,
): IndexedPaper {
  const stories = rows.order().map((row) => byRow[row] as Story);
  return {
    paper: { ...around, stories, now, picturesInUse: new Set() },
    index: indexRows(rows, head, byRow),
  };
}

export function lineAt(standing: Standing, row: number): StandingLine {
  const line: StandingLine = JSON.parse(readLine(standing, row));
  return line;
}

/** Where texts are read when they are to be printed. */
interface Shelf {
  readonly folder: string;
  readonly site: SiteSpec;
}

interface StoredStory extends Omit<Story, "section" | "authors" | "topics" | "text"> {
  readonly section: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly text: StoredText;
}

type StoredText = Omit<Text, "printable" | "plain">;

function revivedStory({ story }: StandingLine, paper: PaperAround, { folder, site }: Shelf): Story {
  // Ours, and as we wrote it: its line has the hash that was noted with it.
  const stored = story as StoredStory;
  const named = <Thing extends { readonly slug: string }>(slug: string, all: readonly Thing[]) =>
    all.find((thing) => thing.slug === slug);
  const { file } = stored;
  const read = () => readText(file, site, { stories: readAnew(file, folder, STORY_GATE) });
  const section = named(stored.section, paper.sections);
  if (!section) throw new Error(`The record of ${file} names an unknown section.`);
  return {
    ...stored,
    section,
    authors: stored.authors.flatMap((slug) => named(slug, paper.authors) ?? []),
    topics: stored.topics.flatMap((slug) => named(slug, paper.topics) ?? []),
    text: revivedText(stored.text, read),
  };
}

function revivedAuthor(author: Author, { folder, site }: Shelf): Author {
  const file = `authors/${author.slug}.md`;
  const read = () => readText(file, site, { authors: readAnew(file, folder, AUTHOR_GATE) });
  return { ...author, biography: revivedText(author.biography, read) };
}

function revivedPage(page: PlainPage, { folder, site }: Shelf): PlainPage {
  const { file } = page;
  const read = () => readText(file, site, { pages: readAnew(file, folder, PAGE_GATE) });
  return { ...page, text: revivedText(page.text, read) };
}

/** @param read reads the file anew */
function revivedText(text: StoredText, read: () => KnownText | undefined): Text {
  if (text.hash === "")
    return { ...text, printable: () => ({ parts: [], opening: "" }), plain: () => "" };
  const unchanged = () => {
    const now = read();
    if (now?.facts.hash === text.hash) return now;
    throw new Error("A file changed while the paper was being built. Build it again.");
  };
  return {
    ...text,
    printable: () => unchanged().printable(),
    plain: () => unchanged().plain(),
  };
}

const NOTHING = { stories: [], faulty: [], authors: [], pages: [] };

/** @param sources the file alone, as what it is */
function readText(
  file: string,
  site: SiteSpec,
  sources: Partial<Parameters<typeof readTexts>[0]>,
): KnownText | undefined {
  return readTexts({ ...NOTHING, site, ...sources }, wordsFor, new Map()).value.get(file);
}

function readAnew<Spec>(file: string, folder: string, gate: Gate<Spec>): readonly Source<Spec>[] {
  return readSources({ folder, files: [file], stamps: new Map() }, gate).value.sound;
}

/** Something that is made when a part of it is first asked for. */
function lazily<Thing extends object>(make: () => Thing): Thing {
  // What it is made into has all the parts of the thing by the time one is given out.
  return new Proxy(new Unmade(make), WHEN_ASKED) as object as Thing;
}

class Unmade {
  #make: (() => object) | undefined;

  constructor(make: () => object) {
    this.#make = make;
  }

  static made(target: Unmade): object {
    if (target.#make) Object.assign(target, target.#make());
    target.#make = undefined;
    return target;
  }
}

/** One for all: an archive has a hundred thousand stories. */
const WHEN_ASKED: ProxyHandler<Unmade> = {
  get: (target, key) => Reflect.get(Unmade.made(target), key),
  has: (target, key) => Reflect.has(Unmade.made(target), key),
  ownKeys: (target) => Reflect.ownKeys(Unmade.made(target)),
  getOwnPropertyDescriptor: (target, key) =>
    Reflect.getOwnPropertyDescriptor(Unmade.made(target), key),
};
