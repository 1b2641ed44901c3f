// The one thing in which a paper built upon another differs from one built alone: style sheets and
// fonts of earlier editions stay a while for readers in the middle of a page, and the manifest says
// so (`src/publish/superseded-assets.ts`).

const MANIFEST = ".well-known/broadsheet.json";

interface Manifest {
  readonly files: Record<string, string>;
  readonly superseded?: readonly (readonly string[])[];
}

/** The bytes of each file without assets that no page names any more, nor their record. */
export function withoutOldAssets(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const written = files.get(MANIFEST);
  if (written === undefined) return files;
  const { superseded = [], ...manifest }: Manifest = JSON.parse(written);
  const old = new Set(superseded.flat());
  const kept = Object.entries(manifest.files).filter(([path]) => !old.has(path));
  const rest = [...files].filter(([path]) => !old.has(path));
  const record = JSON.stringify({ ...manifest, files: Object.fromEntries(kept) });
  return new Map([...rest, [MANIFEST, record]]);
}
