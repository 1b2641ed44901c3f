// What `broadsheet check` finds: in which file of the paper, how grave it is, and what to do.

import type { FieldPath } from "../../problems/problem.ts";

export interface Finding {
  /** A fault is there for every reader to meet; advice is the desk's own measure, and may be left. */
  readonly weight: "fault" | "advice";
  /** The file of the paper: `2019/05/31/storm/index.html`. */
  readonly output: string;
  /** The field of the header that most probably says so, where the file is made from a story. */
  readonly field?: FieldPath;
  /** One whole sentence that speaks of the page as “the page”. */
  readonly message: string;
  readonly cure?: string;
}
