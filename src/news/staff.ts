// The staff of the paper: the authors whom the newsroom lists itself. Who merely signed a story once,
// a guest or an agency, has a page and is not on it.

import type { Content } from "../source/content.ts";
import type { FiledPage } from "./file-page.ts";
import type { Author, Newspaper } from "./newspaper.ts";

/** Where they are listed, unless a plain page of the newsroom's own stands there. */
export const STAFF_ADDRESS = "/staff/";

/** Whether the paper lists anybody, in its own way. */
export function hasStaff(
  { authors }: Pick<Content, "authors">,
  pages: readonly FiledPage[],
): boolean {
  const isTaken = pages.some(({ address }) => address === STAFF_ADDRESS);
  return !isTaken && authors.some(({ spec }) => spec.listed);
}

/** As the authors are ordered: by name. */
export function staffOf({ authors }: Pick<Newspaper, "authors">): readonly Author[] {
  return authors.filter(({ isListed }) => isListed);
}
