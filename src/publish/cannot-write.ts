// The one error of this room: the paper could not be put in place, for a reason outside the
// content. It is thrown, not returned, because nothing can go on after it; `cli.ts` turns it into
// one line and exit code 3.

/** The output cannot be written. `message` is the reason, one sentence; `cure` is what to do. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
  readonly cure: string;

  constructor(reason: string, cure: string, cause?: unknown) {
    super(reason, { cause });
    this.cure = cure;
  }
}

/** What an operating system's error code means to the person at the desk: the reason and the cure. */
const MEANINGS: Readonly<Record<string, readonly [reason: string, cure: string]>> = {
  ENOSPC: ["the disk is full", "Free some space and build again."],
  EDQUOT: ["the disk quota is used up", "Free some space and build again."],
  EROFS: ["the disk is read-only", "Make it writable or choose another --output."],
  EACCES: ["permission was denied", "Build as a user who may write there."],
  EPERM: ["permission was denied", "Build as a user who may write there."],
  ERR_ACCESS_DENIED: ["permission was denied", "Allow Node to read and write there."],
  EIO: ["the disk reports a fault", "Check the disk, then build again."],
  EMFILE: ["too many files are open", "Raise the limit of open files (ulimit -n)."],
  ENFILE: ["too many files are open on this machine", "Close other programs and build again."],
  EXDEV: ["a folder in it lies on another disk", "Keep the whole output on one disk."],
  ENOENT: ["a file that it needs has gone", "Build again."],
  ENAMETOOLONG: ["a file name is too long for this disk", "Shorten the slug and build again."],
};

/** What became of the live paper, for the cure. */
export type LivePaper = "as it was" | "perhaps mixed";

const AFTERMATH: Readonly<Record<LivePaper, string>> = {
  "as it was": "The paper that was live is as it was.",
  "perhaps mixed": "Until then some pages may be new and others old; each file is whole.",
};

/**
 * An error of the operating system in plain words; anything else (a mistake of ours) comes back
 * as it is, so that it is not mistaken for a full disk.
 */
export function inPlainWords(error: unknown, output: string, live: LivePaper): unknown {
  const code = errorCode(error);
  if (error instanceof CannotWrite || code === undefined) return error;
  const [reason, cure] = MEANINGS[code] ?? [`the system answers ${code}`, "Build again."];
  const message = `The paper could not be written to “${output}”: ${reason}.`;
  return new CannotWrite(message, `${cure} ${AFTERMATH[live]}`, error);
}

/** The operating system's code for an error: `ENOENT`; undefined for any other kind of error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
