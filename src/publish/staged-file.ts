// The new paper as this room receives it: every file it consists of, each with its bytes or with
// the news that they have not changed. A file that is not named here leaves the output.

/** The whole new paper. */
export interface NewPaper {
  readonly files: readonly StagedFile[];
  /** Every address of a story or plain page that is now live, without the sub-path. Empty in a preview. */
  readonly addresses: readonly string[];
  /** Those of them that say only that something was there: killed, withdrawn or expired. */
  readonly withdrawn: readonly string[];
  /** Compressed copies of the files, where they are wished for. */
  readonly compressed?: CompressedCopies;
}

/** See `compressed-copies.ts`. */
export interface CompressedCopies {
  /** What compressed them, and how. */
  readonly by: string;
  readonly files: readonly StagedFile[];
  /** How many of them were made now. */
  readonly made: number;
}

/** One file of the new paper. */
export interface StagedFile {
  /** Relative to the output, forward slashes: `2019/05/31/storm/index.html`. */
  readonly path: string;
  /** What it was made from, for messages: `articles/storm.md`, `the front page`. */
  readonly origin: string;
  readonly kind: FileKind;
  readonly bytes: FileBytes;
}

/** Decides when a file goes into place: see `PUBLISHING_ORDER`. */
export type FileKind = "asset" | "story" | "list" | "feed";

/**
 * What must be there before what: a page needs its style sheet and pictures, a list the stories it
 * links to, a feed or sitemap all of them.
 */
export const PUBLISHING_ORDER: readonly FileKind[] = ["asset", "story", "list", "feed"];

/** Where a file's bytes are. Hashes are SHA-256 in hexadecimal. */
export type FileBytes =
  /** In memory: staged by `publish`. A string is written as UTF-8. */
  | { readonly kind: "memory"; readonly bytes: Uint8Array | string; readonly hash?: string }
  /** In a file that stays where it is (a cached picture), with its hash where it is known. */
  | { readonly kind: "file"; readonly path: string; readonly hash?: string }
  /** Written ahead into the staging folder (`stageBytes`), so that a large paper need not fit in memory. */
  | { readonly kind: "staged"; readonly path: string; readonly hash: string }
  /** Already live with this hash (`OutputFolder.live`): made again only if it had changed. */
  | { readonly kind: "kept"; readonly hash: string };

/** What a publish did, in files; the manifest itself is not counted. */
export interface PublishReport {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
  /** Where the output holds releases. */
  readonly releases?: ReleaseReport;
}

/** What became of the releases. */
export interface ReleaseReport {
  /** The name of the one that readers get: `000042`. */
  readonly current: string;
  /** How many others are there to go back to. */
  readonly earlier: number;
  /** How many were removed because there are enough newer ones. */
  readonly removed: number;
  /** How many were removed because they showed what is now withdrawn, killed or expired. */
  readonly removedAsWithdrawn: number;
}
