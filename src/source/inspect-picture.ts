// Is this a picture the press can print? The first bytes must agree with the name before any decoder
// sees them; the size in pixels is read from the header before a pixel is unpacked; then the whole
// picture is decoded once, because a damaged one shows itself only at its last line.

import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { Metadata } from "sharp";
import { guessFormat } from "./picture-format.ts";
import { readPictureRights } from "./picture-rights.ts";
import type { PictureFile } from "./picture-file.ts";

/** More than any camera gives; a 31 KB file can claim five times as many. */
const MOST_MEGAPIXELS = 50;

const FORMATS: Readonly<Record<string, PictureFile["format"]>> = {
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
  ".png": "png",
  ".webp": "webp",
  ".gif": "gif",
  ".avif": "avif",
};

/** The accepted picture, or what is wrong with it. */
export type Inspection = { readonly kind: "picture"; readonly picture: PictureFile } | Fault;

/** What is wrong with a picture, and the cure: whole sentences. */
export interface Fault {
  readonly kind: "fault";
  readonly message: string;
  readonly cure: string;
}

/** Inspects the bytes of `file` (relative to the content folder). */
export async function inspectPicture(file: string, bytes: Buffer): Promise<Inspection> {
  const extension = extname(file).toLowerCase();
  const format = FORMATS[extension];
  if (!format) return unknownKind(extension);
  if (bytes.length === 0) return EMPTY;
  const actual = guessFormat(bytes);
  if (actual !== format) return wrongName(extension, actual);
  const metadata = await readHeader(bytes);
  if (!metadata) return DAMAGED;
  const { width, height } = metadata.autoOrient;
  if (width * height > MOST_MEGAPIXELS * 1e6) return tooManyPixels(width, height);
  if (!(await decodes(bytes))) return DAMAGED;
  const hash = createHash("sha256").update(bytes).digest("hex");
  const rights = await readPictureRights(bytes, metadata);
  return { kind: "picture", picture: { file, hash, format, width, height, ...rights } };
}

async function readHeader(bytes: Buffer): Promise<Metadata | undefined> {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
}

/** Decodes every line, keeping next to nothing of it. Warnings count: half a picture is no picture. */
async function decodes(bytes: Buffer): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { failOn: "warning", limitInputPixels: MOST_MEGAPIXELS * 1e6 })
    .resize(16, 16, { fit: "fill" })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

const EMPTY: Fault = {
  kind: "fault",
  message: "This picture is empty: the file has no bytes.",
  cure: "Save or copy it again.",
};

const DAMAGED: Fault = {
  kind: "fault",
  message: "This picture is damaged: it cannot be read to its end.",
  cure: "Copy it again from where it came from, or open it in a picture editor and save it anew.",
};

function unknownKind(extension: string): Fault {
  const message =
    extension === ".svg"
      ? "An SVG drawing can carry scripts, so the press does not print it."
      : `The press does not print pictures of the kind “${extension}”.`;
  return { kind: "fault", message, cure: "Save it as JPEG, PNG, WebP, GIF or AVIF." };
}

function wrongName(extension: string, actual: string | undefined): Fault {
  if (!actual) {
    return {
      kind: "fault",
      message: `This file is named “${extension}”, but it does not begin like any picture the press knows.`,
      cure: "Open it in a picture editor and save it as JPEG, PNG, WebP, GIF or AVIF.",
    };
  }
  const right = actual === "jpeg" ? ".jpg" : `.${actual}`;
  return {
    kind: "fault",
    message: `This file is named “${extension}”, but it is a picture of the kind “${right}”.`,
    cure: `Rename it so that it ends in “${right}”, and name it so in the story.`,
  };
}

function tooManyPixels(width: number, height: number): Fault {
  const megapixels = Math.ceil((width * height) / 1e6);
  return {
    kind: "fault",
    message: `This picture is ${width} × ${height} pixels, ${megapixels} megapixels; the press prints at most ${MOST_MEGAPIXELS}.`,
    cure: "Make it smaller: 4,000 pixels across are plenty.",
  };
}
