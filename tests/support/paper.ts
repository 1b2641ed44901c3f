// A newspaper from a txtar string, composed by the real rooms and not yet printed: for tests of what
// is made of typed stories.

import { readTexts } from "../../src/markdown/read-texts.ts";
import { composeNewspaper } from "../../src/news/compose-newspaper.ts";
import type { Newspaper } from "../../src/news/newspaper.ts";
import { wordsFor } from "../../src/pages/words/words-for.ts";
import { formatProblem } from "../../src/problems/format-problem.ts";
import { locateProblems } from "../../src/source/locate-problems.ts";
import { readContent } from "../../src/source/read-content.ts";
import { type Bytes, contentFolder } from "./content-folder.ts";
import { NOW } from "./site.ts";

export interface PaperOptions {
  readonly now?: string;
  readonly baseUrl?: string;
  readonly bytes?: Bytes;
  readonly drafts?: boolean;
}

/** The newspaper; throws with the whole report when its content has problems. */
export async function paper(archive: string, options: PaperOptions = {}): Promise<Newspaper> {
  await using folder = await contentFolder(archive, options.bytes);
  const { value: content, problems } = await readContent(folder);
  const texts = content && readTexts(content, wordsFor, new Map());
  const composed =
    content &&
    texts &&
    composeNewspaper(content, texts.value, {
      now: Date.parse(options.now ?? NOW),
      drafts: options.drafts ?? false,
      ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    });
  const all = [...problems, ...(texts?.problems ?? []), ...(composed?.problems ?? [])];
  if (composed && all.length === 0) return composed.value;
  const located = locateProblems(all, folder.contentFolder);
  throw new Error(located.map((problem) => formatProblem(problem, "content")).join("\n\n"));
}
