// Which pictures the paper has a use for. Finished copies of all others are thrown away, so that
// nothing of a story that was taken down stays behind in the state folder.

import type { PictureFile } from "../source/picture-file.ts";
import type { Author, PlainPage, Site, Story, Text } from "./newspaper.ts";

/** What shows pictures: stories of today and to come, and whatever else has them. */
export interface PictureUsers {
  readonly site: Site;
  readonly stories: readonly Story[];
  readonly authors: Iterable<Author>;
  readonly pages: readonly PlainPage[];
}

/** SHA-256 of each picture, hexadecimal. */
export function picturesInUse({
  site,
  stories,
  authors,
  pages,
}: PictureUsers): ReadonlySet<string> {
  const files = [
    site.publisher.logo,
    ...stories.flatMap(picturesOfStory),
    ...[...authors].flatMap(({ picture, biography }) => [picture?.file, ...inText(biography)]),
    ...pages.flatMap(({ text }) => inText(text)),
  ];
  return new Set(files.flatMap((file) => file?.hash ?? []));
}

/** In its header and in its text. */
export function picturesOfStory({
  picture,
  social,
  text,
}: Pick<Story, "picture" | "social" | "text">): readonly PictureFile[] {
  const own = [picture?.file, social.image].flatMap((file) => file ?? []);
  return [...own, ...inText(text)];
}

function inText({ pictures }: Text): readonly PictureFile[] {
  return pictures.map(({ file }) => file);
}
