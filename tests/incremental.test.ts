// Whatever a newsroom does to its paper, a build that prints only what has changed ends with the bytes
// of a build that begins from nothing, and touches no file that stays as it was. What it refuses
// leaves the paper as it was. BROADSHEET_PROOF=1 tries 300 histories of 30 edits; a failure names its
// seed and path, and `BROADSHEET_SEED=… BROADSHEET_PATH=…` plays it again and looks for the shortest.

import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { array, assert, asyncProperty, constantFrom, nat, record } from "fast-check";
import { expect, test } from "vitest";
import type { BuildResult } from "../src/build-order.ts";
import { readNextChange } from "../src/publish/next-change-file.ts";
import {
  edited,
  EDITS,
  newNewsroom,
  SLOTS,
  type Edit,
  type Newsroom,
} from "./support/newsroom-model.ts";
import { newsroomDesk } from "./support/newsroom-desk.ts";
import { orderIn, pressProcess, type PressProcess } from "./support/press-process.ts";
import { withoutOldAssets } from "./support/without-old-assets.ts";

const PROOF = process.env["BROADSHEET_PROOF"] === "1";
const { BROADSHEET_SEED: seed, BROADSHEET_PATH: path } = process.env;
const [RUNS, LENGTH, COMPARED_EVERY] = PROOF ? [300, 30, 1] : [2, 8, 2];

const KINDS = Object.keys(EDITS) as (keyof typeof EDITS)[];
const edit = record<Edit>(
  {
    what: constantFrom(...KINDS),
    slot: nat(SLOTS - 1),
    choice: nat(3),
  },
  { noNullPrototype: true },
);

/** Kinds of edits that were published without a look at the rest. */
const quick = new Set<string>();

test("after any history, the paper is that of a first build", { timeout: 86_400_000 }, async () => {
  const histories = array(edit, { minLength: LENGTH, maxLength: LENGTH, size: "max" });
  await assert(asyncProperty(histories, live), {
    numRuns: RUNS,
    examples: [[ONE_OF_EACH]],
    endOnFailure: seed === undefined,
    ...(seed !== undefined && { seed: Number(seed), interruptAfterTimeLimit: 600_000 }),
    ...(path !== undefined && { path }),
  });
  // A history that is played again need not have any.
  const missed = ADDITIONS.filter((what) => !quick.has(what));
  expect(seed === undefined ? missed : []).toEqual([]);
});

/** What comes, in this order, before anything happens to it. */
const ADDITIONS = ["add", "schedule", "draft", "publish a draft"] as const;

/** Every kind of edit, so that no sample misses one: additions to free places, the rest to stories. */
const ONE_OF_EACH: Edit[] = KINDS.map((what, index) => ({
  what,
  slot: index < ADDITIONS.length ? Math.min(3 + index, SLOTS - 1) : index % 3,
  choice: index % 4,
}));

/** Lives through a history, edit by edit, with two presses: one that remembers, one that forgets. */
async function live(history: readonly Edit[]): Promise<void> {
  await using press = pressProcess();
  using desk = await newsroomDesk();
  using both = presses(desk.root, press);
  let room = newNewsroom();
  let before: ReadonlyMap<string, File> = new Map();
  for (const [index, edit] of [undefined, ...history].entries()) {
    const next = edit ? edited(room, edit) : room;
    desk.write(next);
    // What was written just now is never taken for unchanged: the short way would never be taken.
    if (index === 0) await setTimeout(2100);
    const result = await answerOf(both.build(next, "remembers"));
    const after = both.files("remembers");
    const isCompared = index % COMPARED_EVERY === 0 || isPuzzling(result);
    const clean = isCompared ? await both.build(next, "forgets") : result;
    const wrong = {
      answers: differingAnswers(result, clean),
      bytes: isCompared && published(result) ? differing(after, both.files("forgets")) : [],
      due: isCompared && published(result) ? differingDue(both) : [],
      times: wronglyDated(before, after),
      touched: published(result) ? [] : differing(before, after),
    };
    expect({ index, edit, wrong }).toEqual({ index, edit, wrong: NOTHING_WRONG });
    before = after;
    const isOther = edit && edited(room, edit).copies !== room.copies;
    if (isOther && published(result) && both.isQuick()) quick.add(edit.what);
    if (published(result)) room = next;
    else desk.write(room);
  }
}

const NOTHING_WRONG = { answers: [], bytes: [], due: [], times: [], touched: [] };

function published({ kind }: BuildResult): boolean {
  return kind === "published";
}

/** Refused for a reason that does not lie in what was published before. */
function isPuzzling(result: BuildResult): boolean {
  return !published(result) && !isAboutThePast(result);
}

function isAboutThePast(result: BuildResult): boolean {
  return messages(result).some((message) => / has been published,|^The clock says /.test(message));
}

/** A clock that has gone back is no mistake of a writer's: the press then fails, and may in no other way. */
async function answerOf(building: Promise<BuildResult>): Promise<BuildResult> {
  try {
    return await building;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!message.startsWith("The clock says ")) throw error;
    return { kind: "refused", problems: [{ file: "", message }] };
  }
}

function messages(result: BuildResult): string[] {
  return result.kind === "published" ? [] : result.problems.map(({ message }) => message);
}

/** What one press said and the other did not; a press without memory knows no lost addresses. */
function differingAnswers(remembers: BuildResult, forgets: BuildResult): string[] {
  if (isAboutThePast(remembers)) return [];
  const [a, b] = [messages(remembers), messages(forgets)];
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}

/** A file as a reader's browser and a server's cache know it. */
interface File {
  readonly bytes: string;
  readonly modified: number;
}

type Memory = "remembers" | "forgets";

/** The two presses, each with an output and a state of its own. */
function presses(root: string, press: PressProcess) {
  const state = (memory: Memory) => join(root, `.state-${memory}`);
  const output = (memory: Memory) => join(root, `_${memory}`);
  share(KEPT, state("remembers"));
  return {
    build: ({ now }: Newsroom, memory: Memory) => {
      if (memory === "forgets") {
        rmSync(output(memory), { recursive: true, force: true });
        rmSync(state(memory), { recursive: true, force: true });
        share(state("remembers"), state(memory));
      }
      const folders = { outputFolder: output(memory), stateFolder: state(memory) };
      return press.build(orderIn(root, { now, ...folders }));
    },
    files: (memory: Memory) => readFiles(output(memory)),
    due: (memory: Memory) => readNextChange(state(memory))?.nextChange,
    /** The record of what was published so; any other build takes it away. */
    isQuick: () => existsSync(join(state("remembers"), "standing/journal")),
    [Symbol.dispose]: () => share(state("remembers"), KEPT),
  };
}

/** Drawings and pictures are kept under names that stand for their bytes, and take long to make. */
function share(from: string, to: string): void {
  for (const part of ["drawings", "pictures"]) {
    if (!existsSync(join(from, part))) continue;
    mkdirSync(to, { recursive: true });
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
}

/** One history's drawings serve all others. */
const KEPT = join(tmpdir(), `broadsheet-histories-${process.pid}`);
process.once("exit", () => rmSync(KEPT, { recursive: true, force: true }));

function readFiles(folder: string): Map<string, File> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const file = { bytes: readFileSync(path, "latin1"), modified: lstatSync(path).mtimeMs };
      return [path.slice(folder.length + 1), file];
    }),
  );
}

function differing(one: ReadonlyMap<string, File>, other: ReadonlyMap<string, File>): string[] {
  const [a, b] = [one, other].map((files) =>
    withoutOldAssets(new Map([...files].map(([path, { bytes }]) => [path, bytes]))),
  );
  const paths = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
  return paths.filter((path) => a?.get(path) !== b?.get(path));
}

/** When the paper changes by itself, where the two do not say the same. */
function differingDue({ due }: ReturnType<typeof presses>): unknown[] {
  const both = [due("remembers"), due("forgets")];
  return isDeepStrictEqual(both[0], both[1]) ? [] : both;
}

/** Servers tell a changed file by the second it was changed in; an unchanged one keeps its time. */
function wronglyDated(
  before: ReadonlyMap<string, File>,
  after: ReadonlyMap<string, File>,
): string[] {
  const second = (milliseconds: number) => Math.floor(milliseconds / 1000);
  const wrong = [...after].filter(([path, { bytes, modified }]) => {
    const old = before.get(path);
    if (!old) return false;
    if (old.bytes === bytes) return old.modified !== modified;
    return second(modified) <= second(old.modified);
  });
  return wrong.map(([path]) => path);
}
