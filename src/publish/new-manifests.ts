// The manifests of a publish: the one that says beforehand which files will be ours, and the one of the
// new paper.

import type { Changes, HashedFile } from "./find-changes.ts";
import { hashBytes } from "./hash-file.ts";
import { type Manifest, printManifest, withAddresses } from "./manifest.ts";
import type { OutputFolder } from "./output-folder.ts";
import type { CompressedCopies, NewPaper } from "./staged-file.ts";

/** What must be written of the manifest, before and after the files: undefined where it is there already. */
export interface NewManifests {
  readonly before: string | Uint8Array | undefined;
  readonly after: string | Uint8Array | undefined;
}

export interface Manifests extends NewManifests {
  /** The manifest of the new paper, there already or not. */
  readonly text: string;
  /** SHA-256 of the manifest of the new paper. */
  readonly hash: string;
  /** The files of the new paper, path → SHA-256. */
  readonly files: Manifest["files"];
}

export function findManifests(
  paper: NewPaper,
  superseded: Manifest["superseded"],
  output: OutputFolder,
  changes: Changes,
): Manifests {
  const { manifest: old, manifestHash } = output;
  const preview = output.edition === "preview";
  // A preview promises nothing.
  const addresses = withAddresses(old.addresses, preview ? [] : paper.addresses);
  const edition: Manifest = {
    files: hashes([...changes.added, ...changes.changed, ...changes.kept]),
    addresses,
    withdrawn: preview ? [] : [...paper.withdrawn].sort(),
    superseded,
    preview,
  };
  const { compressed } = paper;
  const after = { ...edition, ...(compressed && { compressed: copiesIn(compressed) }) };
  // A new copy may come to lie beside an old file, so that it is listed as ours and not as its copy.
  const before: Manifest = {
    ...edition,
    files: new Map([...old.files, ...hashes(changes.added)]),
    preview: preview || old.preview,
    ...(old.compressed && { compressed: old.compressed }),
  };
  const text = printManifest(after);
  const hash = hashBytes(text);
  const printed = { text, hash, files: edition.files };
  if (hash === manifestHash) return { before: undefined, after: undefined, ...printed };
  const isOneEdition = preview === before.preview && !compressed && !old.compressed;
  if (isOneEdition && isOnlyMore(changes)) return { before: text, after: undefined, ...printed };
  const isNews = changes.added.length > 0 || addresses.length > old.addresses.length;
  return { before: isNews ? printManifest(before) : undefined, after: text, ...printed };
}

/** Files come, and nothing else: then what is said beforehand is all there is to say. */
function isOnlyMore({ added, changed, inTheWay, stale }: Changes): boolean {
  return added.length > 0 && changed.length + inTheWay.length + stale.length === 0;
}

function copiesIn({ by, files }: CompressedCopies): Manifest["compressed"] & object {
  return { by, paths: new Set(files.map(({ path }) => path)) };
}

/** SHA-256 by path. */
function hashes(files: readonly HashedFile[]): Map<string, string> {
  return new Map(files.map(({ path, hash }) => [path, hash]));
}
