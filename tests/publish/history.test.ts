// Whatever was published before: the output is the newest paper, as if it had been published alone.

import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, dictionary, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { findCollisions } from "../../src/publish/find-collisions.ts";
import {
  demolish,
  modified,
  pressRoom,
  publishPaper,
  staged,
  tree,
  type Paper,
  type PressRoom,
} from "./press-room.ts";

/** Few names and texts, so that files stay, change, move and become folders often. */
const path = array(constantFrom("a", "b", "A", "index.html", "2019"), {
  minLength: 1,
  maxLength: 3,
}).map((names) => names.join("/"));
const paper = dictionary(path, constantFrom("one", "two", "six"), {
  maxKeys: 8,
  noNullPrototype: true,
}).filter((files) => findCollisions(staged(files)).length === 0);

/** What may happen between two publishes. */
const mishap = constantFrom(
  "nothing",
  "state deleted",
  "file deleted",
  "file altered",
  "file altered",
);

const FOREIGN = "notes.txt";

interface Live {
  readonly text: string;
  readonly time: number;
}

function liveFiles(room: PressRoom, files: Paper): Map<string, Live> {
  return new Map(
    Object.entries(files).map(([name, text]) => [name, { text, time: modified(room, name) }]),
  );
}

/** Returns the path that is no longer what was published. */
function suffer(room: PressRoom, what: string, files: Paper): string | undefined {
  const [first] = Object.keys(files);
  if (what === "state deleted") rmSync(room.stateFolder, { recursive: true, force: true });
  if (first === undefined) return undefined;
  if (what === "file deleted") rmSync(join(room.output, first));
  if (what === "file altered") writeFileSync(join(room.output, first), "bad");
  return what.startsWith("file") ? first : undefined;
}

/** Files whose time is wrong: unchanged ones must keep it, changed ones must get a later second. */
function wronglyDated(
  before: Map<string, Live>,
  now: Map<string, Live>,
  spoilt?: string,
): string[] {
  const wrong = [...now].filter(([name, { text, time }]) => {
    const old = before.get(name);
    if (!old || name === spoilt) return false;
    return old.text === text
      ? time !== old.time
      : Math.floor(time / 1000) <= Math.floor(old.time / 1000);
  });
  return wrong.map(([name]) => name);
}

test(
  "any history of papers ends as the last one published alone, and unchanged files keep their time",
  { timeout: 3_600_000 },
  () => {
    const history = array(tuple(paper, mishap), { minLength: 2, maxLength: 6 });
    assert(
      property(history, (papers) => {
        const room = pressRoom();
        let before = new Map<string, Live>();
        for (const [files, what] of papers) {
          publishPaper(room, files);
          if (!existsSync(join(room.output, FOREIGN)))
            writeFileSync(join(room.output, FOREIGN), "mine");
          expect(tree(room.output)).toEqual({ [FOREIGN]: "mine", ...files });
          const now = liveFiles(room, files);
          expect(wronglyDated(before, now)).toEqual([]);
          const spoilt = suffer(room, what, files);
          if (spoilt !== undefined) now.delete(spoilt);
          before = now;
        }
        demolish(room);
      }),
      { numRuns: process.env["BROADSHEET_PROOF"] === "1" ? 5000 : 60 },
    );
  },
);
