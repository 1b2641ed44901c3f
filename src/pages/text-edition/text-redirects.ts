// Old addresses in the text edition: where the whole paper leads on, the edition does too.

import type { Newspaper, Redirect } from "../../news/newspaper.ts";
import { textAddress } from "./text-address.ts";

/**
 * From the old address of a story in the edition to the one of today; to the notice of the whole paper
 * where a story was killed, since the edition has none. A page that is no story is not in it.
 */
export function textRedirects(
  paper: Pick<Newspaper, "site" | "stories" | "killed" | "gone" | "redirects">,
): readonly Redirect[] {
  const { site, stories, killed, gone, redirects } = paper;
  if (site.textEdition === "none") return [];
  const shown = new Set(stories.map(({ address }) => address));
  const notices = new Set([...killed, ...gone.filter(isStory)].map(({ address }) => address));
  const taken = new Set(redirects.map(({ from }) => from));
  const moved = redirects.flatMap(({ from, to, file }) => {
    if (shown.has(to)) return [{ from: textAddress(from), to: textAddress(to), file }];
    return notices.has(to) ? [{ from: textAddress(from), to, file }] : [];
  });
  const noticed = killed.map(({ address, file }) => ({
    from: textAddress(address),
    to: address,
    file,
  }));
  return [...moved, ...noticed].filter(({ from }) => !taken.has(from));
}

/** Pages have no twins and are not in the edition. */
export function isStory({ file }: { readonly file: string }): boolean {
  return file.startsWith("articles/");
}
