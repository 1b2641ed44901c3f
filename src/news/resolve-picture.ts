// Finds the file a picture reference means: relative to the text it stands in, or from `content/`
// when it begins with a slash.

import { posix } from "node:path";
import { field, type Place } from "../problems/problem.ts";
import type { PictureFile } from "../source/picture-file.ts";
import { didYouMean, type Desk } from "./desk.ts";
import type { Picture } from "./newspaper.ts";

/** Where a reference stands, for the message when it leads nowhere. */
export interface Reference {
  readonly file: string;
  readonly place: Place;
}

/** The picture's file; undefined when there is none, which is reported. */
export function picturePath(
  written: string,
  { file, place }: Reference,
  desk: Desk,
): PictureFile | undefined {
  const path = written.startsWith("/")
    ? posix.normalize(written.slice(1))
    : posix.join(posix.dirname(file), written);
  const picture =
    desk.content.pictures.get(path.normalize("NFC")) ?? desk.content.pictures.get(path);
  if (picture || desk.content.broken.has(path)) return picture;
  const known = [...desk.content.pictures.keys()];
  desk.report({
    file,
    place,
    message: `There is no picture “${written}”${path === written ? "" : ` (${path})`}.`,
    cure: didYouMean(
      written,
      known.map((name) =>
        written.startsWith("/") ? `/${name}` : posix.relative(posix.dirname(file), name),
      ),
      "Put the file beside the story, or under content/images/ and write /images/… .",
    ),
  });
  return undefined;
}

/** A picture as a header gives it. */
export interface PictureSpec {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit: string;
  readonly focus?: readonly [number, number] | undefined;
  readonly license?: string | undefined;
  readonly rights?: { readonly syndicate?: boolean | undefined } | undefined;
}

/** The `image` of a story or author. */
export function headerPicture(
  spec: PictureSpec | undefined,
  file: string,
  desk: Desk,
): Picture | undefined {
  const found = spec && picturePath(spec.src, { file, place: field("image", "src") }, desk);
  return (
    found && {
      file: found,
      alt: spec.alt.trim(),
      ...(spec.caption !== undefined && { caption: spec.caption.trim() }),
      credit: spec.credit.trim(),
      focus: spec.focus ?? [0.5, 0.5],
      ...(spec.license !== undefined && { license: spec.license }),
      syndicate: spec.rights?.syndicate ?? true,
    }
  );
}
