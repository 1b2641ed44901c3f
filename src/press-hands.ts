// Many hands: where there is much to read or to print, threads do it batch by batch, as many as the
// machine has cores. They begin when they are first needed, stay for the whole build, and know
// nothing of each other, so the result does not depend on how many they are.

import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlannedPage } from "./pages/page.ts";
import type { PrintedFile, PrintSetting } from "./print-batch.ts";
import type { ListedStory, ReadSetting, ReadStory } from "./read-batch.ts";

/** What a hand is told before its first batch of a kind. */
export type HandSetting =
  | ({ readonly kind: "read" } & ReadSetting)
  | ({ readonly kind: "print" } & PrintSetting);

/** What a hand is sent. */
export type HandMessage =
  | { readonly kind: "setting"; readonly setting: HandSetting }
  | { readonly kind: "read"; readonly items: readonly ListedStory[] }
  | { readonly kind: "print"; readonly items: readonly PlannedPage[] };

type Batch = Exclude<HandMessage, { kind: "setting" }>;

/** What comes of each batch, by its kind; `undefined` where the hand failed. */
interface Done {
  readonly read: readonly ReadStory[];
  readonly print: readonly PrintedFile[];
}

export interface PressHands {
  /** Below this many pages or files no hand is called: it would cost more than it saves. */
  readonly least: number;
  /**
   * Has the batches done and gives the results in their order. A batch is asked for when a hand is
   * about to be free, so that few are held at a time.
   */
  readonly work: <Kind extends Batch["kind"]>(
    setting: HandSetting & { readonly kind: Kind },
    batches: Iterable<Batch & { readonly kind: Kind }>,
    onDone: (count: number) => void,
  ) => Promise<readonly (Done[Kind] | undefined)[]>;
  /** Sends them home. */
  readonly dismiss: () => Promise<void>;
}

/** Batches under way for each hand: while it does one, the next is being put together. */
const AHEAD = 2;

/** Translating layouts and starting threads costs about as much as this many pages. */
const LEAST = 400;

export function openHands(count = availableParallelism(), least = LEAST): PressHands {
  let hands: readonly Hand[] | undefined;
  return {
    least,
    work: async (setting, batches, onDone) => {
      hands ??= Array.from({ length: count }, startHand);
      for (const hand of hands) hand.tell(setting);
      const results: unknown[] = [];
      const queue = entriesOf(batches);
      const lane = async (hand: Hand) => {
        for (const [index, batch] of queue) {
          const done = await hand.give(batch);
          results[index] = done;
          onDone(batch.items.length);
        }
      };
      await Promise.all(hands.flatMap((hand) => Array.from({ length: AHEAD }, () => lane(hand))));
      return results as readonly (Done[typeof setting.kind] | undefined)[];
    },
    dismiss: async () => {
      await Promise.all((hands ?? []).map((hand) => hand.end()));
    },
  };
}

function* entriesOf<Item>(items: Iterable<Item>): Generator<readonly [number, Item]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}

interface Hand {
  readonly tell: (setting: HandSetting) => void;
  /** `undefined` where the hand failed, or died. */
  readonly give: (batch: Batch) => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

function startHand(): Hand {
  const worker = new Worker(HAND, { execArgv: [...HOW], resourceLimits: ROOM });
  const waiting: ((done: unknown) => void)[] = [];
  let isDead = false;
  worker.on("message", ({ done }: { readonly done?: unknown }) => waiting.shift()?.(done));
  worker.on("error", () => {
    isDead = true;
    for (const answer of waiting.splice(0)) answer(undefined);
  });
  const send = (message: HandMessage) => worker.postMessage(message);
  return {
    tell: (setting) => send({ kind: "setting", setting }),
    give: (batch) =>
      new Promise((answer) => {
        if (isDead) return answer(undefined);
        waiting.push(answer);
        send(batch);
      }),
    end: () => worker.terminate(),
  };
}

/** Pages are born and gone within a batch: with room for one, most never reach the old generation. */
const ROOM = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 200 };

/**
 * Where this very code runs: among translated files beside a translated hand, or as TypeScript (in
 * tests). Not `import.meta.dirname`, which `bin.js` sets to where the file was written.
 */
const RUNNING = import.meta.filename;
const isTranslated = extname(RUNNING) === ".js";
const HAND = join(dirname(RUNNING), `press-hand${extname(RUNNING)}`);
const HOW: readonly string[] = isTranslated
  ? []
  : ["--import", createRequire(RUNNING).resolve("tsx")];
