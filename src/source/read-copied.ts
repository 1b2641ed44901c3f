// Reads what lies under `content/files/`, which is published as it is: nothing of it is understood, so
// all the more must be asked of it. What a browser could take for a page is refused, whatever it is
// called, and so is the picture, film or recording that tells where it was made.

import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { basename } from "node:path/posix";
import type { Outcome, Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { noteReaderFor } from "./camera-notes.ts";
import { isSameStamp, type Stamp, stampFrom } from "./content-index.ts";
import type { CopiedFile } from "./content.ts";
import { disguiseOf } from "./disguised-media.ts";
import { isFilm, isPrivateFilm } from "./film-notes.ts";
import { inParallel } from "./in-parallel.ts";
import { CHANGED, looksAt, SAFELY, systemReason } from "./read-regular-file.ts";
import type { StampedFiles } from "./read-sources.ts";
import { isPrivateRecording, isRecording } from "./recording-notes.ts";

/** Files opened at the same time. */
const AT_ONCE = 16;

/** The files with their hashes; what may not be published is reported. */
export async function readCopied(listed: StampedFiles): Promise<Outcome<readonly CopiedFile[]>> {
  const read = await inParallel(listed.files, AT_ONCE, (file) => readOne(file, listed));
  const copied = read.flatMap((one) => ("hash" in one ? [one] : []));
  return { value: copied, problems: read.flatMap((one) => ("hash" in one ? [] : [one])) };
}

async function readOne(
  file: string,
  { folder, stamps }: StampedFiles,
): Promise<CopiedFile | Problem> {
  try {
    for (const seen of looksAt(folder, file, stamps.get(file))) {
      const opened = await open(join(folder, file), SAFELY);
      try {
        const read = await readOpened(opened, file, seen);
        if (read) return read;
      } finally {
        await opened.close();
      }
    }
    return { file, ...CHANGED };
  } catch (error) {
    return { file, message: `The file cannot be read (${systemReason(error)}).` };
  }
}

/** Undefined where this is not the file that was seen: see `read-regular-file.ts`. */
async function readOpened(
  opened: FileHandle,
  file: string,
  seen: Stamp,
): Promise<CopiedFile | Problem | undefined> {
  const isSame = async () => isSameStamp(stampFrom(await opened.stat()), seen);
  if (!(await isSame())) return undefined;
  const hash = createHash("sha256");
  const isPrivate = noteReaderFor(file);
  const kept: Buffer[] = [];
  for await (const piece of opened.createReadStream({
    autoClose: false,
  }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    if (kept.length === 0 || isPrivate) kept.push(piece);
  }
  const isPrivateToo =
    (isFilm(file) && isPrivateFilm(opened.fd)) ||
    (isRecording(file) && isPrivateRecording(opened.fd));
  if (!(await isSame())) return undefined;
  const bytes = Buffer.concat(kept);
  if (couldBePage(file, bytes)) return { file, ...page(basename(file)) };
  const disguise = disguiseOf(file, bytes);
  if (disguise) return { file, ...disguised(basename(file), disguise) };
  if (isPrivate?.(bytes)) return { file, ...tellsOfPlace(basename(file)), cure: PICTURES_BELONG };
  if (isPrivateToo) return { file, ...tellsOfPlace(basename(file)), cure: EXPORT_AGAIN };
  return { path: file.slice("files/".length), hash: hash.digest("hex") };
}

/** How browsers tell a page, where a server does not say what a file is: by its first mark. */
const MARKUP = /^(?:\u00EF\u00BB\u00BF)?[\t\n\f\r ]*</;

/** The one proof of ownership in XML, word for word: in any other, XML can carry scripts. */
const BING_PROOF =
  /^<\?xml version="1\.0"(?: encoding="utf-8")?\?>\s*<users>\s*<user>[0-9a-f]{1,64}<\/user>\s*<\/users>\s*$/i;

function couldBePage(file: string, start: Buffer): boolean {
  const text = start.toString("latin1");
  if (!MARKUP.test(text)) return false;
  return !(basename(file) === "BingSiteAuth.xml" && BING_PROOF.test(text));
}

function page(name: string) {
  return {
    message: `${quote(name)} begins like a page of HTML or XML, which could run in a reader's browser.`,
    cure: "Write pages as Markdown in “pages/”; “files/” is for documents, tables, sound and proof of ownership.",
  };
}

function tellsOfPlace(name: string) {
  return {
    message: `${quote(name)} holds notes of a camera, and may tell where it was taken.`,
  };
}

function disguised(name: string, what: string) {
  return {
    message: `${quote(name)} begins like a ${what}, which its name does not say.`,
    cure: what === "photograph" ? PICTURES_BELONG : "Name it by what it is: .png, .mp4, .mp3, ….",
  };
}

const PICTURES_BELONG =
  "Put pictures in “images/” or beside their story: there, private data is removed before printing.";
const EXPORT_AGAIN = "Export it again without place and camera, and put that copy here.";
