// Makes the planned pictures. Each is encoded once and kept in the state folder under its own name,
// which is a hash of all that decides its bytes; a build takes from there what it needs. Everything
// the source file says about itself stays behind, GPS first of all: only pixels go through, and the
// credit is written anew.

import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Derivative } from "../pages/derivative.ts";
import { encoderFor } from "../pages/picture-settings.ts";
import { inParallel } from "../source/in-parallel.ts";
import { readRegularFile } from "../source/read-regular-file.ts";
import { isStored, store, storedPath } from "./picture-store.ts";
import { rightsXmp } from "./rights-xmp.ts";

export interface EncodingOptions {
  readonly contentFolder: string;
  /** Finished pictures are kept here between builds. */
  readonly stateFolder: string;
  /** How many are encoded at a time. Default: as many as there are cores. */
  readonly concurrency?: number;
  /** Told after each encoded picture; never called when all are known already. */
  readonly onProgress?: (work: "pictures", done: number, total: number) => void;
}

export interface EncodingReport {
  /** How many had to be encoded now; the others were known from earlier builds. */
  readonly encoded: number;
  /** Where each picture lies, by output file. */
  readonly files: ReadonlyMap<string, string>;
}

/** Makes sure that every derivative lies in the state folder, encoding those that are not known. */
export async function encodePictures(
  derivatives: readonly Derivative[],
  options: EncodingOptions,
): Promise<EncodingReport> {
  const { stateFolder } = options;
  const isKnown = await inParallel(derivatives, 16, (one) => isStored(one, stateFolder));
  const missing = derivatives.filter((_, index) => !isKnown[index]);
  await encodeMissing(missing, options);
  const files = new Map(derivatives.map((one) => [one.output, storedPath(one, stateFolder)]));
  return { encoded: missing.length, files };
}

async function encodeMissing(
  missing: readonly Derivative[],
  options: EncodingOptions,
): Promise<void> {
  const { contentFolder, stateFolder, concurrency = availableParallelism(), onProgress } = options;
  if (missing.length === 0) return;
  const decode = decodeOnce(contentFolder, missing);
  let done = 0;
  // Derivatives of one source follow each other, so that few decoded pictures are held at a time.
  const bySource = [...missing].sort((a, b) => (a.source < b.source ? -1 : 1));
  await inParallel(bySource, concurrency, async (derivative) => {
    const bytes = await encode(await decode(derivative), derivative);
    await store(bytes, derivative, stateFolder);
    onProgress?.("pictures", ++done, missing.length);
  });
}

/** The pixels of a picture, upright, in sRGB, on white where it was transparent; nothing else. */
interface Pixels {
  readonly data: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 3 };
}

/** Decodes each source when its first derivative asks, and lets go of it after the last has. */
function decodeOnce(contentFolder: string, derivatives: readonly Derivative[]) {
  const decoded = new Map<string, Promise<Pixels>>();
  const waiting = new Map<string, number>();
  for (const { source } of derivatives) waiting.set(source, (waiting.get(source) ?? 0) + 1);
  return (derivative: Derivative): Promise<Pixels> => {
    const { source } = derivative;
    const pixels = decoded.get(source) ?? decode(contentFolder, derivative);
    const others = (waiting.get(source) ?? 1) - 1;
    waiting.set(source, others);
    if (others === 0) decoded.delete(source);
    else decoded.set(source, pixels);
    return pixels;
  };
}

async function decode(contentFolder: string, { source, sourceHash }: Derivative): Promise<Pixels> {
  const { default: sharp } = await import("sharp");
  const read = readRegularFile(contentFolder, source, Infinity);
  const bytes = read.kind === "bytes" ? read.bytes : Buffer.alloc(0);
  if (createHash("sha256").update(bytes).digest("hex") !== sourceHash) {
    throw new Error(`${source} changed while the paper was being built. Build it again.`);
  }
  const { data, info } = await sharp(bytes, { limitInputPixels: 50e6 })
    .autoOrient()
    .toColourspace("srgb")
    .flatten({ background: "#fff" })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: 3 } };
}

async function encode({ data, raw }: Pixels, derivative: Derivative): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const { crop, width, height, format, rights } = derivative;
  const whole = sharp(data, { raw });
  const cut = crop ? whole.extract(crop) : whole;
  const sized = cut.resize(width, height, { fit: "fill", withoutEnlargement: true });
  const xmp = rightsXmp(rights);
  const credited = xmp === undefined ? sized : sized.withXmp(xmp);
  return credited.toFormat(format, encoderFor(format, width)).toBuffer();
}
