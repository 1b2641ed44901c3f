// What a system has made: how many pages and files of which kind and size, which of them just now,
// and whether others have made as many.

import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a file is, by its name; the first that fits. */
const KINDS = {
  stories: /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/,
  archive: /^archive\/.*\.html$/,
  lists: /\/index\.html$/,
  otherPages: /\.html$/,
  feeds: /(?:^|\/)(?:feed|atom)\.(?:xml|json)$/,
  sitemaps: /\.xml$/,
  // Hugo's own: page 1 of a list sends readers on to the list.
  redirects: /$^/,
  otherFiles: /(?:)/,
} as const;

export type Kind = keyof typeof KINDS;

/** What every system must make as many of: the work that is compared. */
export const EQUAL_KINDS = [
  "stories",
  "archive",
  "lists",
  "otherPages",
  "feeds",
  "sitemaps",
] as const satisfies readonly Kind[];

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export interface Output {
  readonly made: Readonly<Record<Kind, Amount>>;
  /** Files whose contents are newer than the moment asked for. */
  readonly written: number;
}

/**
 * @param since milliseconds since 1970: what was put there then or later counts as written. By the time
 * of change, which nobody can set: a press may date its files by whole seconds
 */
export function lookAtOutput(folder: string, since: number): Output {
  const made = Object.fromEntries(
    Object.keys(KINDS).map((kind) => [kind, { files: 0, bytes: 0 }]),
  ) as Record<Kind, { files: number; bytes: number }>;
  let written = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, ctimeMs } = lstatSync(path);
    const amount =
      made[isRedirect(path, size) ? "redirects" : kindOf(path.slice(folder.length + 1))];
    amount.files += 1;
    amount.bytes += size;
    if (ctimeMs >= since) written += 1;
  }
  return { made, written };
}

/** The kinds of which not all systems have made as many, with how many each has made. */
export function unequalWork(
  outputs: Readonly<Record<string, Output>>,
): readonly { readonly kind: Kind; readonly files: Readonly<Record<string, number>> }[] {
  return EQUAL_KINDS.map((kind) => ({
    kind,
    files: Object.fromEntries(
      Object.entries(outputs).map(([system, { made }]) => [system, made[kind].files]),
    ),
  })).filter(({ files }) => new Set(Object.values(files)).size > 1);
}

function kindOf(name: string): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].test(name)) ?? "otherFiles";
}

const LONGEST_REDIRECT = 1_000;

function isRedirect(path: string, size: number): boolean {
  if (size > LONGEST_REDIRECT || !path.endsWith("/page/1/index.html")) return false;
  return readFileSync(path, "utf8").includes('http-equiv="refresh"');
}
