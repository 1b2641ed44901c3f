// Changes that no test can notice, because they make no difference to anybody: each with its reason.
// They do not count when `npm run mutate` says what has been noticed.

/** One small change. */
export interface HarmlessChange {
  readonly file: string;
  /** What is changed, as it stands in the file. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export const HARMLESS: readonly HarmlessChange[] = [];
