// What the gate says about a content folder, as a person would see it.

import { formatProblem } from "../../src/problems/format-problem.ts";
import { locateProblems } from "../../src/source/locate-problems.ts";
import { readContent } from "../../src/source/read-content.ts";
import { type Bytes, contentFolder } from "./content-folder.ts";

/** The report of `source/` alone on the files of a txtar string; "" when all is well. */
export async function sourceProblems(archive: string, bytes?: Bytes): Promise<string> {
  await using folder = await contentFolder(archive, bytes);
  const { problems } = await readContent(folder);
  const located = locateProblems(problems, folder.contentFolder);
  return located.map((problem) => formatProblem(problem, "content")).join("\n");
}

/** A story whose header has these lines besides the required ones. */
export function storyWith(lines: string, required = REQUIRED): string {
  return `-- articles/storm.md --\n---\n${required}${lines}\n---\nThe wind rose at noon.\n`;
}

const REQUIRED = "headline: Storm\ndate: 2026-03-08 21:30\nsection: world\n";
