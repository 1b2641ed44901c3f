// Reads every picture of the content folder once: what it is, how large, whose, and whether it can
// be printed at all. A verdict is remembered (`picture-verdicts.ts`), so that an unchanged picture
// costs one look at its directory entry.

import { availableParallelism } from "node:os";
import type { Outcome, Problem } from "../problems/problem.ts";
import type { Stamp } from "./content-index.ts";
import { inParallel } from "./in-parallel.ts";
import { inspectPicture } from "./inspect-picture.ts";
import { stampOfOrdinary } from "./ordinary-file.ts";
import type { PictureFile } from "./picture-file.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { StampedFiles } from "./read-sources.ts";
import { readVerdicts, type Verdict, type Verdicts, writeVerdicts } from "./picture-verdicts.ts";

/** A picture from a camera's largest sensor, saved without thrift, stays below this. */
const MOST_MEGABYTES = 40;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

/**
 * Reads and decodes the listed files. Gives the accepted pictures by file name, in the order given;
 * reports each that is too large, damaged, not what its name says, or of a kind the press does not
 * print. `cacheFolder` is safe to delete.
 *
 * @param unremembered files of which the cache keeps nothing: they are read anew each time
 */
export async function readPictures(
  listed: StampedFiles,
  cacheFolder: string,
  unremembered: ReadonlySet<string> = new Set(),
): Promise<Outcome<ReadonlyMap<string, PictureFile>>> {
  const known = await readVerdicts(cacheFolder);
  const read = await inParallel(listed.files, availableParallelism(), (file) =>
    readPicture(file, listed, known),
  );
  const accepted = read.flatMap((one) => (one.kind === "accepted" ? [one] : []));
  const lasting = accepted.filter(({ picture }) => !unremembered.has(picture.file));
  const verdicts: Verdicts = new Map(lasting.map((one) => [one.picture.file, one]));
  await writeVerdicts(cacheFolder, known, verdicts);
  return {
    value: new Map(accepted.map(({ picture }) => [picture.file, picture])),
    problems: read.flatMap((one) => (one.kind === "refused" ? [one.problem] : [])),
  };
}

/**
 * The same for pictures that have come: gives these, and all that are known and as they were.
 *
 * @param come with the stamps of all files
 */
export async function readMorePictures(
  come: StampedFiles,
  cacheFolder: string,
): Promise<Outcome<ReadonlyMap<string, PictureFile>>> {
  const known = await readVerdicts(cacheFolder);
  const read = await inParallel(come.files, availableParallelism(), (file) =>
    readPicture(file, come, known),
  );
  const accepted = read.flatMap((one) => (one.kind === "accepted" ? [one] : []));
  const all = new Map([...known, ...accepted.map((one) => [one.picture.file, one] as const)]);
  await writeVerdicts(cacheFolder, known, all);
  const isThere = ({ picture, stamp }: Verdict) => {
    const now = come.stamps.get(picture.file);
    return now !== undefined && inOneLine(now) === stamp;
  };
  const there = [...all.values()].filter(isThere);
  return {
    value: new Map(there.map(({ picture }) => [picture.file, picture])),
    problems: read.flatMap((one) => (one.kind === "refused" ? [one.problem] : [])),
  };
}

type Reading =
  | { readonly kind: "accepted"; readonly picture: PictureFile; readonly stamp: string }
  | { readonly kind: "refused"; readonly problem: Problem };

async function readPicture(
  file: string,
  { folder, stamps }: StampedFiles,
  known: Verdicts,
): Promise<Reading> {
  const stamp = stamps.get(file) ?? stampOfOrdinary(folder, file);
  if (!stamp) return refused(file, NOT_A_FILE);
  const verdict = known.get(file);
  if (verdict?.stamp === inOneLine(stamp)) return { kind: "accepted", ...verdict };
  const [size] = stamp;
  if (size > MOST_BYTES) return refused(file, tooLarge(size));
  const read = readRegularFile(folder, file, MOST_BYTES, stamp);
  if (read.kind === "fault") return refused(file, read);
  const inspected = await inspectPicture(file, read.bytes);
  return inspected.kind === "fault"
    ? refused(file, inspected)
    : { kind: "accepted", picture: inspected.picture, stamp: inOneLine(read.stamp) };
}

function inOneLine(stamp: Stamp): string {
  return stamp.join(" ");
}

function refused(file: string, fault: Pick<Problem, "message" | "cure">): Reading {
  const { message, cure } = fault;
  return { kind: "refused", problem: cure ? { file, message, cure } : { file, message } };
}

const NOT_A_FILE = {
  message: "This picture is not an ordinary file.",
  cure: "Put the picture itself here, not a link to it.",
};

function tooLarge(bytes: number) {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return {
    message: `This picture is ${megabytes} MB; the press reads at most ${MOST_MEGABYTES} MB.`,
    cure: "Save it as JPEG at quality 90, or make it smaller: 4,000 pixels across are plenty.",
  };
}
