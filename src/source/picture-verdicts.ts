// What is already known about the pictures: `pictures.json` in the cache folder. An entry counts
// only while the file's size, times and inode are the same. Anything odd about the cache itself
// (missing, cut short, of another version) means that nothing is known, never that a build fails.

import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { PictureFile } from "./picture-file.ts";

/** Raise this when a picture may be judged or described differently than before. */
const VERSION = 1;

/** By file name: the accepted picture, and the stamp of the file it was read from. */
export type Verdicts = ReadonlyMap<string, Verdict>;

export interface Verdict {
  readonly picture: PictureFile;
  /** Size, both times and inode, in one line. */
  readonly stamp: string;
}

const memory = z.strictObject({
  version: z.literal(VERSION),
  verdicts: z.array(
    z.strictObject({
      stamp: z.string(),
      picture: z.strictObject({
        file: z.string(),
        hash: z.string(),
        format: z.enum(["jpeg", "png", "webp", "gif", "avif"]),
        width: z.number(),
        height: z.number(),
        creator: z.exactOptional(z.string()),
        copyright: z.exactOptional(z.string()),
      }),
    }),
  ),
});

/** Reads what is known; an unreadable cache knows nothing. */
export async function readVerdicts(cacheFolder: string): Promise<Verdicts> {
  const text = await readFile(join(cacheFolder, "pictures.json"), "utf8").catch(() => "");
  const { data } = memory.safeParse(parseOrNothing(text));
  return new Map(data?.verdicts.map((verdict) => [verdict.picture.file, verdict]));
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Remembers `verdicts` in place of `known`; writes nothing when they say the same. */
export async function writeVerdicts(cacheFolder: string, known: Verdicts, verdicts: Verdicts) {
  const text = print(verdicts);
  if (text === print(known)) return;
  const path = join(cacheFolder, "pictures.json");
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

function print(verdicts: Verdicts): string {
  const list = [...verdicts.values()].map(({ stamp, picture }) => ({ stamp, picture }));
  return JSON.stringify({ version: VERSION, verdicts: list });
}
