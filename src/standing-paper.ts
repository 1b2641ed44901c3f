// The newspaper of the live edition, taken up again from its record. A story is read when something
// of it is asked for that its row does not say: most of an archive never is.

import type { KnownText } from "./markdown/known-text.ts";
import { readTexts } from "./markdown/read-texts.ts";
import type { References } from "./news/compose-story.ts";
import { archiveAddress, periodsOf } from "./news/archive.ts";
import type { Name, Names } from "./news/names.ts";
import { LEDGER_ADDRESS } from "./news/ledger.ts";
import { STAFF_ADDRESS } from "./news/staff.ts";
import type { Author, Moment, Newspaper, PlainPage, Story, Text } from "./news/newspaper.ts";
import type { Entry, Register } from "./news/register.ts";
import { grouped } from "./pages/grouped.ts";
import type { StoryIndex } from "./pages/story-index.ts";
import { wordsFor } from "./pages/words/words-for.ts";
import { readLine } from "./publish/standing-record.ts";
import type { Source } from "./source/content.ts";
import { AUTHOR_GATE, type Gate, PAGE_GATE, STORY_GATE } from "./source/gates.ts";
import { readSources } from "./source/read-sources.ts";
import type { SiteSpec } from "./source/site-schema.ts";
import type { Standing, StandingHead, StandingLine, StandingRow } from "./standing-edition.ts";

/** All of a paper but its stories and its moment. */
export type PaperAround = StandingHead["paper"];

export function paperAround({ head }: Standing, contentFolder: string): PaperAround {
  const shelf = { folder: contentFolder, site: head.siteSpec };
  const authors = head.paper.authors.map((author) => revivedAuthor(author, shelf));
  const pages = head.paper.pages.map((page) => revivedPage(page, shelf));
  return { ...head.paper, authors, pages };
}

export interface IndexedPaper {
  readonly paper: Newspaper;
  readonly index: StoryIndex;
}

/**
 * The paper with its stories, each made when it is needed.
 *
 * @param edited the stories that are others by now, by row
 */
export function paperWith(
  standing: Standing,
  around: PaperAround,
  edited: ReadonlyMap<number, Story>,
  { now, contentFolder }: { readonly now: Moment; readonly contentFolder: string },
): IndexedPaper {
  const { rows, parts, siteSpec } = standing.head;
  const shelf = { folder: contentFolder, site: siteSpec };
  const stories = rows.map(
    (_, row) => edited.get(row) ?? lazily(() => revivedStory(lineAt(standing, row), around, shelf)),
  );
  return {
    paper: { ...around, stories, now, picturesInUse: new Set() },
    index: indexRows(rows, parts, stories),
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
  readonly text: Omit<Text, "printable">;
}

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
function revivedText(text: Omit<Text, "printable">, read: () => KnownText | undefined): Text {
  return {
    ...text,
    printable: () => {
      if (text.hash === "") return { parts: [], opening: "" };
      const now = read();
      if (now?.facts.hash === text.hash) return now.printable();
      throw new Error("A file changed while the paper was being built. Build it again.");
    },
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
  let isMade = false;
  const made = (target: Thing): Thing => {
    if (!isMade) Object.assign(target, make());
    isMade = true;
    return target;
  };
  return new Proxy({} as Thing, {
    get: (target, key) => Reflect.get(made(target), key),
    has: (target, key) => Reflect.has(made(target), key),
    ownKeys: (target) => Reflect.ownKeys(made(target)),
    getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(made(target), key),
  });
}

/** Lists are made when they are asked for, from what the rows say. */
function indexRows(
  rows: readonly StandingRow[],
  parts: StandingHead["parts"],
  stories: readonly Story[],
): StoryIndex {
  const by = (keysOf: (row: StandingRow) => readonly string[]) => {
    const groups = once(() => grouped([...rows.keys()], (row) => keysOf(rows[row] as StandingRow)));
    const lists = new Map<string, readonly Story[] | undefined>();
    const get = (key: string) => {
      if (!lists.has(key))
        lists.set(
          key,
          groups()
            .get(key)
            ?.flatMap((row) => stories[row] ?? []),
        );
      return lists.get(key);
    };
    return { get, keys: () => groups().keys() };
  };
  const rowsBySeries = new Map(parts);
  const rowById = once(() => new Map(rows.map(([, id, address], row) => [id || address, row])));
  return {
    bySection: by((row) => [row[4]]),
    byTopic: by((row) => row[5]),
    byAuthor: by((row) => row[6]),
    bySeries: {
      get: (slug) => rowsBySeries.get(slug)?.flatMap((row) => stories[row] ?? []),
    },
    byDay: by((row) => [row[3]]),
    byId: { get: (id) => stories[rowById().get(id) ?? -1] },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * What an edited story may refer to: everything that readers can see. Whoever refers to something
 * else has a mistake, or leads to what this record does not know; in either case all has to be read.
 */
export function standingReferences({ head }: Standing, paper: PaperAround): References {
  const others = once(() => entriesOf(head.rows, head.copied, paper));
  const story = (isMeant: (row: StandingRow) => boolean): Entry | undefined => {
    const row = head.rows.find(isMeant);
    return row && { address: row[2], state: "live" };
  };
  const ids = once(() => new Set(head.rows.map(([, id, address]) => id || address)));
  return {
    sections: paper.sections,
    authors: new Map(paper.authors.map((author) => [author.slug, author])),
    topics: namesOf(head.topicSlugs, paper.topics),
    series: namesOf(head.seriesSlugs, paper.series),
    register: {
      byFile: {
        get: (wanted) => others().byFile.get(wanted) ?? story(([file]) => file === wanted),
        keys: () => [],
      },
      byAddress: {
        get: (wanted) =>
          others().byAddress.get(wanted) ?? story(([, , address]) => address === wanted),
        keys: () => [],
      },
      mayBeUnread: () => false,
    },
    stories: {
      get: (id) => (ids().has(id) ? { state: "live" } : undefined),
      keys: () => [],
    },
  };
}

function namesOf(slugs: StandingHead["topicSlugs"], shown: readonly Name[]): Names {
  const bySlug = new Map(shown.map((name) => [name.slug, name]));
  return new Map(
    slugs.flatMap(([words, slug]) => {
      const name = bySlug.get(slug);
      return name ? [[words, name] as const] : [];
    }),
  );
}

/** All that a link may lead to but the stories themselves, by the rules of `register.ts`. */
function entriesOf(
  rows: readonly StandingRow[],
  copied: readonly string[],
  {
    sections,
    topics,
    series,
    authors,
    killed,
    gone,
    pages,
    redirects,
    ledger,
    hasStaffPage,
  }: PaperAround,
): Pick<Register, "byFile" | "byAddress"> {
  const live = (address: string): Entry => ({ address, state: "live" });
  const signed = authors.map(({ slug, address }) => ({ file: `authors/${slug}.md`, address }));
  const withFile = [...signed, ...killed, ...gone, ...pages];
  const periods = ["", ...periodsOf(rows.map(([, , , day]) => day))];
  const answering = [
    ...[...sections, ...topics, ...series].map(({ address }) => address),
    ...periods.map(archiveAddress),
    ...(ledger ? [LEDGER_ADDRESS] : []),
    ...(hasStaffPage ? [STAFF_ADDRESS] : []),
    ...copied.map((path) => `/${path}`),
  ];
  return {
    byFile: new Map(withFile.map(({ file, address }) => [file, live(address)])),
    byAddress: new Map([
      ...redirects.map(({ from, to }) => [from, live(to)] as const),
      ...answering.map((address) => [address, live(address)] as const),
      ...withFile.map(({ address }) => [address, live(address)] as const),
      ["/", live("/")],
    ]),
  };
}
