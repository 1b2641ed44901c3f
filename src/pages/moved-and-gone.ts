// Which addresses lead elsewhere and which are gone, for servers: those of the pages, and with them
// whatever else a story had, its twins and its pages of the text edition.

import type { GoneStory, Newspaper, Story } from "../news/newspaper.ts";
import { textAddress } from "./text-edition/text-address.ts";
import { isStory, textRedirects } from "./text-edition/text-redirects.ts";
import { hasTwins, twinAddresses } from "./twins/twin-files.ts";

export interface GoneAddress {
  readonly address: string;
  /** The page that says so. */
  readonly notice: string;
  readonly isParted: boolean;
}

export interface MovedAddress {
  readonly from: string;
  readonly to: string;
  /**
   * Whether the same is true of the numbered addresses below: a long story of the text edition had its
   * further pages there, nobody knows how many.
   */
  readonly isParted: boolean;
}

export function movedAddresses(paper: Newspaper): readonly MovedAddress[] {
  const whole = [...paper.redirects, ...movedTwins(paper)];
  const texts = textRedirects(paper);
  const taken = foldersOf(texts.length === 0 ? [] : paper.stories);
  return [
    ...whole.map(({ from, to }) => ({ from, to, isParted: false })),
    ...texts.map(({ from, to }) => ({ from, to, isParted: !taken.has(from) })),
  ];
}

/** Where another story of the text edition may stand that has a number for a name. */
function foldersOf(stories: readonly Story[]): ReadonlySet<string> {
  return new Set(stories.map(({ address }) => textAddress(address).replace(/[^/]+\/$/, "")));
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
    const twins = isStory(one) && site.twins ? twinAddresses(address) : [];
    const hasText = isStory(one) && site.textEdition !== "none";
    return [
      ...[address, ...twins].map((each) => ({ address: each, notice: address, isParted: false })),
      ...(hasText ? [{ address: textAddress(address), notice: address, isParted: true }] : []),
    ];
  });
}
