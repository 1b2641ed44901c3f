// Beside each text of the paper a copy in gzip and one in brotli, for servers that hand out what lies
// ready: no reader waits for a server to compress, and it can be done better than on the way out. A
// copy is made together with its file, goes into place with it, and leaves with it.

import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { pathKey } from "../source/path-key.ts";
import { inPlainWords } from "./cannot-write.ts";
import { hashOf } from "./find-changes.ts";
import type { Manifest } from "./manifest.ts";
import type { OutputFolder } from "./output-folder.ts";
import { foldersOf } from "./output-paths.ts";
import { TEXT_TYPES } from "./server/server-rules.ts";
import { stageBytes } from "./stage.ts";
import type { CompressedCopies, NewPaper, StagedFile } from "./staged-file.ts";
import { withSupersededAssets } from "./superseded-assets.ts";

/** What is asked of a build. */
interface Wish {
  readonly compress?: boolean;
  /** Makes every copy again. */
  readonly clean: boolean;
}

/**
 * The paper with compressed copies of its texts, if they are wished for. Only copies of what has
 * changed are made; the others stay as they are.
 * @throws CannotWrite when the disk says no
 */
export async function withCompressedCopies(
  paper: NewPaper,
  output: OutputFolder,
  { compress = false, clean }: Wish,
): Promise<NewPaper> {
  if (!compress) return paper;
  const { files } = withSupersededAssets(paper.files, output);
  return { ...paper, compressed: await compressedCopies(files, output, clean) };
}

/** The copies of these files: made now, or live already. */
export async function compressedCopies(
  files: readonly StagedFile[],
  output: OutputFolder,
  clean = false,
): Promise<CompressedCopies> {
  try {
    const taken = namesLikeCopies(files);
    const isLive = clean ? () => false : liveCopies(output.manifest, output.live);
    const kept: StagedFile[] = [];
    const due: [StagedFile, Ending][] = [];
    for (const file of files.filter((one) => isText(one.path) && sizeOf(one, output) >= LEAST)) {
      for (const ending of ENDINGS) {
        const path = `${file.path}${ending}`;
        // The newsroom's own file of that name comes first.
        if (taken.has(pathKey(path))) continue;
        if (isLive(file, path)) kept.push(keptCopy(file, path, output));
        else due.push([file, ending]);
      }
    }
    const made = await makeCopies(due, output);
    return { by: COMPRESSED_BY, files: [...kept, ...made], made: made.length };
  } catch (error) {
    throw inPlainWords(error, output.name, "as it was");
  }
}

/** Whether copies made by this are as they would be made now; none, where none are wished for. */
export function isCompressedAs(compress: boolean, by: string | undefined): boolean {
  return by === (compress ? COMPRESSED_BY : undefined);
}

/** What copies of a file are called; a file that is no text has none. */
export function copyNames(path: string): readonly string[] {
  return isText(path) ? ENDINGS.map((ending) => `${path}${ending}`) : [];
}

type Ending = ".br" | ".gz";
const ENDINGS: readonly Ending[] = [".br", ".gz"];

/** Bytes. What is smaller fits into one packet anyway. */
const LEAST = 512;

/**
 * On pages of ours, brotli 11 takes two to three times as long as 10 (some 30 and 12 ms) for files
 * that are 3 % smaller; 9 saves no more time than that, and its files are 10 % larger. The highest
 * level of gzip is as quick as the usual one.
 */
const BROTLI_QUALITY = 10;
const GZIP_LEVEL = 9;

/** Other versions may give other bytes for the same text, all of them right. */
const COMPRESSED_BY = [
  `brotli ${BROTLI_QUALITY} (${process.versions["brotli"]})`,
  `gzip ${GZIP_LEVEL} (${process.versions["zlib"]})`,
].join(", ");

const COMPRESSORS: Readonly<Record<Ending, (bytes: Buffer) => Promise<Buffer>>> = {
  ".br": (bytes) => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = {
      [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return promisify(brotliCompress)(bytes, { params });
  },
  ".gz": (bytes) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
};

/** As many at a time as keep every core busy and little in memory. */
const AT_A_TIME = 32;

async function makeCopies(
  due: readonly (readonly [StagedFile, Ending])[],
  output: OutputFolder,
): Promise<readonly StagedFile[]> {
  const made: StagedFile[] = [];
  for (let start = 0; start < due.length; start += AT_A_TIME) {
    const batch = due.slice(start, start + AT_A_TIME);
    made.push(
      ...(await Promise.all(batch.map(([file, ending]) => makeCopy(file, ending, output)))),
    );
  }
  return made;
}

async function makeCopy(
  file: StagedFile,
  ending: Ending,
  output: OutputFolder,
): Promise<StagedFile> {
  const bytes = await COMPRESSORS[ending](bytesOf(file, output));
  return { ...file, path: `${file.path}${ending}`, bytes: stageBytes(output.work.path, bytes) };
}

function keptCopy(file: StagedFile, path: string, { live }: OutputFolder): StagedFile {
  return { ...file, path, bytes: { kind: "kept", hash: live.get(path)?.hash ?? "" } };
}

/**
 * Whether the live copy is of these bytes. The manifest vouches for that only where it lists the copy
 * as one: after a publish that was cut short a new one may lie beside an old file.
 */
function liveCopies(
  { files, compressed }: Manifest,
  live: OutputFolder["live"],
): (file: StagedFile, copy: string) => boolean {
  if (compressed?.by !== COMPRESSED_BY) return () => false;
  return (file, copy) =>
    compressed.paths.has(copy) &&
    live.get(copy)?.hash === files.get(copy) &&
    files.get(file.path) === hashOf(file.bytes);
}

/** Files and folders of the paper itself that have such a name, as disks tell names apart. */
function namesLikeCopies(files: readonly StagedFile[]): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ path }) => /\.(?:br|gz)[. ]*(?:\/|$)/i.test(path))
      .map(({ path }) => pathKey(path))
      .flatMap((path) => [path, ...foldersOf(path)]),
  );
}

function isText(path: string): boolean {
  return Object.hasOwn(TEXT_TYPES, extname(path).slice(1));
}

function sizeOf({ path, bytes }: StagedFile, { live }: OutputFolder): number {
  if (bytes.kind === "memory") return Buffer.byteLength(bytes.bytes);
  if (bytes.kind === "kept") return live.get(path)?.stamp[0] ?? 0;
  return statSync(bytes.path).size;
}

function bytesOf({ path, bytes }: StagedFile, output: OutputFolder): Buffer {
  if (bytes.kind === "memory") return Buffer.from(bytes.bytes);
  return readFileSync(bytes.kind === "kept" ? join(output.path, path) : bytes.path);
}
