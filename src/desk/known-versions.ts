// What the stories said when they were last checked, in `.broadsheet/checked-stories.json`: the only
// way to notice that a story says something else and does not own up to it. Without the file, nothing
// is noticed until the check after the next.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasChangedSilently, type StoryVersions } from "../verify/check/story-version.ts";

/** Empty where there are none, or none that can be read. */
export function readVersions(stateFolder: string): StoryVersions {
  try {
    const rows: unknown = JSON.parse(readFileSync(pathIn(stateFolder), "utf8"));
    const versions = Array.isArray(rows) ? rows.filter(isRow) : [];
    return new Map(versions.map(([id, words, modified]) => [id, { words, modified }]));
  } catch {
    return new Map();
  }
}

/**
 * Keeps what the stories say now; of one that has changed without a word, what it said before, so that
 * the next check points it out again.
 *
 * @param takesAll such changes are accepted
 */
export function keepVersions(
  now: StoryVersions,
  earlier: StoryVersions,
  stateFolder: string,
  takesAll: boolean,
): void {
  const kept = [...now].map(([id, version]): Row => {
    const before = earlier.get(id);
    const { words, modified } =
      before && !takesAll && hasChangedSilently(before, version) ? before : version;
    return [id, words, modified];
  });
  const path = pathIn(stateFolder);
  const unfinished = `${path}.${process.pid}.new`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, path);
}

type Row = readonly [id: string, words: string, modified: string];

function isRow(value: unknown): value is Row {
  return (
    Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === "string")
  );
}

function pathIn(stateFolder: string): string {
  return join(stateFolder, "checked-stories.json");
}
