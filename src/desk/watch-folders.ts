// Tells when something in a folder has changed, however deep and however an editor saves: in place,
// or under another name that is then renamed. Node's own recursive watching on Linux watches every
// file, and loses one that was replaced by a rename; so there each folder is watched, as on other
// systems the whole tree is.

import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/** An editor writes a file in several steps; a change is told once they have settled. */
const SETTLING_MILLISECONDS = 40;

/**
 * Calls `onChange` with the files that have changed (absolute); with a folder where no more is known
 * than that something in it has.
 * @returns ends the watching
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (changed: ReadonlySet<string>) => void,
): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const told = changed;
    changed = new Set();
    onChange(told);
  };
  const ends = folders.map((folder) =>
    watchTree(folder, (path) => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(tell, SETTLING_MILLISECONDS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

function watchTree(root: string, onChange: (path: string) => void): () => void {
  if (process.platform === "linux") return watchEachFolder(root, onChange);
  const watcher = watch(root, { recursive: true }, (_, name) => {
    if (!isPassing(name)) onChange(join(root, name ?? ""));
  });
  watcher.on("error", () => onChange(root));
  return () => watcher.close();
}

function watchEachFolder(root: string, onChange: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const follow = (folder: string): void => {
    const watcher = watchFolder(folder, (event, name) => {
      if (isPassing(name)) return;
      if (event === "rename") lookAgain(join(folder, name ?? ""));
      onChange(join(folder, name ?? ""));
    });
    if (!watcher) return;
    watchers.set(folder, watcher);
    for (const inside of foldersIn(folder)) follow(inside);
  };
  /** A folder that came, went, or is another one by the same name. */
  const lookAgain = (path: string): void => {
    for (const [folder, watcher] of watchers) {
      if (folder !== path && !folder.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    if (isFolder(path)) follow(path);
  };
  follow(root);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** Undefined when the folder has gone already. */
function watchFolder(
  folder: string,
  listener: (event: string, name: string | null) => void,
): FSWatcher | undefined {
  try {
    // A folder that goes away is told by the one it lay in.
    return watch(folder, listener).on("error", () => {});
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") throw tooMany(folder);
    return undefined;
  }
}

function tooMany(folder: string): Error {
  return new Error(
    `This system watches no more folders for changes, and “${folder}” is one more: raise fs.inotify.max_user_watches.`,
  );
}

/** Not an editor's backups, locks and half-written files, which come and go with each save. */
function isPassing(path: string | null): boolean {
  const name = path?.split(/[/\\]/).at(-1) ?? "";
  if (name === ".well-known") return false;
  return /^\.|^#.*#$|~$|^4913$|\.(?:swp|swx|tmp|part)$/.test(name);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !isPassing(entry.name))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
