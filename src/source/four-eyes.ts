// A long row of known files, looked at by two: a thread begins at its end at once, while the build has
// other things to do, and the build itself begins at the front when it needs to know. Where they meet,
// all have been looked at. Neither waits for the other, so a thread that is late, or never comes, only
// leaves more to the build.

import { availableParallelism } from "node:os";
import { changedAmong, isChanged, type KnownFiles } from "./known-files.ts";
import { columnOfTexts, textsIn } from "./sealed-columns.ts";
import { startThread } from "./start-thread.ts";

/** What the two share. */
export interface SharedRow {
  readonly folder: string;
  /** The names, each with a NUL after it: see `sealed-columns.ts`. */
  readonly names: Uint8Array;
  readonly stamps: Float64Array;
  /** Not 0 for a file the thread has found changed. */
  readonly changed: Uint8Array;
  /** How far both have come: what lies before `FRONT`, and from `BACK` on, has been looked at. */
  readonly reached: Int32Array;
}

const FRONT = 0;
const BACK = 1;

/** After so many files one says how far it has come. */
const PACE = 64;

/** For fewer files a thread would cost more than it saves. */
const LEAST = 30_000;

/** Begins to look; the result gives the positions of files that are others by now, or gone. */
export function lookWithFourEyes(
  folder: string,
  known: KnownFiles,
  least = LEAST,
): () => readonly number[] {
  if (known.names.length < least || availableParallelism() === 1)
    return () => changedAmong(folder, known);
  const row = sharedRow(folder, known);
  startSecondLook(row);
  return () => lookFromFront(row, known);
}

/** Nothing of it has been looked at. */
export function sharedRow(folder: string, { names, stamps }: KnownFiles): SharedRow {
  const written = columnOfTexts(names);
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  const row = {
    folder,
    names: new Uint8Array(shared(written.byteLength)),
    stamps: new Float64Array(shared(stamps.byteLength)),
    changed: new Uint8Array(shared(names.length)),
    reached: new Int32Array(shared(2 * Int32Array.BYTES_PER_ELEMENT)),
  };
  row.names.set(written);
  row.stamps.set(stamps);
  row.reached[BACK] = names.length;
  return row;
}

function startSecondLook(row: SharedRow): void {
  try {
    const thread = startThread(import.meta.filename, "second-look", { workerData: row });
    thread.on("error", () => {});
    thread.unref();
  } catch {
    // Then all is left to the build.
  }
}

/** Looks at what nobody has looked at yet, and gives the positions of all that have changed. */
export function lookFromFront(row: SharedRow, { names }: KnownFiles): readonly number[] {
  const { folder, stamps, changed, reached } = row;
  const found: number[] = [];
  let position = 0;
  for (; position < Atomics.load(reached, BACK); position += 1) {
    if (isChanged(`${folder}/${names[position]}`, stamps, position)) found.push(position);
    if (position % PACE === 0) Atomics.store(reached, FRONT, position);
  }
  for (; position < names.length; position += 1) if (changed[position] !== 0) found.push(position);
  return found;
}

/** What the thread does. */
export function lookFromBack({ folder, stamps, changed, reached, ...row }: SharedRow): void {
  const names = textsIn(Buffer.from(row.names));
  let position = names.length - 1;
  for (; position >= Atomics.load(reached, FRONT); position -= 1) {
    if (isChanged(`${folder}/${names[position]}`, stamps, position)) changed[position] = 1;
    if (position % PACE === 0) Atomics.store(reached, BACK, position);
  }
  Atomics.store(reached, BACK, position + 1);
}
