// What readers get now, as far as it is ours. A build that publishes a few edited stories asks for
// little of it, so each part is read when it is first asked for.

import { once } from "../pages/remember.ts";
import { lookWithFourEyes } from "../source/four-eyes.ts";
import { hashBytes } from "./hash-file.ts";
import {
  findLiveFiles,
  type LeftFiles,
  type LiveFile,
  type LiveFiles,
  lookAtTouched,
  readLeft,
} from "./live-files.ts";
import { type Manifest, NO_MANIFEST, parseManifest, withAddresses } from "./manifest.ts";
import { readManifest } from "./read-manifest.ts";

export interface LiveEdition {
  /**
   * Where the live files are, real and absolute: the output itself, or the release that readers get.
   * The folder is made by the first publish, not before.
   */
  readonly path: string;
  /** What was published here before. */
  readonly manifest: Manifest;
  /** `damaged`: there is a manifest, but nothing in it can be trusted. */
  readonly manifestState: "none" | "read" | "damaged";
  /** As it lies there; empty where there is none. */
  readonly manifestBytes: Buffer;
  /** SHA-256 of the manifest's bytes; "" when there is none. */
  readonly manifestHash: string;
  /** Our files as they lie there now, by path: a page whose hash is here need not be printed. */
  readonly live: LiveFiles;
  /** As they were left by the publish, where the state folder knows. */
  readonly left: LeftFiles | undefined;
  /** Those that somebody has touched since. */
  readonly touched: ReadonlyMap<string, LiveFile | undefined>;
  /** They are known to be there, all of them, with the bytes they were published with. */
  readonly isIntact: boolean;
  /** In the state folder: how the files were left, see `live-files.ts`. */
  readonly stampRecord: string;
}

/** @param promised addresses that were published here and are not in this edition */
export function openLiveEdition(
  path: string,
  stampRecord: string,
  promised: () => readonly string[],
): LiveEdition {
  const bytes = readManifest(path);
  const manifestHash = bytes ? hashBytes(bytes) : "";
  const left = bytes && readLeft(stampRecord, manifestHash, bytes);
  const touched = left && lookWithFourEyes(path, left);
  const read = once(() => bytes && parseManifest(bytes.toString()));
  const manifest = once(() => {
    const own = read() ?? NO_MANIFEST;
    return { ...own, addresses: withAddresses(own.addresses, promised()) };
  });
  const unknown = () => ({
    live: findLiveFiles(path, manifest().files.keys()),
    isIntact: false,
    touched: new Map(),
  });
  const found = once(() => (left && touched ? lookAtTouched(path, left, touched()) : unknown()));
  return {
    path,
    manifestBytes: bytes ?? Buffer.alloc(0),
    manifestHash,
    left,
    stampRecord,
    get manifest() {
      return manifest();
    },
    get manifestState() {
      return bytes ? (read() ? "read" : "damaged") : "none";
    },
    get live() {
      return found().live;
    },
    get isIntact() {
      return found().isIntact;
    },
    get touched() {
      return found().touched;
    },
  };
}
