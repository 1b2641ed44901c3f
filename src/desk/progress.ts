// How far a long build has come, on one line for whoever waits at a terminal.

import type { Work } from "../build-order.ts";

export interface ProgressLine {
  readonly show: (work: Work, done: number, total: number) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

/**
 * @param write to the terminal
 * @param clock milliseconds from any beginning
 */
export function openProgress(write: (text: string) => void, clock: () => number): ProgressLine {
  const begun = new Map<Work, number>();
  let isShown = false;
  return {
    show: (work, done, total) => {
      const start = begun.get(work) ?? clock();
      begun.set(work, start);
      isShown = true;
      write(`${CLEAR}${progressWords(work, done, total, clock() - start)}`);
    },
    clear: () => {
      if (isShown) write(CLEAR);
      isShown = false;
    },
  };
}

/** Back to the beginning of the line, which is then empty. */
const CLEAR = "\r\u001B[K";

/** Before that no rate tells anything. */
const SHORTEST_RATE = 3_000;

/**
 * "Pages: 4000 of 16000, about 2 min to go": the rest at the rate so far, counted from the first
 * that was done.
 * @param elapsed milliseconds since work began to be told
 */
export function progressWords(work: Work, done: number, total: number, elapsed: number): string {
  const words = `${work === "pages" ? "Pages" : "Pictures"}: ${done} of ${total}`;
  if (elapsed < SHORTEST_RATE || done === 0 || done >= total) return words;
  const minutes = Math.round((elapsed * (total - done)) / done / 60_000);
  return `${words}, ${minutes < 1 ? "less than a minute" : `about ${minutes} min`} to go`;
}
