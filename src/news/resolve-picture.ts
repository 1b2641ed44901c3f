// Finds the file a picture reference means: relative to the text it stands in, or from `content/`
// when it begins with a slash.

import { posix } from "node:path";
import { field, type Place } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { Content } from "../source/content.ts";
import type { PictureFile } from "../source/picture-file.ts";
import { inAnySpelling, isAmong } from "../source/spellings.ts";
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
  if (ELSEWHERE.test(written)) {
    desk.report({ file, place, ...elsewhere(written) });
    return undefined;
  }
  const path = written.startsWith("/")
    ? posix.normalize(written.slice(1))
    : posix.join(posix.dirname(file), written);
  const past = desk.content.pastPictures?.get(file);
  const picture = pictureNamed(path, past) ?? pictureNamed(path, desk.content.pictures);
  if (picture || isAmong(path, desk.content.broken)) return picture;
  desk.report({
    file,
    place,
    message: `There is no picture “${written}”${path === written ? "" : ` (${path})`}.`,
    cure: missingCure(written, path, file, desk),
  });
  return undefined;
}

function pictureNamed(path: string, pictures?: Content["pictures"]): PictureFile | undefined {
  return pictures && inAnySpelling(path, (file) => pictures.get(file));
}

/** A scheme, or an address without one. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function elsewhere(written: string) {
  return {
    message: `The picture ${quote(written)} does not lie in the content folder.`,
    cure: "Save the picture beside the story and write its file name: a page loads nothing from elsewhere.",
  };
}

/** A file of that name in another folder, or one of nearly that name, or where pictures belong. */
function missingCure(written: string, path: string, file: string, desk: Desk): string {
  const asWritten = (known: string) =>
    written.startsWith("/") ? `/${known}` : posix.relative(posix.dirname(file), known);
  const known = [...desk.content.pictures.keys()];
  const namesake = known.find((name) => posix.basename(name) === posix.basename(path));
  if (namesake !== undefined) return `Did you mean “${asWritten(namesake)}”?`;
  const place = file === "site.yaml" ? "" : "beside this text, or ";
  return didYouMean(
    written,
    known.map(asWritten),
    `Put the file ${place}under “images/” and write “/images/…”.`,
  );
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
      alt: spec.alt,
      ...(spec.caption !== undefined && { caption: spec.caption }),
      credit: spec.credit,
      focus: spec.focus ?? [0.5, 0.5],
      ...(spec.license !== undefined && { license: spec.license }),
      syndicate: spec.rights?.syndicate ?? true,
    }
  );
}
