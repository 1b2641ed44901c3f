// Finds the story or page that somebody at the desk means: by address, id or file, in any form in
// which those are at hand when it matters.

import { basename, join, resolve } from "node:path";
import type { PlannedPaper } from "../plan-paper.ts";
import { nearest } from "../problems/nearest.ts";

/** Something the newsroom wrote that has, or may have, an address. */
export interface Written {
  /** Relative to the content folder. */
  readonly file: string;
  /** Absent for what readers have not seen. */
  readonly address?: string;
  readonly aliases: readonly string[];
  readonly id?: string;
}

/** @param name as typed: `/2019/05/31/storm/`, the same in full, an id, `content/articles/storm.md` */
export function findWritten(
  name: string,
  planned: PlannedPaper,
  contentFolder: string,
): Written | undefined {
  const { basePath, url } = planned.paper.site;
  const path = pathOf(name, url);
  const below = path.startsWith(basePath) ? `/${path.slice(basePath.length)}` : path;
  const addresses = new Set([path, below]);
  return everythingWritten(planned).find(
    ({ file, id, address, aliases }) =>
      id === name ||
      file === name ||
      join(contentFolder, file) === resolve(name) ||
      [address ?? "", ...aliases].some((one) => addresses.has(one)),
  );
}

/** What was probably meant by a name that nothing has: of the same last part, or of nearly the same. */
export function nearestWritten(name: string, planned: PlannedPaper): string | undefined {
  const all = everythingWritten(planned).map(({ file, address }) => address ?? file);
  const last = lastPart(pathOf(name, planned.paper.site.url));
  const near = nearest(last, all.map(lastPart));
  return all.find((one) => lastPart(one) === (near ?? last));
}

/** `/2019/05/31/storm/` and `articles/storm.md` → `storm`. */
function lastPart(path: string): string {
  return basename(basename(path), ".md");
}

/** The address in a whole URL, decoded, with the slash at its end. */
function pathOf(name: string, url: string): string {
  const whole = URL.canParse(name, url) ? new URL(name, url).pathname : name;
  const path = whole.replace(/index\.html$/, "").replace(/(?<!\/)$/, "/");
  try {
    return decodeURI(path).normalize("NFC");
  } catch {
    return path;
  }
}

function everythingWritten({ paper, content }: PlannedPaper): readonly Written[] {
  const shown = new Map<string, Written>();
  for (const one of [...paper.stories, ...paper.killed, ...paper.gone, ...paper.pages])
    shown.set(one.file, one);
  const stories = content.stories.map(({ file, spec: { id, aliases = [] } }) => {
    const own = id === undefined ? {} : { id };
    return { file, aliases, ...own, ...shown.get(file) };
  });
  return [...stories, ...paper.pages, ...paper.gone];
}
