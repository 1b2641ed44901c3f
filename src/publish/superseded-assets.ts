// A reader in the middle of a page still asks for the style sheet that page names, though the paper
// has a new one by now. So the press's own assets stay for a while after no page names them any more:
// those of the last three editions that changed any. Counted in editions and not in days, because
// the output must not depend on the clock; and written into the manifest, which is the output's
// account of itself. It is the one thing in which a paper built upon another differs from one built
// alone.

import type { OutputFolder } from "./output-folder.ts";
import type { StagedFile } from "./staged-file.ts";

export interface PaperWithOldAssets {
  readonly files: readonly StagedFile[];
  /** The assets kept for readers of earlier editions, the latest edition first. */
  readonly superseded: readonly (readonly string[])[];
}

/** A paper together with those of our live assets that it no longer names and readers may still need. */
export function withSupersededAssets(
  files: readonly StagedFile[],
  { manifest, live }: Pick<OutputFolder, "manifest" | "live">,
): PaperWithOldAssets {
  const wanted = new Set(files.map(({ path }) => path));
  const isLeft = (path: string) =>
    !wanted.has(path) && live.get(path)?.hash === (manifest.files.get(path) ?? "");
  const known = new Set(manifest.superseded.flat());
  const now = [...manifest.files.keys()].filter(
    (path) => isHashedAsset(path) && !known.has(path) && isLeft(path),
  );
  const superseded = [now.sort(), ...manifest.superseded.map((paths) => paths.filter(isLeft))]
    .filter((paths) => paths.length > 0)
    .slice(0, EDITIONS);
  const kept = superseded.flat().map((path) => keptAsset(path, manifest.files.get(path) ?? ""));
  return { files: [...files, ...kept], superseded };
}

const EDITIONS = 3;

/** `assets/paper-3f2a….css`: its name stands for its bytes, so that old and new go side by side. */
function isHashedAsset(path: string): boolean {
  return /^assets\/[^/]+-[0-9a-f]{8,}\.\w+$/.test(path);
}

function keptAsset(path: string, hash: string): StagedFile {
  return { path, origin: "the press", kind: "asset", bytes: { kind: "kept", hash } };
}
