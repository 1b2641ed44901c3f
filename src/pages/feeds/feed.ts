// A feed before it is printed: what RSS, Atom and JSON Feed say, said once. The three printers only
// choose the notation, so they cannot disagree.

import type { Moment, Site, Story } from "../../news/newspaper.ts";
import { licenseText } from "../disclosures.ts";
import { absoluteUrl } from "../urls.ts";
import type { FeedList } from "./feed-lists.ts";
import { listTag } from "./tag-uri.ts";

/** How many entries a feed holds: the newest. */
export const FEED_LENGTH = 30;

/** The three notations, and the file of each below the address of its list. */
export const FEED_FILES = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" } as const;

export type FeedNotation = keyof typeof FEED_FILES;

/** All addresses are absolute; all texts are plain unless they say otherwise. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** The page that shows the list. */
  readonly home: string;
  /** Where each notation of this feed stands. */
  readonly self: Readonly<Record<FeedNotation, string>>;
  /** Answers for what nobody signs. */
  readonly publisher: FeedAuthor;
  /** Under which terms the entries may be used that name none of their own. */
  readonly rights?: string;
  /** The newest change of any entry; absent for an empty list. */
  readonly updated?: Moment;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedAuthor {
  readonly name: string;
  readonly url: string;
}

export interface FeedEntry {
  /** Never changes, whatever is edited. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  /** The same; absent where it is that of the feed. */
  readonly ownLanguage?: string;
  /** One each, never merged; empty when nobody signs. */
  readonly authors: readonly FeedAuthor[];
  /** Section first, then topics. */
  readonly categories: readonly FeedCategory[];
  /** Under which terms it may be used; absent where it is under those of the feed. */
  readonly rights?: string;
  readonly published: Moment;
  /** The last change: `published` or later. */
  readonly modified: Moment;
  /** The lead, where its rights allow. */
  readonly picture?: FeedPicture;
  /** The full text as HTML that stands on its own; made when it is first asked for. */
  readonly html: string;
}

export interface FeedCategory {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
}

export interface FeedPicture {
  /** A JPEG. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit: string;
}

/** What all feeds of a paper are made with: `feed-desk.ts`. */
export interface FeedDesk {
  readonly site: Site;
  readonly entryOf: (story: Story) => FeedEntry;
  /** All of a story that its entry is made from, as plain data; one object for each story. */
  readonly matterOf: (story: Story) => object;
}

/** The feed of a list: its newest stories that may be syndicated. */
export function feedOf(list: FeedList, desk: FeedDesk): Feed {
  const entries = syndicatedStories(list).map((story) => desk.entryOf(story));
  return feedAround(list, desk.site, entries);
}

/** The feed of a list with these entries, newest first. */
export function feedAround(
  list: Omit<FeedList, "stories">,
  site: Site,
  entries: readonly FeedEntry[],
): Feed {
  const home = absoluteUrl(site, list.address);
  const updated = newestChange(entries);
  const title = list.title === undefined ? site.title : `${list.title} – ${site.title}`;
  return {
    id: listTag(list.address, site),
    title,
    description: list.description ?? title,
    language: site.language,
    home,
    self: {
      rss: `${home}${FEED_FILES.rss}`,
      atom: `${home}${FEED_FILES.atom}`,
      json: `${home}${FEED_FILES.json}`,
    },
    publisher: { name: site.publisher.name, url: site.url },
    ...(site.license && { rights: licenseText(site.license) }),
    ...(updated && { updated }),
    entries,
  };
}

/** The stories of a list that its feeds hold, newest first. */
export function syndicatedStories({ stories }: FeedList): readonly Story[] {
  const chosen: Story[] = [];
  for (const story of stories) {
    if (chosen.length === FEED_LENGTH) break;
    if (story.syndicate) chosen.push(story);
  }
  return chosen;
}

/** When the newsroom last touched any of the entries: never the clock of a build. */
function newestChange(entries: readonly FeedEntry[]): Moment | undefined {
  let newest: Moment | undefined;
  for (const { modified } of entries) {
    if (newest === undefined || modified.instant > newest.instant) newest = modified;
  }
  return newest;
}
