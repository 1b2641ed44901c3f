// Who made a picture and whose it is, as the photographer's own software wrote it into the file
// (XMP, then IPTC, then EXIF). The press drops all metadata from what it prints, and puts these back.

import type { Metadata } from "sharp";
import type { PictureFile } from "./picture-file.ts";

/** Longer metadata than this is not a caption but an accident or an attack; it is not read. */
const MOST_METADATA_BYTES = 1024 * 1024;

/** Longer than any honest name or notice. */
const MOST_CHARACTERS = 500;

type Rights = Pick<PictureFile, "creator" | "copyright">;

/** Reads creator and copyright; metadata that cannot be read says nothing. */
export async function readPictureRights(bytes: Buffer, metadata: Metadata): Promise<Rights> {
  const parts = [metadata.xmp, metadata.iptc, metadata.exif];
  const size = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  if (size === 0 || size > MOST_METADATA_BYTES) return {};
  const { load } = await import("exifreader");
  try {
    const { xmp, iptc, exif } = load(bytes, { expanded: true });
    const creator = firstText(xmp?.["creator"], iptc?.["By-line"], exif?.["Artist"]);
    const copyright = firstText(xmp?.["rights"], iptc?.["Copyright Notice"], exif?.["Copyright"]);
    return { ...(creator && { creator }), ...(copyright && { copyright }) };
  } catch {
    return {};
  }
}

function firstText(...tags: readonly unknown[]): string | undefined {
  return tags.map(plainText).find((text) => text !== "");
}

/** A tag as one line of text: several names are joined, control characters dropped. */
function plainText(tag: unknown): string {
  const values = [tag].flat().map((one) => (isTag(one) ? one.description : ""));
  const line = values.filter((value) => typeof value === "string").join(", ");
  const clean = line.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\uFFFE\uFFFF\s]+/gu, " ").trim();
  return Array.from(clean).slice(0, MOST_CHARACTERS).join("");
}

function isTag(value: unknown): value is { readonly description: unknown } {
  return typeof value === "object" && value !== null && "description" in value;
}
