// A temporary project with an output, for tests that publish for real.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { closeOutput, openOutput, type Edition } from "../../src/publish/output-folder.ts";
import { publish } from "../../src/publish/publish.ts";
import type { Surroundings } from "../../src/publish/refuse-place.ts";
import type { PublishingWay } from "../../src/publish/releases-for.ts";
import type { FileKind, PublishReport, StagedFile } from "../../src/publish/staged-file.ts";

export interface PressRoom extends Surroundings {
  /** The folder everything of this test lies in. */
  readonly folder: string;
  readonly output: string;
}

/** An empty project in a folder of its own. */
export function pressRoom(): PressRoom {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-publish-"));
  for (const name of ["project/content", "home"])
    mkdirSync(join(folder, name), { recursive: true });
  return inFolder(folder);
}

/** The press room in a folder that has one already. */
export function inFolder(folder: string): PressRoom {
  return {
    folder,
    projectFolder: join(folder, "project"),
    contentFolder: join(folder, "project/content"),
    stateFolder: join(folder, "project/.broadsheet"),
    home: join(folder, "home"),
    output: join(folder, "project/_site"),
  };
}

/** Takes the room down. */
export function demolish(room: PressRoom): void {
  rmSync(room.folder, { recursive: true, force: true });
}

/** Path → text, as short as a test wants to write it. */
export type Paper = Readonly<Record<string, string>>;

/** The files of a paper, each made from `articles/<path>`. */
export function staged(paper: Paper): StagedFile[] {
  return Object.entries(paper).map(([path, text]) => ({
    path,
    origin: `articles/${path}`,
    kind: kindOf(path),
    bytes: { kind: "memory", bytes: text },
  }));
}

/** How a test publishes where it does not just publish. */
export interface Publishing {
  readonly addresses?: readonly string[];
  readonly withdrawn?: readonly string[];
  readonly way?: PublishingWay;
  readonly keep?: number;
}

/** Publishes as a release, unless told otherwise. */
export function publishRelease(
  room: PressRoom,
  paper: Paper,
  { addresses = [], withdrawn = [], way = "as releases", keep }: Publishing = {},
): PublishReport {
  const output = openOutput(room.output, room, "paper", way);
  try {
    return publish({ files: staged(paper), addresses, withdrawn }, output, keep);
  } finally {
    closeOutput(output);
  }
}

/** Opens, publishes, closes. */
export function publishPaper(
  room: PressRoom,
  paper: Paper | readonly StagedFile[],
  addresses: readonly string[] = [],
  edition: Edition = "paper",
): PublishReport {
  const output = openOutput(room.output, room, edition);
  try {
    const files = isList(paper) ? paper : staged(paper);
    return publish({ files, addresses, withdrawn: [] }, output);
  } finally {
    closeOutput(output);
  }
}

/** Every file below a folder, path → text, without the manifest unless asked for; empty folders end in a slash. */
export function tree(
  folder: string,
  manifest: "with manifest" | "without manifest" = "without manifest",
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of existsSync(folder) ? walk(folder) : []) {
    const path = relative(folder, entry);
    const isFile = lstatSync(entry).isFile();
    if (path === ".well-known/broadsheet.json" && manifest === "without manifest") continue;
    found[isFile ? path : `${path}/`] = isFile ? readFileSync(entry, "utf8") : "";
  }
  return found;
}

/** Milliseconds since 1970. */
export function modified(room: PressRoom, path: string): number {
  return lstatSync(join(room.output, path)).mtimeMs;
}

/** The error that something throws. */
export function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function kindOf(path: string): FileKind {
  if (path.endsWith(".xml")) return "feed";
  if (path.endsWith(".html")) return path.startsWith("20") ? "story" : "list";
  return "asset";
}

function isList(paper: Paper | readonly StagedFile[]): paper is readonly StagedFile[] {
  return Array.isArray(paper);
}

/** Files, links and empty folders, sorted. */
function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      const inside = walk(path);
      return inside.length === 0 ? [path] : inside;
    });
}
