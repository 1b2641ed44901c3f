// What the desk orders and what it gets back: the words of a build.

import type { NextChange } from "./news/newspaper.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import type { PublishingWay } from "./publish/releases-for.ts";
import type { PublishReport } from "./publish/staged-file.ts";

/** What the desk orders. All folders are absolute but `outputFolder`, which is as it was typed. */
export interface BuildOrder {
  readonly contentFolder: string;
  readonly outputFolder: string;
  /** Where the command was given; a paper is never published over it, nor over `home`. */
  readonly projectFolder: string;
  readonly home: string;
  readonly layoutsFolder: string;
  readonly stateFolder: string;
  /** Milliseconds since 1970, UTC: the paper is printed as of this moment. */
  readonly now: number;
  /** Replaces the `url` of `site.yaml`; absolute, http or https. */
  readonly baseUrl?: string;
  /** Prints drafts and scheduled stories too: a preview, in an output of its own. */
  readonly drafts: boolean;
  /** Forgets everything earlier builds have kept. */
  readonly clean: boolean;
  /** Publishes the rest of a paper with mistakes, see `stand-ins.ts`. Default: nothing is published. */
  readonly keepGoing?: boolean;
  /** Puts compressed copies beside the texts of the paper. Default: takes away those that are there. */
  readonly compress?: boolean;
  /** How the output is to hold the paper; default: as it does already, a new one in place. */
  readonly way?: PublishingWay;
  /** How many releases to keep, where the output holds releases. */
  readonly keep?: number;
  /** How many threads read and print where there is much to do. Default: one for each core. */
  readonly hands?: number;
  /** Told how far the printing of many pages and the encoding of pictures have come. */
  readonly onProgress?: (work: Work, done: number, total: number) => void;
  /** Told when readers have the paper and its search is about to be indexed. */
  readonly onPublished?: () => void;
}

/** What takes its time. */
export type Work = "pages" | "pictures";

/** Published, or refused with every problem and the live paper as it was. */
export type BuildResult =
  | {
      readonly kind: "published";
      readonly summary: BuildSummary;
      /** Why some files were set aside; none where the paper is whole. */
      readonly problems: readonly LocatedProblem[];
    }
  | { readonly kind: "refused"; readonly problems: readonly LocatedProblem[] };

/** What a build did, in numbers. */
export interface BuildSummary {
  /** What lies in the content folder, published or not. */
  readonly read: ContentCounts;
  /** Stories that readers can see now. */
  readonly stories: number;
  readonly pages: number;
  /** Pages printed now; the rest were unchanged. */
  readonly printed: number;
  /** Picture files of the paper, and how many of them were encoded now. */
  readonly pictures: { readonly planned: number; readonly encoded: number };
  readonly files: PublishReport;
  /** Compressed copies of the paper's texts, and how many were made now; where they are wished for. */
  readonly copies?: { readonly all: number; readonly made: number };
  /** What became of the index of the search, for a paper that has one. */
  readonly search?: SearchReport;
  readonly nextChange?: NextChange;
  /** Files with mistakes that the paper does without; only where there are any. */
  readonly setAside?: readonly SetAsideFile[];
}

/** What was indexed, once the paper was published. */
export interface SearchReport {
  /** Parts of the index, and how many of them were made now. */
  readonly parts: number;
  readonly indexed: number;
  /** Stories in the parts made now. */
  readonly stories: number;
}

export interface SetAsideFile {
  /** Relative to the content folder. */
  readonly file: string;
  /** Readers see its last good version; else it was not published before, and is not now. */
  readonly staysLive: boolean;
  /** Pictures that have been replaced in the content folder, but not yet for the readers of this file. */
  readonly oldPictures?: readonly string[];
}

export interface ContentCounts {
  readonly stories: number;
  readonly authors: number;
  readonly pages: number;
  readonly pictures: number;
}
