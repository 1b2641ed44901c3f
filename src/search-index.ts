// The index of the search around a publish. A story that leaves the paper takes its part of the index
// with it at once. Whatever else has to be indexed follows when the paper is out: it takes longer than
// all the rest, and no reader of the paper need wait for it.

import { join } from "node:path";
import type { BuildOrder, SearchReport } from "./build-order.ts";
import { searchMatter, searchRecord } from "./pages/search-record.ts";
import { SEARCH_ADDRESS, type SearchPart, searchParts } from "./pages/search-parts.ts";
import type { PlannedPaper } from "./plan-paper.ts";
import { withCompressedCopies } from "./publish/compressed-copies.ts";
import { hashBytes } from "./publish/hash-file.ts";
import { lookAgain, type OutputFolder } from "./publish/output-folder.ts";
import { publish } from "./publish/publish.ts";
import { stageBytes } from "./publish/stage.ts";
import type { NewPaper, StagedFile } from "./publish/staged-file.ts";
import {
  type IndexedPart,
  type IndexRecord,
  readIndexRecord,
  writeIndexRecord,
} from "./render/index-record.ts";
import { indexStories } from "./render/index-stories.ts";
import { pressEdition } from "./source/press-edition.ts";

/** What is to become of the index. */
export interface SearchIndex {
  /** Files that stay while the paper is published: no story in them is leaving. */
  readonly standing: readonly StagedFile[];
  /** Parts to be made when it is out. */
  readonly due: readonly SearchPart[];
  /** How many parts there will be. */
  readonly parts: number;
  /** What is known of the parts that are not due. */
  readonly known: ReadonlyMap<string, IndexedPart>;
  readonly fingerprintOf: (part: SearchPart) => string;
}

/** Compares the paper with the index that is live. A preview has no index. */
export function openSearch(
  { paper }: PlannedPaper,
  output: OutputFolder,
  order: BuildOrder,
): SearchIndex {
  const parts = order.drafts ? [] : searchParts(paper);
  const edition = parts.length > 0 ? pressEdition() : "";
  const fingerprintOf = (part: SearchPart) =>
    hashBytes(JSON.stringify([edition, ...searchMatter(part, paper.site)]));
  const isFresh = order.clean || parts.length === 0;
  const record: IndexRecord = isFresh ? new Map() : readIndexRecord(recordFile(order));
  const live = livePartsOf(output);
  const stories = new Set(parts.flatMap((part) => part.stories.map(({ address }) => address)));
  const standing: (readonly StagedFile[])[] = [];
  const known = new Map<string, IndexedPart>();
  for (const part of parts) {
    const [entry, files] = [record.get(part.name), live.get(part.name) ?? []];
    if (entry?.files !== digestOf(files)) continue;
    if (entry.stories.every((address) => stories.has(address))) standing.push(files);
    if (entry.fingerprint === fingerprintOf(part)) known.set(part.name, entry);
  }
  const due = parts.filter(({ name }) => !known.has(name));
  return { standing: standing.flat(), due, parts: parts.length, known, fingerprintOf };
}

/**
 * Makes the parts that are due and puts them beside the paper just published.
 * @returns nothing for a paper without a search
 * @throws NotIndexed, CannotWrite
 */
export async function completeSearch(
  { due, parts, known, fingerprintOf }: SearchIndex,
  { paper }: PlannedPaper,
  published: { readonly paper: NewPaper; readonly output: OutputFolder },
  order: BuildOrder,
): Promise<SearchReport | undefined> {
  if (order.drafts) return undefined;
  const made = new Map(known);
  if (due.length > 0) {
    order.onPublished?.();
    const output = lookAgain(published.output, order.stateFolder);
    // A year may have more stories than a call takes arguments.
    const files: (readonly StagedFile[])[] = [];
    await indexStories(ordersFor(due, paper), (bytes, { part }) => {
      const staged = [...bytes].map(([path, content]) => stagedFile(part, path, content, output));
      const stories = part.stories.map(({ address }) => address);
      const fingerprint = fingerprintOf(part);
      made.set(part.name, { fingerprint, files: digestOf(staged), stories });
      files.push(staged);
    });
    const whole = completed(published.paper, files.flat(), due, output);
    publish(await withCompressedCopies(whole, output, order), output);
  }
  writeIndexRecord(recordFile(order), made);
  const stories = due.reduce((sum, part) => sum + part.stories.length, 0);
  return parts === 0 ? undefined : { parts, indexed: due.length, stories };
}

/** Each part's records are made when it is its turn. */
function* ordersFor(due: readonly SearchPart[], { site }: PlannedPaper["paper"]) {
  for (const part of due) {
    const { language, stories } = part;
    yield { part, language, records: stories.map((story) => searchRecord(story, language, site)) };
  }
}

/** The paper as it lies there, with the new parts in the place of the old. */
function completed(
  { files: own, addresses, withdrawn }: NewPaper,
  made: readonly StagedFile[],
  due: readonly SearchPart[],
  { manifest }: OutputFolder,
): NewPaper {
  const replaced = new Set(due.map(({ name }) => name));
  // Without superseded assets and compressed copies: publishing looks after these by itself.
  const paths = new Set(own.map(({ path }) => path));
  const kept = [...manifest.files].filter(
    ([path]) => paths.has(path) && !replaced.has(partOf(path) ?? ""),
  );
  return {
    addresses,
    withdrawn,
    files: [...kept.map(([path, hash]) => keptFile(path, hash)), ...made],
  };
}

const FOLDER = SEARCH_ADDRESS.slice(1);

/** `search/en/2026-05/fragment/…` → `en/2026-05`; undefined for what belongs to no part. */
function partOf(path: string): string | undefined {
  if (!path.startsWith(FOLDER)) return undefined;
  const [language, period, file] = path.slice(FOLDER.length).split("/");
  return file === undefined ? undefined : `${language}/${period}`;
}

/** The files of each part that lie there as they were published. */
function livePartsOf({ manifest, live }: OutputFolder): ReadonlyMap<string, readonly StagedFile[]> {
  const parts = new Map<string, StagedFile[]>();
  for (const [path, hash] of manifest.files) {
    const name = partOf(path);
    if (name === undefined || live.get(path)?.hash !== hash) continue;
    if (manifest.compressed?.paths.has(path)) continue;
    const files = parts.get(name) ?? [];
    parts.set(name, files);
    files.push(keptFile(path, hash));
  }
  return parts;
}

function keptFile(path: string, hash: string): StagedFile {
  return { path, origin: ORIGIN, kind: "asset", bytes: { kind: "kept", hash } };
}

function stagedFile(
  { name }: SearchPart,
  path: string,
  content: Uint8Array,
  { work }: OutputFolder,
): StagedFile {
  const bytes = stageBytes(work.path, content);
  return { path: `${FOLDER}${name}/${path}`, origin: ORIGIN, kind: "asset", bytes };
}

const ORIGIN = "the search";

/** Stands for the names and bytes of files. */
function digestOf(files: readonly StagedFile[]): string {
  const lines = files.map(({ path, bytes }) => `${path} ${bytes.hash}`).sort();
  return hashBytes(lines.join("\n"));
}

function recordFile({ stateFolder }: BuildOrder): string {
  return join(stateFolder, "search.json");
}
