// Which addresses lead elsewhere and which are gone, for servers: those of the pages, and with them
// whatever else a story had, its twins and its page of the text edition.

import type { GoneStory, Newspaper, Redirect } from "../news/newspaper.ts";
import { textAddress } from "./text-edition/text-address.ts";
import { isStory, textRedirects } from "./text-edition/text-redirects.ts";
import { hasTwins, twinAddresses } from "./twins/twin-files.ts";

export interface GoneAddress {
  readonly address: string;
  /** The page that says so. */
  readonly notice: string;
}

export function movedAddresses(paper: Newspaper): readonly Pick<Redirect, "from" | "to">[] {
  return [...paper.redirects, ...textRedirects(paper), ...movedTwins(paper)];
}

function movedTwins({ site, stories, redirects }: Newspaper) {
  const withTwins = stories.filter((story) => hasTwins(story, site));
  const addresses = new Set(withTwins.map(({ address }) => address));
  return redirects
    .filter(({ to }) => addresses.has(to))
    .flatMap(({ from, to }) => {
      const now = twinAddresses(to);
      return twinAddresses(from).map((twin, index) => ({ from: twin, to: now[index] ?? to }));
    });
}

/** Of a story that was never published elsewhere too: nothing is known of it any more. */
export function goneAddresses({ site, gone }: Newspaper): readonly GoneAddress[] {
  return gone.flatMap((one: GoneStory) => {
    const { address } = one;
    const others = isStory(one)
      ? [
          ...(site.twins ? twinAddresses(address) : []),
          ...(site.textEdition === "none" ? [] : [textAddress(address)]),
        ]
      : [];
    return [address, ...others].map((each) => ({ address: each, notice: address }));
  });
}
