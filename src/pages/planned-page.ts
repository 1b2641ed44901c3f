// Plans a page. Most pages of a build are not printed, because nothing on them has changed, so what
// a page is made from (its matter) is told apart from what is printed on it (its props): matter is
// cheap to compare, and props need not be made until the page is printed.

import type { Matter } from "./matter.ts";
import type { PageProps, PlannedPage, Sheet } from "./page.ts";
import { outputOf } from "./urls.ts";

/** Where a page goes and what it comes from. */
export type PagePlace<Props extends PageProps> = Pick<
  PlannedPage<Props>,
  "kind" | "address" | "origin" | "shows"
>;

/** A page whose props are at hand: they are its matter. */
export function plannedPage<Props extends PageProps & Sheet>(
  place: PagePlace<Props>,
  props: Props,
): PlannedPage<Props> {
  return { ...place, output: outputOf(place.address), matter: matterOf(props), props };
}

/**
 * A page whose props are made each time they are asked for.
 *
 * @param matter all that `make` uses, in parts; parts that pages share should be the same objects,
 * since each is compared once
 */
export function plannedLater<Props extends PageProps>(
  place: PagePlace<Props>,
  matter: readonly Matter[],
  make: () => Props,
): PlannedPage<Props> {
  return {
    ...place,
    output: outputOf(place.address),
    matter,
    get props() {
      return make();
    },
  };
}

/** Words stand on all pages as the same objects. */
function matterOf(props: PageProps & Sheet): readonly object[] {
  const { words, siteWords, ...rest } = props;
  return [words, siteWords, rest];
}
