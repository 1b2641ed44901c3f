// Many hands: where there is much to read or to print, threads do it batch by batch, as many as the
// machine has cores. They begin when they are first needed, stay for the whole build, and know
// nothing of each other, so the result does not depend on how many they are.

import { availableParallelism } from "node:os";
import type { PlannedPage } from "./pages/page.ts";
import type { PrintedFile, PrintSetting } from "./print-batch.ts";
import type { Shelf } from "./source/last-good.ts";
import type { ListedStory, ReadSetting, ReadStory } from "./read-batch.ts";
import { startThread } from "./source/start-thread.ts";

/** What hands can do, batch by batch: what they are told before, what is in a batch, what comes of it. */
interface Work {
  readonly read: {
    readonly setting: ReadSetting;
    readonly item: ListedStory;
    readonly done: ReadStory;
  };
  readonly print: {
    readonly setting: PrintSetting;
    readonly item: PlannedPage;
    readonly done: PrintedFile;
  };
  readonly keep: {
    readonly setting: { readonly contentFolder: string };
    readonly item: Shelf;
    readonly done: Shelf["path"];
  };
}

type Kind = keyof Work;

/** What a hand is told before its first batch of a kind. */
export type HandSetting = {
  [K in Kind]: { readonly kind: K } & Work[K]["setting"];
}[Kind];

type Batch = {
  [K in Kind]: { readonly kind: K; readonly items: readonly Work[K]["item"][] };
}[Kind];

/** What a hand is sent. */
export type HandMessage = { readonly kind: "setting"; readonly setting: HandSetting } | Batch;

export interface PressHands {
  /** Below this many pages or files no hand is called: it would cost more than it saves. */
  readonly least: number;
  /** Tells every hand what is to be done. One shift ends before the next begins. */
  readonly begin: <K extends Kind>(
    kind: K,
    setting: Work[K]["setting"],
    onDone?: (count: number) => void,
  ) => Shift<K>;
  /** Sends them home. */
  readonly dismiss: () => Promise<void>;
}

export interface Shift<K extends Kind> {
  /** Hands a batch out as soon as a hand is about to be free for it, so that few are held at a time. */
  readonly give: (items: readonly Work[K]["item"][]) => Promise<void>;
  /** What came of each batch, in the order they were given; `undefined` where the hand failed. */
  readonly end: () => Promise<readonly (readonly Work[K]["done"][] | undefined)[]>;
}

/**
 * Batches under way for each hand: while it does one, the next is being put together. What is read or
 * kept is a list of names, and may wait for a hand while this thread is busy with something else.
 */
const AHEAD: Readonly<Record<Kind, number>> = { read: 6, print: 2, keep: 6 };

/** Starting threads costs about as much as this many pages. */
const LEAST = 400;

export function openHands(count = availableParallelism(), least = LEAST): PressHands {
  let hands: readonly Hand[] | undefined;
  return {
    least: count > 0 ? least : Infinity,
    begin: <K extends Kind>(
      kind: K,
      setting: Work[K]["setting"],
      onDone: (count: number) => void = () => {},
    ) => {
      hands ??= Array.from({ length: count }, startHand);
      for (const hand of hands) hand.tell({ kind, ...setting } as HandSetting);
      return openShift(kind, hands, onDone);
    },
    dismiss: async () => {
      const dismissed = hands ?? [];
      hands = undefined;
      await Promise.all(dismissed.map((hand) => hand.end()));
    },
  };
}

function openShift<K extends Kind>(
  kind: K,
  hands: readonly Hand[],
  onDone: (count: number) => void,
): Shift<K> {
  type Done = readonly Work[K]["done"][] | undefined;
  /** Each hand as often as it may hold another batch. */
  const free = Array.from({ length: AHEAD[kind] }, () => hands).flat();
  const waiting: ((hand: Hand) => void)[] = [];
  const results: Promise<Done>[] = [];
  const nextFree = () =>
    new Promise<Hand>((answer) => {
      const hand = free.shift();
      if (hand) answer(hand);
      else waiting.push(answer);
    });
  /** Knows how many they are, and not them: pages that are sent need not be held until they are printed. */
  const doneBy = async (hand: Hand, batch: Promise<unknown>, count: number) => {
    const done = await batch;
    const next = waiting.shift();
    if (next) next(hand);
    else free.push(hand);
    onDone(count);
    return done as Done;
  };
  return {
    give: async (items) => {
      const hand = await nextFree();
      results.push(doneBy(hand, hand.give({ kind, items } as Batch), items.length));
    },
    end: () => Promise.all(results),
  };
}

interface Hand {
  readonly tell: (setting: HandSetting) => void;
  /** `undefined` where the hand failed, or died. */
  readonly give: (batch: Batch) => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

function startHand(): Hand {
  const worker = startThread(import.meta.filename, "press-hand", { resourceLimits: ROOM });
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
