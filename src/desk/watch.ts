// The newsroom's small daemon: publishes each saved change, and wakes for each moment at which the
// paper changes by itself. A paper that is refused leaves the live one as it is, and is tried again at
// the next saved change; where the reason lies outside the content, it is tried again after a pause.

import { performance } from "node:perf_hooks";
import type { NextChange } from "../news/newspaper.ts";
import type { BuildAsOf, BuildOutcome } from "./build-apart.ts";
import { SavedChanges } from "./saved-changes.ts";

export interface WatchOptions {
  /** Absolute: content, layouts and press. */
  readonly folders: readonly string[];
  /** Milliseconds since 1970, UTC. It may step, forward or back, at any time. */
  readonly clock: () => number;
  readonly build: BuildAsOf;
  readonly onNews: (news: WatchNews) => void;
  /** What an earlier build has left word of; for the case that the first one now is refused. */
  readonly nextChange?: NextChange | undefined;
  /** Ends the watch; a build that is under way is waited for. */
  readonly end?: AbortSignal;
}

/** What the desk is told: each publish, and each trouble once, however often it is met. */
export type WatchNews =
  | BuildOutcome
  /** It was due, but the paper is refused. */
  | { readonly kind: "held up"; readonly change: NextChange };

/** Builds at once, then watches until it is ended. */
export async function watchPaper(options: WatchOptions): Promise<void> {
  const saves = new SavedChanges(options.folders);
  const desk = new WatchDesk(options, saves);
  const wake = () => saves.wake();
  options.end?.addEventListener("abort", wake);
  try {
    while (!options.end?.aborted) {
      await desk.publish();
      await desk.waitForReason();
    }
  } finally {
    options.end?.removeEventListener("abort", wake);
    saves.close();
  }
}

/**
 * No nap is longer. A timer counts neither the time that a machine sleeps nor the steps of its clock,
 * and no more than 24 days; so the clock is asked every second.
 */
const LONGEST_NAP = 1000;

/** Milliseconds; each pause is twice the one before. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5 * 60_000;

/** Whoever saves a hundred files (a pull, a copied folder) saves them within this time of each other. */
const SETTLING_MILLISECONDS = 150;
const MOST_SETTLING_ROUNDS = 20;

class WatchDesk {
  readonly #options: WatchOptions;
  readonly #saves: SavedChanges;
  #due: NextChange | undefined;
  #pause = FIRST_PAUSE;
  /** On the clock that does not step; never, unless a build has failed. */
  #retryAt = Infinity;
  /** The report that was told last; "" once a paper is published. */
  #told = "";

  constructor(options: WatchOptions, saves: SavedChanges) {
    this.#options = options;
    this.#saves = saves;
    this.#due = options.nextChange;
  }

  async publish(): Promise<void> {
    const now = this.#options.clock();
    const overdue = this.#due && this.#due.at.instant <= now ? this.#due : undefined;
    if (overdue) this.#due = undefined;
    const outcome = await this.#options.build(now);
    if (this.#options.end?.aborted) return;
    this.#retryAt = Infinity;
    if (outcome.kind === "published") this.#due = outcome.summary.nextChange;
    if (outcome.kind === "failed") this.#retryLater();
    else this.#pause = FIRST_PAUSE;
    this.#tell(outcome);
    if (outcome.kind === "refused" && overdue)
      this.#options.onNews({ kind: "held up", change: overdue });
  }

  /** Until something was saved, or is due, or is to be tried again; or the watch is ended. */
  async waitForReason(): Promise<void> {
    while (!this.#options.end?.aborted) {
      if (this.#saves.take()) {
        await this.#untilSettled();
        return;
      }
      const untilDue = (this.#due?.at.instant ?? Infinity) - this.#options.clock();
      const untilRetry = this.#retryAt - performance.now();
      if (untilDue <= 0 || untilRetry <= 0) return;
      await this.#saves.nap(Math.min(LONGEST_NAP, untilDue, untilRetry));
    }
  }

  async #untilSettled(): Promise<void> {
    let rounds = 0;
    do await this.#saves.nap(SETTLING_MILLISECONDS);
    while (this.#saves.take() && ++rounds < MOST_SETTLING_ROUNDS);
  }

  #retryLater(): void {
    this.#retryAt = performance.now() + this.#pause;
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
  }

  #tell(outcome: BuildOutcome): void {
    const report = outcome.report ?? "";
    if (outcome.kind === "published" || report !== this.#told) this.#options.onNews(outcome);
    this.#told = report;
  }
}
