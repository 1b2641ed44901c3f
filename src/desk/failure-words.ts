// What is said when a run ends for a reason that does not stand in the content.

import { CannotWrite, inPlainWords } from "../publish/cannot-write.ts";
import { FaultyLayout } from "../render/faulty-layout.ts";
import { NotIndexed } from "../render/index-stories.ts";

export interface FailureWords {
  /** What was thrown, in plain words where the system's were not; for `--verbose`. */
  readonly error: unknown;
  readonly message: string;
  readonly cure: string;
}

export function failureWords(thrown: unknown): FailureWords {
  const error = inPlainWords(thrown, placeOf(thrown), "as it was");
  const message = error instanceof Error ? error.message : String(error);
  return { error, message, cure: cureOf(error) };
}

function cureOf(error: unknown): string {
  if (error instanceof CannotWrite) return error.cure;
  if (error instanceof NotIndexed)
    return "The paper is published, but its search lacks what is new. Build again.";
  if (error instanceof FaultyLayout)
    return "Mend it and build again. The paper that was live is as it was.";
  return "This is a fault of the press; --verbose shows where.";
}

/** The file that the system would not read or write. */
function placeOf(error: unknown): string {
  return error instanceof Error && "path" in error ? String(error.path) : ".broadsheet";
}
