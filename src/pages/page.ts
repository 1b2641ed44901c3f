// What the layouts print: every page of the paper as typed, finished data. All sorting, wording,
// date writing and addressing has happened before; a layout only sets it in type.

import type { Story } from "../news/newspaper.ts";
import type { Matter } from "./matter.ts";
import type {
  CorrectedStory,
  BylinePart,
  Direction,
  Disclosures,
  Figure,
  GenreLabel,
  Image,
  Link,
  Note,
  PrintedText,
  OtherLanguages,
  SeriesPart,
  Sheet,
  Teaser,
  Time,
} from "./page-parts.ts";
import type { SearchProps } from "./search-props.ts";
import type { TextListProps, TextStoryProps } from "./text-parts.ts";

export type * from "./page-parts.ts";
export type * from "./search-props.ts";
export type * from "./text-parts.ts";

/** A page that will be printed: where it goes and what is on it. */
export interface PlannedPage<Props extends PageProps = PageProps> {
  readonly kind: Props["kind"];
  /** On the site, without the sub-path, not encoded: `/2019/05/31/storm/`, `/404.html`. */
  readonly address: string;
  /** The file in the output: `2019/05/31/storm/index.html`. */
  readonly output: string;
  /** What it was made from, for messages: `articles/storm.md`, or words such as `the front page`. */
  readonly origin: string;
  /**
   * All that the props are made from, in parts: while these are equal, the page is. Parts that many
   * pages share are the same objects.
   */
  readonly matter: readonly Matter[];
  readonly shows?: Shown;
  /** Made when they are asked for; ask once. */
  readonly props: Props;
}

/**
 * The stories whose words stand on a page, so that it changes when one of them is edited and stays
 * where it is. Absent: perhaps any of the paper, or the moment of the edition itself.
 */
export type Shown = readonly Story[];

/** A file that no layout prints: a feed, a sitemap, the twin of a story. */
export interface PlannedFile {
  /** A feed leads to pages, and a page to its twins. */
  readonly kind: "feed" | "twin";
  /** In the output: `world/feed.xml`. */
  readonly output: string;
  /** For messages: `the feeds of /world/`. */
  readonly origin: string;
  /** While this is equal, the file is. */
  readonly matter: readonly Matter[];
  readonly shows?: Shown;
  readonly print: () => Pieces;
}

/** A text in pieces, in their order: a feed is long, and made of what stands in other feeds too. */
export type Pieces = readonly string[];

export type PageProps =
  | FrontProps
  | ListProps
  | ArchiveProps
  | CorrectionsProps
  | StaffProps
  | StoryProps
  | PlainProps
  | NoticeProps
  | RedirectProps
  | SearchProps
  | NotFoundProps
  | TextListProps
  | TextStoryProps;

export type PageKind = PageProps["kind"];

export interface FrontProps extends Sheet {
  readonly kind: "front";
  readonly lead?: Teaser;
  /** Up to four, beside or below the lead. */
  readonly seconds: readonly Teaser[];
  /** The rest of the newest, by section, in navigation order; empty sections are left out. */
  readonly rivers: readonly River[];
}

export interface River {
  readonly title: string;
  readonly url: string;
  readonly teasers: readonly Teaser[];
}

/** A section front, topic, author or series, or one of their numbered pages. */
export interface ListProps extends Sheet {
  readonly kind: "section" | "topic" | "author" | "series";
  readonly title: string;
  /** What kind of list this is, above the title: "Topic", "Series". Absent for sections. */
  readonly label?: string;
  /** Which of the numbered pages this is, in words: "Older stories, page 3", "From part 25". */
  readonly pageLabel?: string;
  readonly author?: AuthorProfile;
  readonly teasers: readonly Teaser[];
  /** "Older stories", "From part 25": the page that follows on, if any. */
  readonly older?: Link;
  /** "Latest stories", "From part 1": from a numbered page back to the list's first page. */
  readonly latest?: Link;
}

/** The archive, or one of its years, months and days. */
export interface ArchiveProps extends Sheet {
  readonly kind: "archive";
  /** "Archive", "2019", "May 2019", "31 May 2019". */
  readonly title: string;
  /** Up to the archive's first page, widest first; empty there. */
  readonly trail: readonly Link[];
  /** Which of the numbered older pages this is, in words. */
  readonly pageLabel?: string;
  readonly periods: readonly ArchivePeriod[];
  readonly older?: Link;
  readonly latest?: Link;
}

/** A year with its months, a month with its days, or a day with its stories; newest first. */
export interface ArchivePeriod {
  /** Absent where the page is of this period alone. */
  readonly heading?: Link;
  readonly parts: readonly Link[];
  readonly teasers: readonly Teaser[];
}

/** The paper's corrections, or one of their numbered older pages. */
export interface CorrectionsProps extends Sheet {
  readonly kind: "corrections";
  readonly title: string;
  /** What the newsroom says of them; may be empty, and is on the numbered pages. */
  readonly opening: PrintedText;
  /** Which of the numbered older pages this is, in words. */
  readonly pageLabel?: string;
  /** Newest first. */
  readonly entries: readonly CorrectedStory[];
  readonly older?: Link;
  readonly latest?: Link;
}

/** Who makes the paper. */
export interface StaffProps extends Sheet {
  readonly kind: "staff";
  readonly title: string;
  readonly people: readonly StaffMember[];
  /** Desks and agencies. */
  readonly desks: readonly StaffMember[];
}

export interface StaffMember {
  /** Name, and the page that says who they are. */
  readonly author: Link;
  readonly role?: string;
  readonly email?: Link;
}

export interface AuthorProfile {
  readonly role?: string;
  readonly image?: Image;
  readonly email?: Link;
  readonly links: readonly Link[];
  readonly biography: PrintedText;
}

export interface StoryProps extends Sheet, Disclosures {
  readonly kind: "story";
  /** In a preview, why readers do not see the story yet: "Draft", "Scheduled for 5 May 2026, 06:00 UTC". */
  readonly preview?: string;
  /** Section or kicker; linked. */
  readonly kicker: { readonly label: string; readonly url?: string };
  readonly section: Link;
  readonly genre?: GenreLabel;
  readonly series?: SeriesPart;
  readonly languages?: OtherLanguages;
  readonly headline: string;
  readonly standfirst?: string;
  /** "By Ana Ruiz and Ben Okri", in parts so that each name links; empty when nobody signs. */
  readonly byline: readonly BylinePart[];
  readonly published: Time;
  /** Present when it differs from `published`. */
  readonly updated?: Time;
  /** "4 min read"; absent for the shortest. */
  readonly readingTime?: string;
  readonly lead?: Figure;
  readonly dateline?: string;
  readonly text: PrintedText;
  /** Corrections and editor's notes: above the text. */
  readonly seriousNotes: readonly Note[];
  /** Clarifications and updates: below the text. */
  readonly minorNotes: readonly Note[];
  readonly topics: readonly Link[];
  readonly related: readonly Teaser[];
  /** "Report an error": to the newsroom, about this very story. */
  readonly report?: Link;
  /** The address in full, for print. */
  readonly printAddress: string;
}

export interface PlainProps extends Sheet {
  readonly kind: "plain";
  readonly title: string;
  readonly text: PrintedText;
}

/** Where a story used to be: killed (with date and reason) or gone (with nothing). */
export interface NoticeProps extends Sheet {
  readonly kind: "notice";
  readonly title: string;
  readonly message: string;
  readonly note?: Note;
}

/** Where an old address leads. No sheet: nobody stays to read it. */
export interface RedirectProps {
  readonly kind: "redirect";
  readonly language: string;
  readonly direction: Direction;
  readonly title: string;
  /** Sub-path included: `/news/2019/05/31/storm/`. */
  readonly url: string;
  /** The same in full. */
  readonly canonical: string;
}

export interface NotFoundProps extends Sheet {
  readonly kind: "not-found";
  readonly title: string;
  readonly message: string;
  readonly latest: readonly Teaser[];
}
