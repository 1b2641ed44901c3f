// The feeds of a list as files to be written and as links to be found by.

import type { Site, Story } from "../../news/newspaper.ts";
import type { Pieces } from "../page.ts";
import type { AlternateLink } from "../page-parts.ts";
import { hrefTo } from "../urls.ts";
import {
  type Feed,
  type FeedDesk,
  FEED_FILES,
  feedOf,
  type FeedNotation,
  syndicatedStories,
} from "./feed.ts";
import type { FeedList } from "./feed-lists.ts";
import { printAtom } from "./print-atom.ts";
import { printJsonFeed } from "./print-json-feed.ts";
import { printRss } from "./print-rss.ts";

/** A file that is not a page: where it goes, all it is made from, and how its text is made. */
export interface FeedFile {
  /** On the site, not encoded: `/world/feed.xml`. */
  readonly address: string;
  /** While these are equal, the file is. */
  readonly matter: readonly object[];
  readonly shows: readonly Story[];
  readonly print: () => Pieces;
}

interface Notation {
  readonly notation: FeedNotation;
  readonly type: string;
  readonly name: string;
  readonly print: (feed: Feed) => Pieces;
}

/** In the order in which a page names them: many readers take the first. */
const NOTATIONS: readonly Notation[] = [
  { notation: "rss", type: "application/rss+xml", name: "RSS", print: printRss },
  { notation: "atom", type: "application/atom+xml", name: "Atom", print: printAtom },
  { notation: "json", type: "application/feed+json", name: "JSON Feed", print: printJsonFeed },
];

/** The feeds of `list` in every notation. Nothing is made until one of them is printed. */
export function feedFiles(list: FeedList, desk: FeedDesk): readonly FeedFile[] {
  const { stories: _, ...about } = list;
  const shows = syndicatedStories(list);
  const matter = [desk.site, about, ...shows.map((story) => desk.matterOf(story))];
  return inEveryNotation(list.address, { matter, shows, make: () => feedOf(list, desk) });
}

/** A feed before it is made: anew for each notation, since its entries are kept by the desk. */
interface FeedToMake extends Pick<FeedFile, "matter" | "shows"> {
  readonly make: () => Feed;
}

/** @param address of the page that shows what is in the feed */
export function inEveryNotation(
  address: string,
  { matter, shows, make }: FeedToMake,
): readonly FeedFile[] {
  return NOTATIONS.map(({ notation, print }) => ({
    address: `${address}${FEED_FILES[notation]}`,
    matter,
    shows,
    print: () => print(make()),
  }));
}

/** How browsers and feed readers find the feeds of a list from its page. */
export function feedLinks(
  { title, address }: Pick<FeedList, "title" | "address">,
  site: Site,
): readonly AlternateLink[] {
  const name = title === undefined ? site.title : `${title} – ${site.title}`;
  return NOTATIONS.map((notation) => ({
    type: notation.type,
    title: `${name} (${notation.name})`,
    href: hrefTo(site, `${address}${FEED_FILES[notation.notation]}`),
  }));
}
