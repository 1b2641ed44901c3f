// The new paper against what is live: what is added, replaced, kept and removed. Nothing is written.

import { hashBytes, hashFile } from "./hash-file.ts";
import type { LiveFiles } from "./live-files.ts";
import { pathKey } from "../source/path-key.ts";
import { foldersOf } from "./output-paths.ts";
import { PUBLISHING_ORDER, type FileBytes, type StagedFile } from "./staged-file.ts";

/** What a publish has to do. Files to be written stand in publishing order, then by path. */
export interface Changes {
  /** Not there now, so no live page links to them. */
  readonly added: readonly HashedFile[];
  /** There now, with other bytes. */
  readonly changed: readonly HashedFile[];
  /** There now, with these bytes. */
  readonly kept: readonly HashedFile[];
  /** Ours, no longer wanted, and standing where a new file or its folder must go. */
  readonly inTheWay: readonly string[];
  /** Ours and no longer wanted, all others; pages first, then what they load. */
  readonly stale: readonly string[];
}

export interface HashedFile extends StagedFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
}

/** @param owned the paths the manifest lists, there or not */
export function findChanges(
  files: readonly StagedFile[],
  owned: Iterable<string>,
  live: LiveFiles,
): Changes {
  const added: HashedFile[] = [];
  const changed: HashedFile[] = [];
  const kept: HashedFile[] = [];
  for (const file of files) {
    const hash = hashOf(file.bytes);
    const now = live.get(file.path);
    (now?.hash === hash ? kept : now ? changed : added).push({ ...file, hash });
  }
  const wanted = new Set(files.map(({ path }) => path));
  const unwanted = [...owned].filter((path) => !wanted.has(path)).sort(pagesFirst);
  const inTheWay = new Set(whatIsInTheWay(unwanted, added));
  const stale = unwanted.filter((path) => !inTheWay.has(path));
  added.sort(inPublishingOrder);
  changed.sort(inPublishingOrder);
  return { added, changed, kept, inTheWay: [...inTheWay], stale };
}

/** SHA-256, hexadecimal; read and counted where it is not known. */
export function hashOf(bytes: FileBytes): string {
  if (bytes.kind === "memory") return bytes.hash ?? hashBytes(bytes.bytes);
  if (bytes.kind === "file") return bytes.hash ?? hashFile(bytes.path);
  return bytes.hash;
}

function inPublishingOrder(a: StagedFile, b: StagedFile): number {
  const byKind = PUBLISHING_ORDER.indexOf(a.kind) - PUBLISHING_ORDER.indexOf(b.kind);
  return byKind || (a.path < b.path ? -1 : 1);
}

/** A page that is about to go, its compressed copies with it, must not lose its style sheet and pictures first. */
function pagesFirst(a: string, b: string): number {
  const byKind = Number(PAGE.test(b)) - Number(PAGE.test(a));
  return byKind || (a < b ? -1 : 1);
}

const PAGE = /\.html(?:\.br|\.gz)?$/;

/** A file where a folder must go, a file in a folder where a file must go, or a name that differs in case only. */
function whatIsInTheWay(unwanted: readonly string[], added: readonly HashedFile[]): string[] {
  if (unwanted.length === 0 || added.length === 0) return [];
  const files = new Set(added.map(({ path }) => pathKey(path)));
  const folders = new Set(added.flatMap(({ path }) => foldersOf(pathKey(path))));
  return unwanted.filter((path) => {
    const key = pathKey(path);
    return files.has(key) || folders.has(key) || foldersOf(key).some((name) => files.has(name));
  });
}
