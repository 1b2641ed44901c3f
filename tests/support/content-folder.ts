// A content folder on disk for one test: written from a txtar string, removed afterwards.

import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { txtar } from "./txtar.ts";

/** The smallest valid settings. */
export const SITE = `title: The Broadsheet
url: https://news.example.org/
language: en
timezone: UTC
sections:
  - { slug: world, title: World }
  - { slug: politics, title: Politics }
`;

/** Files that are not text, or not UTF-8: path → bytes. */
export type Bytes = ReadonlyMap<string, Buffer>;

/** A content folder and a place for the press's state; both go when the test is over. */
export interface ContentFolder extends AsyncDisposable {
  readonly contentFolder: string;
  readonly stateFolder: string;
  /** Adds or replaces files. */
  write(archive: string, bytes?: Bytes): Promise<void>;
}

/**
 * Writes the files of a txtar string, and any given as bytes, into a new folder. Paths may begin
 * with `content/`, as a reader of the test expects. `site.yaml` is supplied unless the archive has one.
 */
export async function contentFolder(archive: string, bytes?: Bytes): Promise<ContentFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "broadsheet-")));
  const folder = join(root, "content");
  const write = async (more: string, moreBytes: Bytes = new Map()) => {
    for (const [path, data] of [...txtar(more), ...moreBytes]) {
      const target = join(folder, path.replace(/^content\//, ""));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, data);
    }
  };
  await write(`-- site.yaml --\n${SITE}`);
  await write(archive, bytes);
  return {
    contentFolder: folder,
    stateFolder: join(root, ".broadsheet"),
    write,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
