// Everything the newsroom wrote, read and accepted by the gate, before any of it means anything:
// the shapes are right, the references are not yet looked up.

import type { PictureFile } from "./picture-file.ts";
import type { AuthorSpec } from "./author-schema.ts";
import type { Stamp } from "./content-index.ts";
import type { FrontSpec } from "./front-schema.ts";
import type { PageSpec } from "./page-schema.ts";
import type { SiteSpec } from "./site-schema.ts";
import type { StorySpec } from "./story-schema.ts";

/** The content folder. Lists are sorted by file name, byte order. */
export interface Content {
  /** Absolute path of the content folder: pictures and copied files are read from here later. */
  readonly folder: string;
  readonly site: SiteSpec;
  /** What the newsroom has chosen for the front page, if it has. */
  readonly front?: FrontSpec;
  readonly stories: readonly Source<StorySpec>[];
  readonly authors: readonly Source<AuthorSpec>[];
  readonly pages: readonly Source<PageSpec>[];
  /** Every accepted picture by its file name relative to the content folder. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /**
   * Replaced pictures as they were, by file name, for each file whose last good version stands in:
   * only their finished copies are left.
   */
  readonly pastPictures?: ReadonlyMap<string, ReadonlyMap<string, PictureFile>>;
  /** What lies under `content/files/`, relative to that folder. */
  readonly files: readonly CopiedFile[];
  /** Stories with mistakes in the header: looked at for their other mistakes, never published. */
  readonly faulty: readonly FaultySource<StorySpec>[];
  /** Every file of the folder as it was before anything of it was read. */
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** Files with problems of their own. A reference to one of these is not a second problem. */
  readonly broken: ReadonlySet<string>;
  /** Stories with mistakes were taken out of it: what cannot be found may be one of them. */
  readonly isCut?: true;
}

/** A file with a header and a text. */
export interface Source<Spec> {
  /** Relative to the content folder: `articles/2019/05/31/storm.md`. */
  readonly file: string;
  readonly spec: Spec;
  /** Stands for `spec`: SHA-256. */
  readonly hash: string;
  /** The Markdown after the header; LF line ends, no BOM. Read when it is asked for. */
  readonly text: string;
  /** The line of the file on which `text` begins, counted from 1. */
  readonly textLine: number;
  /** The file is what it was when the index was written, so it was not read again. */
  readonly isUnchanged: boolean;
  /** What the file was when it was read, for the index. */
  readonly stamp?: Stamp;
}

/** As much of a file as could be read; substitutes stand where something could not. */
export interface FaultySource<Spec> extends Source<Spec> {
  /** Fields that are not the writer's own words, or are wrong already: nothing more is said of them. */
  readonly unread: ReadonlySet<string>;
}

/** A file that is published as it is. */
export interface CopiedFile {
  /** Relative to the root of the site: `.well-known/security.txt`. */
  readonly path: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}
