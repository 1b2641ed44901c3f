// A hand of the press: a thread that reads, prints or keeps one batch after another. `press-hands.ts` starts
// it and hands the batches out.

import { parentPort } from "node:worker_threads";
import { placesOf } from "./markdown/known-text.ts";
import type { HandMessage, HandSetting } from "./press-hands.ts";
import { printBatch } from "./print-batch.ts";
import { readBatch } from "./read-batch.ts";
import { keepShelf, type Shelf } from "./source/last-good.ts";

let setting: HandSetting | undefined;
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", (message: HandMessage) => {
  last = last.then(() => take(message));
});

async function take(message: HandMessage): Promise<void> {
  if (message.kind === "setting") {
    setting = message.setting;
    return;
  }
  try {
    const { done, places = [] } = await work(message);
    parentPort?.postMessage({ done }, places);
  } catch {
    // Whoever handed the batch out does it again, and meets the error in full.
    parentPort?.postMessage({});
  }
}

interface Done {
  readonly done: readonly unknown[];
  /** Memory that goes with it: it is given away, not copied. */
  readonly places?: ArrayBuffer[];
}

async function work(batch: Exclude<HandMessage, { kind: "setting" }>): Promise<Done> {
  if (batch.kind === "read" && setting?.kind === "read") {
    const done = readBatch(batch.items, setting);
    return { done, places: done.flatMap(({ sealed }) => placesOf(sealed)) };
  }
  if (batch.kind === "print" && setting?.kind === "print")
    return { done: await printBatch(batch.items, setting) };
  if (batch.kind === "keep" && setting?.kind === "keep")
    return { done: keepBatch(batch.items, setting) };
  throw new Error(`A batch to ${batch.kind}, and no setting for it.`);
}

function keepBatch(
  shelves: readonly Shelf[],
  { contentFolder }: { readonly contentFolder: string },
): readonly string[] {
  for (const shelf of shelves) keepShelf(shelf, contentFolder);
  return shelves.map(({ path }) => path);
}
