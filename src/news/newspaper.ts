// The newspaper as of a moment: what every page, feed and record is made from. Every reference is
// resolved, every list is in order, and nothing unpublished is in it. No file is opened and no HTML
// is made in this room.

import type { PrintableText } from "../markdown/known-text.ts";
import type { PictureFile } from "../source/picture-file.ts";
import type { License, Site } from "./site.ts";

export type * from "./site.ts";
import type { Correction, Genre, Moment } from "./story-parts.ts";

export type * from "./story-parts.ts";

/** Everything a reader may see at `now`. */
export interface Newspaper {
  readonly site: Site;
  /** The moment this is the newspaper of. */
  readonly now: Moment;
  /** Live stories, newest first; equal times by address. */
  readonly stories: readonly Story[];
  /** Stories that were killed: their address shows a dated notice. */
  readonly killed: readonly KilledStory[];
  /** Stories and pages that were withdrawn or have expired: their address says "gone" and nothing else. */
  readonly gone: readonly GoneStory[];
  /** What the newsroom has chosen for the head of the front page. */
  readonly front: FrontChoice;
  /** In the order of the navigation. */
  readonly sections: readonly Section[];
  /** Named by a live story, or `listed: true`; by name. */
  readonly authors: readonly Author[];
  /** Named by a live story; by name. */
  readonly topics: readonly Topic[];
  /** With a live part; by name. */
  readonly series: readonly Series[];
  readonly pages: readonly PlainPage[];
  /** All that has been put right, newest first; absent where the paper has no page for it. */
  readonly ledger?: readonly LedgerEntry[];
  /** Whether listed authors have a page of their own. */
  readonly hasStaffPage: boolean;
  /** From the old addresses of all these to where they are now. */
  readonly redirects: readonly Redirect[];
  /** SHA-256, hexadecimal, of each picture that is shown now or later: for the store, not for pages. */
  readonly picturesInUse: ReadonlySet<string>;
  /** When the next scheduled story, expiry or edition of the front page is due, if any. */
  readonly nextChange?: NextChange;
}

/** Ids of live stories, none twice. Where there is none, the newest stories stand. */
export interface FrontChoice {
  readonly lead?: string;
  /** Beside the lead, in order. */
  readonly slots: readonly string[];
}

export interface NextChange {
  readonly at: Moment;
  /** For the desk, never for a page. */
  readonly what: "publishes" | "expires" | "picture expires" | "changes the front page";
  readonly file: string;
}

export interface Section {
  readonly slug: string;
  readonly title: string;
  readonly address: string;
}

/** Something with a list of its own that stories name by words of theirs. */
export interface Name {
  readonly slug: string;
  readonly name: string;
  readonly address: string;
}

export type Topic = Name;

/** Stories that are parts of one whole, in the order in which they appeared. */
export type Series = Name;

/** Everybody who signs: a person, or a desk or agency. */
export interface Author {
  readonly slug: string;
  readonly name: string;
  readonly kind: "person" | "organization";
  readonly address: string;
  readonly role?: string;
  readonly email?: string;
  readonly links: readonly AuthorLink[];
  /** `@user@host`. */
  readonly fediverse?: string;
  readonly picture?: Picture;
  readonly biography: Text;
  /** Shown before a story names them, and among the staff. */
  readonly isListed: boolean;
}

export interface AuthorLink {
  readonly label: string;
  readonly url: string;
}

/** One published story. Text fields are plain text, exactly as typed; layouts escape them. */
export interface Story {
  /** The file it comes from, relative to the content folder. */
  readonly file: string;
  /** Stands for everything its header says: SHA-256. */
  readonly header: string;
  /** Identity that never changes. */
  readonly id: string;
  /** On this site, without the site's own sub-path, not encoded: `/2019/05/31/storm/`. */
  readonly address: string;
  readonly aliases: readonly string[];
  readonly headline: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  /** Free text that replaces the display of `authors`. */
  readonly byline?: string;
  readonly dateline?: string;
  readonly section: Section;
  readonly authors: readonly Author[];
  readonly topics: readonly Topic[];
  readonly genre: Genre;
  /** Who paid for it; only where its genre is `sponsored`. */
  readonly sponsor?: Sponsor;
  /** Its own terms, where they are not the paper's. */
  readonly license?: License;
  /** How the newsroom found out. */
  readonly method?: string;
  /** What it rests on, in the order given. */
  readonly sources: readonly Source[];
  readonly published: Moment;
  /** The last substantial change as the newsroom declared it. */
  readonly updated?: Moment;
  /** The later of `published`, `updated` and the newest correction: what machines are told. */
  readonly modified: Moment;
  readonly expires?: Moment;
  readonly picture?: Picture;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  readonly language: string;
  /** The id of the story this translates, while that is live. */
  readonly translationOf?: string;
  /** The whole that it is a part of. */
  readonly series?: Series;
  /** Ids of stories chosen by hand that are live now, in the order given. */
  readonly related: readonly string[];
  readonly seo: { readonly title?: string; readonly description?: string };
  readonly social: {
    readonly title?: string;
    readonly description?: string;
    readonly image?: PictureFile;
  };
  readonly noindex: boolean;
  readonly syndicate: boolean;
  readonly text: Text;
  /** Why only a preview shows it; absent for what readers see. */
  readonly unpublished?: "draft" | "scheduled";
}

export interface Sponsor {
  readonly name: string;
  readonly url?: string;
}

/** Something that a reader may check. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}

/** A text with every link and picture resolved. */
export interface Text {
  /** Stands for the words and marks of the text: SHA-256, hexadecimal. */
  readonly hash: string;
  readonly words: number;
  /** For each link slot an address on the site, with its fragment: `/2019/05/31/storm/#when`. */
  readonly links: readonly string[];
  /** In reading order: the n-th belongs to the n-th picture part. */
  readonly pictures: readonly Picture[];
  /** How large each of its leaves will be: the text edition cuts a long text into these. */
  readonly leaves: readonly number[];
  /** What is printed, and the first words for a description; made when it is asked for. */
  readonly printable: () => PrintableText;
  /** All its words without marks, blocks parted by blank lines; made when it is asked for. */
  readonly plain: () => string;
}

export interface Picture {
  readonly file: PictureFile;
  readonly alt: string;
  readonly caption?: string;
  readonly credit: string;
  /** The point that every crop keeps, as fractions of width and height from the top left. */
  readonly focus: readonly [x: number, y: number];
  readonly license?: string;
  /** `false` keeps the picture off share cards and out of feeds. */
  readonly syndicate: boolean;
}

export interface KilledStory {
  readonly file: string;
  /** Identity that never changes. */
  readonly id: string;
  readonly address: string;
  readonly aliases: readonly string[];
  /** The date and reason the notice gives. */
  readonly notice: Correction;
  readonly syndicate: boolean;
}

/**
 * A correction in the paper's ledger. What its story is called is asked of the story itself; where
 * that is not among the live ones, it was killed, and has no name any more.
 */
export interface LedgerEntry {
  /** Of the story. */
  readonly id: string;
  readonly address: string;
  readonly syndicate: boolean;
  readonly correction: Correction;
}

/** A story or a plain page. */
export interface GoneStory {
  readonly file: string;
  readonly address: string;
  readonly aliases: readonly string[];
}

/** An old address, and where readers find now what stood there. */
export interface Redirect {
  readonly from: string;
  /** An address that answers itself: a redirect never leads to another. */
  readonly to: string;
  /** The file that says so. */
  readonly file: string;
}

/** A page that is not a story: about, contact, policies. */
export interface PlainPage {
  readonly file: string;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description?: string;
  readonly text: Text;
}
