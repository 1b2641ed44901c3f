// What the stories said when they were last checked, in `.broadsheet/checked-stories.json`: the only
// way to notice that a story says something else and does not own up to it. Without the file, nothing
// is noticed until the check after the next; nor after a change of the press by which the same page has
// another hash.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import {
  hasChangedSilently,
  hasRewrittenCorrections,
  type StoryVersion,
  type StoryVersions,
  VERSION_RULE,
} from "../verify/check/story-version.ts";

/** By id: words, when they changed, corrections. */
const row = z.tuple([z.string(), z.string(), z.string(), z.array(z.string())]);
const memory = z.strictObject({ rule: z.literal(VERSION_RULE), stories: z.array(row) });

/** Empty where there are none, or none that can be read, or that are made by another rule. */
export function readVersions(stateFolder: string): StoryVersions {
  try {
    const { stories } = memory.parse(JSON.parse(readFileSync(pathIn(stateFolder), "utf8")));
    return new Map(
      stories.map(([id, words, modified, corrections]) => [id, { words, modified, corrections }]),
    );
  } catch {
    return new Map();
  }
}

/**
 * Keeps what the stories say now; of what has changed without a word, what was said before, so that the
 * next check points it out again.
 *
 * @param takesAll such changes are accepted
 */
export function keepVersions(
  now: StoryVersions,
  earlier: StoryVersions,
  stateFolder: string,
  takesAll: boolean,
): void {
  const stories = [...now].map(([id, version]): z.output<typeof row> => {
    const before = takesAll ? undefined : earlier.get(id);
    const { words, modified, corrections } = before ? remembered(before, version) : version;
    return [id, words, modified, [...corrections]];
  });
  const path = pathIn(stateFolder);
  const unfinished = `${path}.${process.pid}.new`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, JSON.stringify({ rule: VERSION_RULE, stories }));
  renameSync(unfinished, path);
}

function remembered(before: StoryVersion, now: StoryVersion): StoryVersion {
  const { words, modified } = hasChangedSilently(before, now) ? before : now;
  const { corrections } = hasRewrittenCorrections(before, now) ? before : now;
  return { words, modified, corrections };
}

function pathIn(stateFolder: string): string {
  return join(stateFolder, "checked-stories.json");
}
