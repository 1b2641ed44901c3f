// Gathers what the rooms have made into the paper that is published: every file with its origin and
// its bytes, in the words of `publish/`.

import { join } from "node:path";
import type { BuildOrder } from "./build-order.ts";
import type { Derivative } from "./pages/derivative.ts";
import type { PageKind, PlannedFile, PlannedPage } from "./pages/page.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import type { LocatedProblem } from "./problems/located-problem.ts";
import type { FileBytes, FileKind, NewPaper, StagedFile } from "./publish/staged-file.ts";
import { locateProblems } from "./source/locate-problems.ts";
import { findLostAddresses } from "./verify/find-lost-addresses.ts";

/** Which pages are stories to a reader, which are lists that link to them, and what a page needs. */
const FILE_KINDS: Readonly<Record<PageKind | PlannedFile["kind"], FileKind>> = {
  story: "story",
  plain: "story",
  notice: "story",
  redirect: "story",
  front: "list",
  section: "list",
  topic: "list",
  series: "list",
  author: "list",
  archive: "list",
  corrections: "list",
  staff: "list",
  search: "list",
  "not-found": "list",
  "text-story": "story",
  "text-list": "list",
  feed: "feed",
  twin: "asset",
};

/** Kinds whose address stays, where a file of the newsroom's says it. */
const PERMANENT: ReadonlySet<PageKind> = new Set([
  "story",
  "plain",
  "notice",
  "redirect",
  "corrections",
]);

export function fileKindOf(kind: PageKind | PlannedFile["kind"]): FileKind {
  return FILE_KINDS[kind];
}

/** Where the pictures of the paper are: in the state folder, or live already. */
export interface PicturePlaces {
  /** Files in the state folder by output file. */
  readonly encoded: ReadonlyMap<string, string>;
  /** The hash of a live file that nobody has touched. A picture's name stands for its bytes. */
  readonly liveHash: (output: string) => string | undefined;
}

/**
 * @param bytesOf the bytes of each page and planned file, by output file
 * @param standing files of an earlier paper that stay as they are
 */
export function newPaper(
  planned: PlannedPaper,
  bytesOf: (output: string) => FileBytes,
  pictures: PicturePlaces,
  standing: readonly StagedFile[],
  order: BuildOrder,
): NewPaper {
  const { pages: plans } = planned.plan;
  return {
    files: [
      ...assetFiles(planned),
      ...standing,
      ...planned.plan.derivatives.map((picture) => pictureFile(picture, pictures)),
      ...planned.content.files.map(({ path, hash }) =>
        fromDisk(path, `files/${path}`, join(order.contentFolder, "files", path), hash),
      ),
      ...planned.plan.pages.map((page) => ({
        path: page.output,
        origin: page.origin,
        kind: FILE_KINDS[page.kind],
        bytes: bytesOf(page.output),
      })),
      ...planned.plan.files.map(({ kind, output, origin }) => ({
        path: output,
        origin,
        kind: FILE_KINDS[kind],
        bytes: bytesOf(output),
      })),
    ],
    addresses: order.drafts ? [] : plans.filter(isPermanent).map(({ address }) => address),
    withdrawn: plans.filter(({ kind }) => kind === "notice").map(({ address }) => address),
  };
}

/**
 * Every published address that the new paper would lose, as a problem. A preview promises no address.
 *
 * @param recorded every address of a story or plain page ever published in this output
 */
export function lostAddresses(
  { plan, content }: PlannedPaper,
  recorded: readonly string[],
  { drafts, contentFolder }: BuildOrder,
): readonly LocatedProblem[] {
  if (drafts) return [];
  // The corrections may lose the text above them: what readers were promised there is the list.
  const isKept = (page: PlannedPage) => isPermanent(page) || page.kind === "corrections";
  const permanent = plan.pages.filter(isKept);
  const lists = plan.pages.filter((page) => !isKept(page));
  return locateProblems(findLostAddresses(recorded, { permanent, lists }, content), contentFolder);
}

/** Every file of the new paper, for the links between its pages. */
export function outputsOf({ plan, assetFiles, content }: PlannedPaper): ReadonlySet<string> {
  return new Set([
    ...assetFiles.map(({ path }) => path),
    ...plan.derivatives.map(({ output }) => output),
    ...content.files.map(({ path }) => path),
    ...[...plan.pages, ...plan.files].map(({ output }) => output),
  ]);
}

function assetFiles({ assetFiles }: PlannedPaper): readonly StagedFile[] {
  return assetFiles.map(({ path, bytes }) => ({
    path,
    origin: "the press",
    kind: "asset",
    bytes: { kind: "memory", bytes },
  }));
}

function pictureFile(
  { output, source }: Derivative,
  { encoded, liveHash }: PicturePlaces,
): StagedFile {
  const file = encoded.get(output);
  if (file !== undefined) return fromDisk(output, source, file);
  const hash = liveHash(output) ?? "";
  return { path: output, origin: source, kind: "asset", bytes: { kind: "kept", hash } };
}

function fromDisk(path: string, origin: string, file: string, hash?: string): StagedFile {
  return {
    path,
    origin,
    kind: "asset",
    bytes: { kind: "file", path: file, ...(hash !== undefined && { hash }) },
  };
}

/**
 * What readers may rely on for ever: stories and plain pages, old addresses included, not lists and not
 * the text edition. The corrections are a plain page where a file opens them.
 */
function isPermanent({ kind, origin }: PlannedPage): boolean {
  return PERMANENT.has(kind) && origin.endsWith(".md");
}
