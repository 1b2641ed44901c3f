// Looks up what a text refers to: its links to other stories and pages, and its pictures.

import { posix } from "node:path";
import type { KnownText } from "../markdown/known-text.ts";
import type { TextLink, TextPicture } from "../markdown/story-text.ts";
import { position } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { inAnySpelling, isAmong } from "../source/spellings.ts";
import { didYouMean, type Desk } from "./desk.ts";
import type { Picture, Text } from "./newspaper.ts";
import { picturePath } from "./resolve-picture.ts";
import type { Entry, Register } from "./register.ts";

/** Who refers, and what readers may already see of them. */
export interface Referrer {
  readonly file: string;
  /**
   * When its readers first follow its links: now, or when it is due; undefined for what has no readers
   * to come. A draft may point to another draft; a scheduled story must not fail on its morning.
   */
  readonly readFrom: number | undefined;
}

/** The text of `referrer` with all references resolved; reports those that lead nowhere. */
export function resolveText(
  text: KnownText | undefined,
  referrer: Referrer,
  register: Register,
  desk: Desk,
): Text {
  if (!text) return NO_TEXT;
  const { hash, words, links, pictures, leaves } = text.facts;
  return {
    hash,
    words,
    links: links.map((link) => resolveLink(link, referrer, register, desk)),
    pictures: pictures.flatMap((picture) => resolveTextPicture(picture, referrer.file, desk) ?? []),
    leaves,
    printable: text.printable,
    plain: text.plain,
  };
}

const NO_TEXT: Text = {
  hash: "",
  words: 0,
  links: [],
  pictures: [],
  leaves: [],
  printable: () => ({ parts: [], opening: "" }),
  plain: () => "",
};

function resolveLink(link: TextLink, referrer: Referrer, register: Register, desk: Desk): string {
  const { target, fragment, line, column } = link;
  const entry = lookUp(target, referrer.file, register);
  const mistake = entry
    ? unpublishedMistake(target, entry, referrer, desk)
    : missingMistake(target, referrer.file, register, desk);
  if (mistake) {
    desk.report({ file: referrer.file, place: position(line, column), ...mistake });
  }
  return (entry?.address ?? target) + fragment;
}

function lookUp(target: string, from: string, register: Register): Entry | undefined {
  const path = decoded(target);
  const fileAt = (file: string) => inAnySpelling(file, (one) => register.byFile.get(one));
  return path.startsWith("/")
    ? (register.byAddress.get(path) ?? register.byAddress.get(`${path}/`) ?? fileAt(path.slice(1)))
    : fileAt(fileFrom(from, path));
}

/** The file a relative link means: `../05/storm.md` seen from `articles/06/flood.md`. */
function fileFrom(from: string, path: string): string {
  return posix.join(posix.dirname(from), path);
}

interface Mistake {
  readonly message: string;
  readonly cure: string;
}

/** A story that is gone or killed still has an address of its own, which says so; others have none. */
function unpublishedMistake(
  target: string,
  { state, due }: Entry,
  { readFrom }: Referrer,
  desk: Desk,
): Mistake | undefined {
  const words = WITHOUT_PAGE[state];
  if (!words || readFrom === undefined) return undefined;
  const isThereByThen = state === "scheduled" && due !== undefined && due <= readFrom;
  const isPreviewed = desk.drafts && (state === "draft" || state === "scheduled");
  // A scheduled story may itself be the first to name its author and its topics.
  const isYetToBeNamed = state.startsWith("unnamed") && readFrom > desk.now.instant;
  if (isThereByThen || isPreviewed || isYetToBeNamed) return undefined;
  const [what, cure] = words;
  return { message: `The link to ${quote(target)} leads to ${what}.`, cure };
}

type Words = readonly [what: string, cure: string];

const UNPUBLISHED: Words = [
  "a story that is not published",
  "Take the link out until that story is live.",
];

/** What has an address and no page, and what to do about a link to it. */
const WITHOUT_PAGE: Partial<Record<Entry["state"], Words>> = {
  draft: UNPUBLISHED,
  scheduled: UNPUBLISHED,
  unseen: UNPUBLISHED,
  "unnamed author": [
    "an author whom no published story names",
    "Write “listed: true” in the header of the author, or take the link out.",
  ],
  "unnamed series": [
    "a series that has no published part",
    "Take the link out until a part of it is live.",
  ],
  "unnamed topic": [
    "a topic that no published story has",
    "Take the link out until a story with that topic is live.",
  ],
};

function missingMistake(
  target: string,
  from: string,
  register: Register,
  desk: Desk,
): Mistake | undefined {
  const isFile = target.endsWith(".md");
  const file = isFile ? fileFrom(from, decoded(target)).replace(/^\//, "") : "";
  if (isAmong(file, desk.content.broken) || register.mayBeUnread(isFile ? file : decoded(target)))
    return undefined;
  const candidates = isFile
    ? [...register.byFile.keys()].map((known) => posix.relative(posix.dirname(from), known))
    : register.byAddress.keys();
  return {
    message: `The link to ${quote(target)} leads nowhere.`,
    cure: didYouMean(
      target,
      candidates,
      "Link to a story by its file (../05/storm.md) or its address (/2026/05/01/storm/), elsewhere by https://….",
    ),
  };
}

function resolveTextPicture(picture: TextPicture, from: string, desk: Desk): Picture | undefined {
  const file = picturePath(
    picture.src,
    { file: from, place: position(picture.line, picture.column) },
    desk,
  );
  return (
    file && {
      file,
      alt: picture.alt,
      ...(picture.caption !== undefined && { caption: picture.caption }),
      credit: picture.credit,
      focus: [0.5, 0.5],
      syndicate: true,
    }
  );
}

function decoded(target: string): string {
  try {
    return decodeURI(target).normalize("NFC");
  } catch {
    return target;
  }
}
