// The output's account of itself, `.well-known/broadsheet.json`: which files are ours, with which
// bytes, and every address the paper ever had. It marks the folder as ours (nothing else makes us
// write into a folder that is not empty), tells stale files from foreign ones, and is the record
// that keeps addresses permanent. No times, sorted: the same paper gives the same bytes.

import { isOutputPath } from "./output-paths.ts";

/** Where the manifest lies in the output. */
export const MANIFEST = ".well-known/broadsheet.json";

export interface Manifest {
  /** Our files, path → SHA-256; the manifest itself is not among them. */
  readonly files: ReadonlyMap<string, string>;
  /** Every address of a story or plain page ever published here, sorted. */
  readonly addresses: readonly string[];
  /** The addresses that now say only that something was there: killed, withdrawn or expired. Sorted. */
  readonly withdrawn: readonly string[];
  /** Assets among the files that no page names any more: see `superseded-assets.ts`. */
  readonly superseded: readonly (readonly string[])[];
  /** True where drafts were printed: such an output is nobody's published paper. */
  readonly preview: boolean;
  /** Which of the files are compressed copies of others, where there are any. */
  readonly compressed?: {
    /** What compressed them, and how: what another does is made again. */
    readonly by: string;
    readonly paths: ReadonlySet<string>;
  };
}

/** The manifest of a folder that has none. */
export const NO_MANIFEST: Manifest = {
  files: new Map(),
  addresses: [],
  withdrawn: [],
  superseded: [],
  preview: false,
};

/** The manifest as text: one file a line, so that two editions can be compared by eye. */
export function printManifest(manifest: Manifest): string {
  const { files, addresses, withdrawn, superseded, preview, compressed } = manifest;
  const hashes = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const copies = hashes.filter(([path]) => compressed?.paths.has(path));
  const others = compressed ? hashes.filter(([path]) => !compressed.paths.has(path)) : hashes;
  return [
    `{"broadsheet": ${FORMAT},`,
    ...(preview ? ['"preview": true,'] : []),
    ...(withdrawn.length > 0 ? [`"withdrawn": [${texts(withdrawn)}],`] : []),
    ...(superseded.length > 0 ? [`"superseded": [${texts(superseded)}],`] : []),
    ...(compressed
      ? [`"compressed": {"by": ${JSON.stringify(compressed.by)}, "files": {${entries(copies)}}},`]
      : []),
    `"files": {${entries(others)}},`,
    `"addresses": [${texts(addresses)}]}`,
    "",
  ].join("\n");
}

/** A file that is there already, with other bytes than before: SHA-256, hexadecimal. */
export interface ReplacedFile {
  readonly path: string;
  readonly before: string;
  readonly hash: string;
}

/** A printed manifest as it reads after some files were replaced: only their hashes are others. */
export function amendManifest(printed: Buffer, replaced: readonly ReplacedFile[]): Buffer {
  const amended = Buffer.from(printed);
  let last = 0;
  for (const { path, before, hash } of replaced.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const entry = entryOf(path, before);
    // They stand there in this order, but for compressed copies, which come before all others.
    const further = printed.indexOf(entry, last);
    const start = further === -1 ? printed.indexOf(entry) : further;
    if (start === -1) throw new Error(`The manifest does not list ${path} with ${before}.`);
    amended.write(entryOf(path, hash), start);
    last = start;
  }
  return amended;
}

/** Files by their position in two lists. */
export interface ListedFiles {
  readonly paths: readonly string[];
  /** SHA-256 of each, hexadecimal. */
  readonly hashes: readonly string[];
}

/**
 * The files, sorted by path, that a manifest of our own printing lists. They are taken from its lines:
 * to parse the manifest of an archive takes four times as long.
 */
export function listedFiles(printed: string): ListedFiles {
  const paths: string[] = [];
  const hashes: string[] = [];
  let hasCopies = false;
  for (const line of printed.split("\n")) {
    const end = line.length - (line.endsWith(",") ? 1 : 0);
    const middle = end - HASH_LENGTH - BETWEEN.length - 1;
    if (line.startsWith(BETWEEN, middle)) {
      const path = line.slice(1, middle);
      paths.push(path.includes("\\") ? JSON.parse(`"${path}"`) : path);
      hashes.push(line.slice(middle + BETWEEN.length, end - 1));
    } else if (line.startsWith('"addresses": [')) break;
    // They stand before all other files.
    else hasCopies ||= line.startsWith('"compressed": {');
  }
  return hasCopies ? sortedByPath(paths, hashes) : { paths, hashes };
}

function sortedByPath(paths: readonly string[], hashes: readonly string[]): ListedFiles {
  const files = paths.map((path, position) => [path, hashes[position] ?? ""] as const);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  return { paths: files.map(([path]) => path), hashes: files.map(([, hash]) => hash) };
}

/** The files of the paper itself, without compressed copies of them. */
export function ownFiles({ files, compressed }: Manifest): readonly string[] {
  return [...files.keys()].filter((path) => !compressed?.paths.has(path));
}

/** The recorded addresses together with new ones, sorted, each once. */
export function withAddresses(
  recorded: readonly string[],
  addresses: readonly string[],
): readonly string[] {
  const all = new Set(recorded);
  for (const address of addresses) all.add(address);
  return all.size === recorded.length ? recorded : [...all].sort();
}

/**
 * Reads a manifest; undefined when it is truncated, of another format, or names a path outside the
 * output (which must never be removed on its word).
 */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value["broadsheet"] !== FORMAT) return undefined;
  const { files, addresses, withdrawn = [], superseded = [], preview = false } = value;
  if (!isRecord(files) || !isTexts(addresses) || typeof preview !== "boolean") return undefined;
  if (!isTexts(withdrawn) || !Array.isArray(superseded) || !superseded.every(isTexts))
    return undefined;
  const { compressed } = value;
  const copies = compressed === undefined ? undefined : parseCompressed(compressed);
  if (compressed !== undefined && !copies) return undefined;
  const hashes = [...Object.entries(files), ...(copies?.hashes ?? [])];
  if (!hashes.every(isFileEntry)) return undefined;
  return {
    files: new Map(hashes),
    addresses,
    withdrawn,
    superseded,
    preview,
    ...(copies && { compressed: copies.compressed }),
  };
}

const FORMAT = 1;

function parseCompressed(value: unknown) {
  if (!isRecord(value)) return undefined;
  const { by, files } = value;
  if (!isText(by) || !isRecord(files)) return undefined;
  const hashes = Object.entries(files);
  return { hashes, compressed: { by, paths: new Set(hashes.map(([path]) => path)) } };
}

function entries(hashes: readonly (readonly [path: string, hash: string])[]): string {
  return lines(hashes.map(([path, hash]) => entryOf(path, hash)));
}

/** The line of a file, without what parts it from the next. */
export function entryOf(path: string, hash: string): string {
  return `${JSON.stringify(path).slice(0, -1)}${BETWEEN}${hash}"`;
}

/** Between a path and its hash. It stands in no path: there, a quotation mark has a backslash before it. */
const BETWEEN = '": "';
const HASH_LENGTH = 64;

function lines(entries: readonly string[]): string {
  return entries.length === 0 ? "" : `\n${entries.join(",\n")}\n`;
}

function texts(values: readonly unknown[]): string {
  return lines(values.map((value) => JSON.stringify(value)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isFileEntry(entry: [string, unknown]): entry is [string, string] {
  const [path, hash] = entry;
  return isOutputPath(path) && isText(hash) && /^[0-9a-f]{64}$/.test(hash);
}
