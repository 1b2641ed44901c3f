// Gathers what the rooms have made into the paper that is published: every file with its origin and
// its bytes, in the words of `publish/`.

import { join } from "node:path";
import type { BuildOrder } from "./build-order.ts";
import type { PageKind } from "./pages/page.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import type { FileKind, NewPaper, StagedFile } from "./publish/staged-file.ts";
import type { PageOutcome } from "./render/print-stale-pages.ts";

/** Which pages are stories to a reader, and which are lists that link to them. */
const FILE_KINDS: Readonly<Record<PageKind, FileKind>> = {
  story: "story",
  plain: "story",
  notice: "story",
  front: "list",
  section: "list",
  topic: "list",
  author: "list",
  "not-found": "list",
};

/** @param pictures where each encoded picture lies, by output file */
export function newPaper(
  planned: PlannedPaper,
  pages: readonly PageOutcome[],
  pictures: ReadonlyMap<string, string>,
  order: BuildOrder,
): NewPaper {
  return {
    files: [
      ...assetFiles(planned),
      ...[...pictures].map(([path, file]) => fromDisk(path, "a picture", file)),
      ...planned.content.files.map(({ path, hash }) =>
        fromDisk(path, `files/${path}`, join(order.contentFolder, "files", path), hash),
      ),
      ...pages.map(pageFile),
    ],
    addresses: order.drafts ? [] : permanentAddresses(planned),
  };
}

function assetFiles({ assetFiles }: PlannedPaper): readonly StagedFile[] {
  return assetFiles.map(({ path, bytes }) => ({
    path,
    origin: "the press",
    kind: "asset",
    bytes: { kind: "memory", bytes },
  }));
}

function fromDisk(path: string, origin: string, file: string, hash?: string): StagedFile {
  return {
    path,
    origin,
    kind: "asset",
    bytes: { kind: "file", path: file, ...(hash !== undefined && { hash }) },
  };
}

function pageFile({ page, html, hash }: PageOutcome): StagedFile {
  return {
    path: page.output,
    origin: page.origin,
    kind: FILE_KINDS[page.kind],
    bytes: html === undefined ? { kind: "kept", hash } : { kind: "memory", bytes: html },
  };
}

/** Addresses that readers may rely on for ever: of stories and plain pages, not of lists. */
function permanentAddresses({ plan }: PlannedPaper): readonly string[] {
  return plan.pages.flatMap(({ kind, address }) => (FILE_KINDS[kind] === "story" ? [address] : []));
}
