// A layout or style sheet that fails. Layouts are trusted code of the house, so this is no problem of
// the content: it is thrown, and ends the build before anything is published.

import { relative } from "node:path";

/** `message` says in one sentence which layout failed, at what, why and in which line. */
export class FaultyLayout extends Error {
  override readonly name = "FaultyLayout";

  /**
   * @param file the layout, absolute
   * @param doing when it failed: "while it printed articles/storm.md"
   */
  constructor(file: string, doing: string, cause: unknown) {
    super(`The layout “${fromHere(file)}” failed ${doing}: ${reasonOf(cause)}.`, { cause });
  }
}

/** The faulty layout among the causes of an error, if there is one: Eleventy wraps what it is thrown. */
export function findFaultyLayout(error: unknown): FaultyLayout | undefined {
  if (error instanceof FaultyLayout) return error;
  if (!(error instanceof Error)) return undefined;
  return findFaultyLayout("originalError" in error ? error.originalError : error.cause);
}

/** The error's own words and the place it names, `layouts/parts/story-head.tsx:14:9`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const place = placeOf(cause);
  return place === undefined ? wordsOf(cause) : `${wordsOf(cause)} (${place})`;
}

/** The translator of TSX tells what is wrong on its second line, after place and "ERROR". */
function wordsOf({ message }: Error): string {
  const [first = "", second] = message.split("\n");
  const words = first.startsWith("Transform failed") ? second?.split(": ERROR: ")[1] : undefined;
  return (words ?? first).replace(/\.$/, "");
}

/**
 * A style sheet's error carries its place, the translator's has it in the message; for any other it
 * is the first line of the stack that is TSX, since the press itself has none.
 */
function placeOf(cause: Error): string | undefined {
  if (isStyleFault(cause))
    return `${fromHere(cause.fileName)}:${cause.loc.line}:${cause.loc.column}`;
  const [, file, line] =
    /(\/(?!\/)[^\s()?]*\.tsx)(?:\?[^\s:]*)?(:\d+:\d+)/.exec(cause.stack ?? "") ?? [];
  return file === undefined ? undefined : `${fromHere(file)}${line}`;
}

interface StyleFault {
  readonly fileName: string;
  readonly loc: { readonly line: number; readonly column: number };
}

function isStyleFault(cause: object): cause is StyleFault {
  return "fileName" in cause && typeof cause.fileName === "string" && "loc" in cause && !!cause.loc;
}

function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}
