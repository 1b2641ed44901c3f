// The paper's own words, in one language each. A new language is one more file of this shape;
// the type makes a forgotten word a compile error.

/** Every label a page can print. */
export interface Words {
  readonly skipToText: string;
  readonly sections: string;
  readonly published: string;
  readonly updated: string;
  /** Before the names of those who sign: "By ". May be empty. */
  readonly by: string;
  /** Before the credit of a picture, for the ear: "Picture:". */
  readonly pictureCredit: string;
  readonly topics: string;
  readonly topic: string;
  /** Above links to the same story in these. */
  readonly otherLanguages: string;
  readonly series: string;
  /** Of a series: "Part {number}". */
  readonly part: string;
  readonly previousPart: string;
  readonly nextPart: string;
  /** A page of a series that begins with this part: "From part {number}". */
  readonly partsFrom: string;
  readonly author: string;
  readonly related: string;
  readonly latestStories: string;
  readonly olderStories: string;
  /** For a numbered page: "Older stories, page {number}". */
  readonly olderStoriesPage: string;
  readonly moreFrom: string;
  /** The page of all that was put right. */
  readonly corrections: string;
  readonly noCorrections: string;
  readonly olderCorrections: string;
  /** For a numbered page: "Older corrections, page {number}". */
  readonly olderCorrectionsPage: string;
  readonly correction: string;
  readonly clarification: string;
  readonly editorsNote: string;
  readonly update: string;
  /** The link under a story. */
  readonly reportError: string;
  readonly analysis: string;
  readonly opinion: string;
  readonly review: string;
  readonly explainer: string;
  readonly obituary: string;
  readonly sponsored: string;
  readonly satire: string;
  /** Before the name of the sponsor. */
  readonly paidForBy: string;
  /** Above the newsroom's own account of its work, and above what it rests on. */
  readonly howReported: string;
  readonly sources: string;
  /** Before the name of the terms of use: "Licence:". */
  readonly license: string;
  /** What only a preview shows: "Draft", "Scheduled for {date}". */
  readonly draft: string;
  readonly scheduled: string;
  readonly footnotes: string;
  readonly backToText: string;
  /** For the ear, on links that leave the site. */
  readonly externalLink: string;
  readonly notFoundTitle: string;
  readonly notFoundMessage: string;
  /** Above the link at an old address. */
  readonly movedTitle: string;
  readonly goneTitle: string;
  readonly goneMessage: string;
  readonly killedTitle: string;
  readonly killedMessage: string;
  readonly noStories: string;
  readonly archive: string;
  /** The page of those who make the paper. */
  readonly staff: string;
  /** On that page, after the people. */
  readonly desks: string;
  /** What leads to the search, heads its page and starts it. */
  readonly search: string;
  /** Beside the field: "Words to look for". */
  readonly searchWords: string;
  readonly searching: string;
  /** "Stories found: {count}". */
  readonly searchFound: string;
  readonly searchNothing: string;
  readonly searchFailed: string;
  readonly searchMore: string;
  /** On the search page, for readers whose browser runs no scripts; links to every story follow. */
  readonly searchWithoutScript: string;
  readonly frontPage: string;
  /** The paper without pictures, style sheet and script; and from there back to the whole page. */
  readonly textEdition: string;
  readonly withPictures: string;
  /** Between the parts of a long story there. */
  readonly nextPage: string;
  readonly previousPage: string;
  /** "Page {number} of {count}". */
  readonly pageOf: string;
  readonly address: string;
  /** "{count} min read" by plural category of `Intl.PluralRules`; `other` is always there. */
  readonly readingTime: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
}
