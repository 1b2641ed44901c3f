// Pictures of withdrawn stories: nothing about them is remembered between builds, not even what they
// were called.

import { basename } from "node:path/posix";
import type { Source } from "./content.ts";
import type { StorySpec } from "./story-schema.ts";

/**
 * The pictures that a withdrawn story may name. Its text is not read as Markdown in this room: any
 * word that ends like a picture's name counts, since to forget one too many costs a second look.
 *
 * @param pictures every picture of the content folder
 */
export function picturesOfWithdrawn(
  stories: readonly Source<StorySpec>[],
  pictures: readonly string[],
): ReadonlySet<string> {
  const withdrawn = stories.filter(({ spec }) => spec.status === "withdrawn");
  const names = new Set(withdrawn.flatMap(pictureNames));
  if (names.size === 0) return new Set();
  return new Set(pictures.filter((file) => names.has(nameOf(file))));
}

/** In angle brackets, where it has spaces; else up to the next space or bracket. */
const WORDS = /<[^<>\n]+>|[^\s()<>]+/g;
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)$/i;

function pictureNames({ spec, text }: Source<StorySpec>): readonly string[] {
  const words = (text.match(WORDS) ?? []).map((word) => word.replaceAll(/[<>]/g, ""));
  return [spec.image?.src ?? "", spec.social?.image ?? "", ...words]
    .filter((word) => PICTURE.test(word))
    .map((word) => nameOf(decoded(word)));
}

function nameOf(path: string): string {
  return basename(path).normalize("NFC");
}

function decoded(word: string): string {
  try {
    return decodeURI(word);
  } catch {
    return word;
  }
}
