// What stands in for a story that has a mistake, where the paper is to go on without it: its last good
// version, if readers can see that now. Every rule here errs towards refusing the whole paper: nothing
// that was taken down, moved or never published may come back by way of a mistake.

import type { BuildOrder, SetAsideFile } from "./build-order.ts";
import { outputOf } from "./pages/urls.ts";
import type { Problem } from "./problems/problem.ts";
import { quote } from "./problems/quote.ts";
import type { Manifest } from "./publish/manifest.ts";
import { byteOrder } from "./source/byte-order.ts";
import type { Content, Source } from "./source/content.ts";
import { decodeText } from "./source/decode-text.ts";
import { type Gate, PAGE_GATE, STORY_GATE } from "./source/gates.ts";
import { findLastGood, type LastGood } from "./source/last-good.ts";
import type { PictureFile } from "./source/picture-file.ts";
import { readRegularFile } from "./source/read-regular-file.ts";
import { LONGEST_TEXT, sourcesFrom } from "./source/read-sources.ts";
import { setAside } from "./source/set-aside.ts";
import { splitHeader } from "./source/split-header.ts";

/** A paper that goes on: which files stand in for others, round by round. */
export interface StandIns {
  /** The content without its faulty files; undefined where the paper cannot do without them. */
  readonly goOn: (content: Content, problems: readonly Problem[]) => Content | undefined;
  /** A problem of a good version is not one of the lines in its file now. */
  readonly asTold: (problem: Problem) => Problem;
  /** Files that were set aside so far, and those of them whose last good version stands in. */
  readonly aside: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
  /** Why nothing stands in for a file that was set aside, where a version of it is kept. */
  readonly hindrances: ReadonlyMap<string, Hindrance>;
}

/** Why a last good version may not speak for its file, and what can be done. */
export interface Hindrance {
  readonly why: string;
  readonly cure: string;
}

/** @param manifest of the paper that is live; a preview has no readers, so nothing stands in there */
export function openStandIns(order: BuildOrder, manifest: Manifest): StandIns {
  const aside = new Set<string>();
  const standing = new Set<string>();
  const hindrances = new Map<string, Hindrance>();
  const maySpeak = (entry: LastGood, content: Content) => {
    const hindrance = hindranceOf(entry, content, order.contentFolder);
    if (hindrance) hindrances.set(entry.file, hindrance);
    return !hindrance;
  };
  const goOn = (content: Content, problems: readonly Problem[]) => {
    const faulty = new Set(problems.map(({ file }) => file));
    if (![...faulty].every((file) => MAY_STAND_ASIDE.test(file) && !aside.has(file)))
      return undefined;
    for (const file of faulty) aside.add(file);
    const found = order.drafts ? [] : findLastGood(faulty, order.stateFolder);
    const good = found.filter((entry) => isLive(entry, manifest) && maySpeak(entry, content));
    for (const { file } of good) standing.add(file);
    // Its address would be lost; and links to it are no mistakes of those who wrote them.
    if ([...hindrances.keys()].some((file) => !standing.has(file))) return undefined;
    return withStandIns(setAside(content, problems), good);
  };
  const asTold = (problem: Problem) => (standing.has(problem.file) ? ofStandIn(problem) : problem);
  return { goOn, asTold, aside, standing, hindrances };
}

/** For the summary; nothing where the paper is whole. */
export function filesSetAside(
  { aside, standing }: StandIns,
  { pastPictures }: Content,
): {
  readonly setAside?: readonly SetAsideFile[];
} {
  if (aside.size === 0) return {};
  const files = [...aside].sort(byteOrder);
  const setAsideFile = (file: string): SetAsideFile => {
    const oldPictures = [...(pastPictures?.get(file)?.keys() ?? [])];
    return { file, staysLive: standing.has(file), ...(oldPictures.length > 0 && { oldPictures }) };
  };
  return { setAside: files.map(setAsideFile) };
}

function ofStandIn({ file, message }: Problem): Problem {
  return {
    file,
    message: `Its last good version cannot stand in for it: ${message}`,
    cure: "Mend the file first; without it nothing is published.",
  };
}

/** Stories, plain pages and what lies beside them: all else is part of more than its own page. */
const MAY_STAND_ASIDE = /^(?:articles|pages|images)\//;

/** Withdrawn, killed and expired stories have pages too, which say so. */
function isLive({ output }: LastGood, { files, withdrawn }: Manifest): boolean {
  return files.has(output) && !withdrawn.some((address) => outputOf(address) === output);
}

/**
 * Why the good version may not be shown although its file says something else by now: no picture may
 * be gone, since somebody may have wished so, and the file must say nothing new of whether readers may
 * see it.
 */
function hindranceOf(
  { file, pictures, bytes }: LastGood,
  content: Content,
  contentFolder: string,
): Hindrance | undefined {
  const gone = pictures.find((picture) => !content.pictures.has(picture.file));
  if (gone) return pictureGone(gone.file);
  const read = readRegularFile(contentFolder, file, LONGEST_TEXT);
  if (read.kind !== "bytes") return NOT_READ;
  const before = new Set(linesOn(bytes));
  const isSame = linesOn(read.bytes.toString("latin1")).every((line) => before.has(line));
  return isSame ? undefined : TO_BE_SEEN;
}

function pictureGone(name: string): Hindrance {
  return {
    why: `its picture ${quote(name)} is not there any more, or cannot be printed`,
    cure: "Mend the file; or put the picture back until then.",
  };
}

const NOT_READ: Hindrance = {
  why: "it is not there, or cannot be read",
  cure: "Write the file back and mend it.",
};

const TO_BE_SEEN: Hindrance = {
  why: "its header says something new of whether readers may see it, and that must not be lost",
  cure: "Mend the file first.",
};

/** A status, an expiry, or a value that looks like one under any name: even a misspelt one is a wish. */
const VISIBILITY =
  /\b(?:status|expires)\b["']?\s*:|[:=]\s*["']?(?:withdraw\w*|kill\w*|draft)["']?\s*(?:[,}#]|$)/i;

/** Of the header; of the whole file where nobody can tell where that ends. */
function linesOn(bytes: string): readonly string[] {
  const text = bytes.replaceAll("\0", "").replaceAll(/\r\n?/g, "\n");
  const split = splitHeader(text);
  const header = split.kind === "split" ? split.header : text;
  return header.split("\n").filter((line) => VISIBILITY.test(line));
}

/**
 * From here on no text is excused: what refers to a file that is not there has a mistake itself. The
 * front page passes over what it cannot find.
 */
function withStandIns(content: Content, good: readonly LastGood[]): Content {
  return {
    ...content,
    stories: inOrder(content.stories, good.flatMap(sourceFor("articles/", STORY_GATE))),
    pages: inOrder(content.pages, good.flatMap(sourceFor("pages/", PAGE_GATE))),
    pastPictures: new Map([...(content.pastPictures ?? []), ...good.map(pastOf(content))]),
    faulty: [],
    broken: new Set(),
    isCut: true,
  };
}

/** The pictures that have been replaced since; every other file shows the new ones. */
function pastOf({ pictures: now }: Content) {
  return ({ file, pictures }: LastGood) => {
    const past = new Map<string, PictureFile>();
    for (const one of pictures)
      if (now.get(one.file)?.hash !== one.hash) past.set(one.file, { ...one, isReplaced: true });
    return [file, past] as const;
  };
}

function sourceFor<Spec>(
  folder: string,
  gate: Gate<Spec>,
): (entry: LastGood) => readonly Source<Spec>[] {
  return ({ file, bytes }) => {
    const decoded = decodeText(Buffer.from(bytes, "latin1"));
    const isOurs = file.startsWith(folder) && decoded.kind === "text";
    return isOurs ? sourcesFrom(decoded.text, file, gate).value.sound : [];
  };
}

/** Sorted as the content is. */
function inOrder<Spec>(
  sources: readonly Source<Spec>[],
  more: readonly Source<Spec>[],
): readonly Source<Spec>[] {
  return more.length === 0
    ? sources
    : [...sources, ...more].sort((a, b) => byteOrder(a.file, b.file));
}
