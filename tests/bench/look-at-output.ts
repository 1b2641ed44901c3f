// What a system has made: how many pages and files of which size, and which of them just now.

import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export interface Output {
  readonly stories: Amount;
  /** Fronts, lists, and what else is HTML. */
  readonly otherPages: Amount;
  readonly feedsAndSitemaps: Amount;
  readonly otherFiles: Amount;
  /** Files whose contents are newer than the moment asked for. */
  readonly written: number;
}

const KINDS = [
  ["stories", /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/],
  ["otherPages", /\.html$/],
  ["feedsAndSitemaps", /(?:\.xml|feed\.json)$/],
  ["otherFiles", /(?:)/],
] as const;

/** @param since milliseconds since 1970: what was modified then or later counts as written */
export function lookAtOutput(folder: string, since: number): Output {
  const amounts = new Map(KINDS.map(([kind]) => [kind, { files: 0, bytes: 0 }]));
  let written = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = lstatSync(path);
    const name = path.slice(folder.length + 1);
    const amount = amounts.get(KINDS.find(([, pattern]) => pattern.test(name))![0])!;
    amount.files += 1;
    amount.bytes += size;
    if (mtimeMs >= since) written += 1;
  }
  const amountOf = (kind: (typeof KINDS)[number][0]) => amounts.get(kind)!;
  return {
    stories: amountOf("stories"),
    otherPages: amountOf("otherPages"),
    feedsAndSitemaps: amountOf("feedsAndSitemaps"),
    otherFiles: amountOf("otherFiles"),
    written,
  };
}
